namespace ChatCoachBot.Core.Dialog.Intents;

/// <summary>What the coach keeps about a learner, as files of their own.</summary>
public sealed class ExportIntent : SpokenIntent
{
    public override string Word => "export";

    public override IReadOnlyList<string> AlsoSaid => ["my data", "export my data"];

    public override string Purpose => "your own data as files: your answers, your progress, the glossary for Anki";

    public override void Respond(Turn turn, string rest)
    {
        var how = turn.IsLocalUrlGuessed ? $"{Texts.ExportHow} {Texts.ExportWithoutHost}" : Texts.ExportHow;
        PrivateLink.Say(turn, CodePurpose.Export, secret => $"/my-data/{secret}", Texts.ExportLink, how, Texts.ExportInChat, Texts.ExportNotReached);
    }
}
