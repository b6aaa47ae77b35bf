using System.IO.Pipelines;
using System.Net.Mime;
using ChatCoachBot.Core.Dialog;

namespace ChatCoachBot.OwnData;

/// <summary>One of the files that a learner's own data come in.</summary>
/// <param name="Title">What is in it, in a few words.</param>
/// <param name="What">The same in a sentence or two.</param>
internal sealed record OwnDataFile(string Name, string MediaType, string Title, string What, Func<OwnDataSource, Guid, PipeWriter, CancellationToken, Task> WriteAsync)
{
    public static IReadOnlyList<OwnDataFile> All { get; } =
    [
        new("coach.json", MediaTypeNames.Application.Json, Texts.ExportJsonTitle, Texts.ExportJsonWhat, JsonFile.WriteAsync),
        new("answers.csv", "text/csv; charset=utf-8", Texts.ExportCsvTitle, Texts.ExportCsvWhat, CsvFile.WriteAsync),
        new("glossary.txt", "text/plain; charset=utf-8", Texts.ExportAnkiTitle, Texts.ExportAnkiWhat, AnkiFile.WriteAsync),
    ];
}
