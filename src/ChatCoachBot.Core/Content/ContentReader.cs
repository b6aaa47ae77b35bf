namespace ChatCoachBot.Core.Content;

/// <summary>Reads content from the texts of its files. Bad content never throws: every fault of every file is collected.</summary>
public static class ContentReader
{
    public static ContentReading Read(IReadOnlyList<ContentFile> files)
    {
        var folders = ContentFolders.Read(files);
        return new ContentReading([.. folders.FaultlessPaths()], Fault.InOrder(folders.Faults));
    }
}
