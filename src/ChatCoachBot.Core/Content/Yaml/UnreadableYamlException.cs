using YamlDotNet.Core;

namespace ChatCoachBot.Core.Content.Yaml;

/// <summary>The reader gives up on a file; the message is for the person who writes it.</summary>
internal sealed class UnreadableYamlException(Mark at, string message) : YamlException(at, at, message);
