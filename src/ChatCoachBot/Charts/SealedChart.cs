using ChatCoachBot.Core.Dialog.Replies;
using ChatCoachBot.Core.Practice;

namespace ChatCoachBot.Charts;

/// <summary>What a link to a chart holds, in few bytes: some proxies take no long segment of a path.</summary>
internal sealed record SealedChart(Chart Chart, DateTimeOffset ExpiresAt)
{
    /// <summary>Another one when the bytes mean something else: an older link is then as one that ended.</summary>
    private const byte Format = 1;

    private const byte NotKnown = byte.MaxValue;

    public byte[] Write()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(Format);
        writer.Write(ExpiresAt.ToUnixTimeSeconds());
        writer.Write(Chart.Title);
        writer.Write7BitEncodedInt(Chart.Weeks.Count);
        foreach (var week in Chart.Weeks)
        {
            writer.Write7BitEncodedInt(week.Monday.DayNumber);
            writer.Write7BitEncodedInt(week.Answers);
            // A chart says no more than whole percents.
            writer.Write(week.Retention is { } retention ? (byte)Math.Round(retention * 100) : NotKnown);
        }

        return bytes.ToArray();
    }

    /// <param name="bytes">As they were written: their seal has been checked.</param>
    /// <returns>Null for those of another version of the coach.</returns>
    public static SealedChart? Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        if (reader.ReadByte() != Format)
        {
            return null;
        }

        var expiresAt = DateTimeOffset.FromUnixTimeSeconds(reader.ReadInt64());
        var title = reader.ReadString();
        var weeks = new PracticeWeek[reader.Read7BitEncodedInt()];
        for (var i = 0; i < weeks.Length; i++)
        {
            weeks[i] = new PracticeWeek(DateOnly.FromDayNumber(reader.Read7BitEncodedInt()), reader.Read7BitEncodedInt(), reader.ReadByte() is var percent && percent == NotKnown ? null : percent / 100d);
        }

        return new SealedChart(new Chart(title, weeks), expiresAt);
    }
}
