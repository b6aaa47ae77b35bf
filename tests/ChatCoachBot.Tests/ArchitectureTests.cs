using System.Reflection;
using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Dialog.Intents;
using ChatCoachBot.Storage;
using NetArchTest.Rules;

namespace ChatCoachBot.Tests;

/// <summary>The lines that the layout draws, held by looking at the compiled types.</summary>
public sealed class ArchitectureTests
{
    private static readonly Assembly Core = typeof(DialogEngine).Assembly;
    private static readonly Assembly Host = typeof(CoachDb).Assembly;

    [Theory]
    [InlineData("ChatCoachBot.Storage")]
    [InlineData("Microsoft.EntityFrameworkCore")]
    [InlineData("Microsoft.AspNetCore")]
    [InlineData("Microsoft.Extensions")]
    [InlineData("Quartz")]
    [InlineData("Spectre.Console")]
    [InlineData("System.IO.File")]
    [InlineData("System.Net.Http")]
    public void The_core_knows_neither_the_host_nor_the_world(string outside) =>
        Names(Types.InAssembly(Core).That().HaveDependencyOn(outside)).ShouldBeEmpty();

    [Fact]
    public void Only_the_daily_folder_touches_quartz() =>
        Names(Types.InAssembly(Host).That().DoNotResideInNamespace("ChatCoachBot.Daily").And().HaveDependencyOn("Quartz")).ShouldBeEmpty();

    [Theory]
    [InlineData("ChatCoachBot.Web", "ChatCoachBot.Terminal", "ChatCoachBot.Slack", "ChatCoachBot.Teams")]
    [InlineData("ChatCoachBot.Terminal", "ChatCoachBot.Web", "ChatCoachBot.Slack", "ChatCoachBot.Teams")]
    [InlineData("ChatCoachBot.Slack", "ChatCoachBot.Web", "ChatCoachBot.Terminal", "ChatCoachBot.Teams")]
    public void Platforms_do_not_know_each_other(string platform, params string[] others)
    {
        Names(Types.InAssembly(Host).That().ResideInNamespace(platform)).ShouldNotBeEmpty();
        Names(Types.InAssembly(Host).That().ResideInNamespace(platform).And().HaveDependencyOnAny(others)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ChatCoachBot.Inbox")]
    [InlineData("ChatCoachBot.Outbox")]
    [InlineData("ChatCoachBot.Turns")]
    [InlineData("ChatCoachBot.Daily")]
    [InlineData("ChatCoachBot.Storage")]
    [InlineData("ChatCoachBot.Content")]
    public void The_flow_of_a_message_does_not_know_the_platforms(string part)
    {
        Names(Types.InAssembly(Host).That().ResideInNamespace(part)).ShouldNotBeEmpty();
        Names(Types.InAssembly(Host).That().ResideInNamespace(part).And().HaveDependencyOnAny("ChatCoachBot.Web", "ChatCoachBot.Terminal", "ChatCoachBot.Slack", "ChatCoachBot.Teams"))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Classes_are_sealed_unless_something_inherits_from_them() =>
        Core.GetTypes().Concat(Host.GetTypes())
            .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && type.Namespace is { } space && space.StartsWith("ChatCoachBot", StringComparison.Ordinal))
            .Where(type => !type.Name.StartsWith('<') && !type.Namespace!.Contains(".Migrations.", StringComparison.Ordinal) && !IsRazor(type))
            .Where(type => !Core.GetTypes().Concat(Host.GetTypes()).Any(other => other.BaseType == type))
            .Select(type => type.FullName)
            .ShouldBeEmpty();

    [Fact]
    public void An_interface_has_several_classes_behind_it_or_is_the_channel() =>
        Core.GetTypes().Concat(Host.GetTypes())
            .Where(type => type.IsInterface && type.Namespace is { } space && space.StartsWith("ChatCoachBot", StringComparison.Ordinal))
            .Where(type => type.Name != "IChannel" && Core.GetTypes().Concat(Host.GetTypes()).Count(other => other.IsClass && type.IsAssignableFrom(other)) < 2)
            .Select(type => type.FullName)
            .ShouldBeEmpty();

    [Fact]
    public void Every_intent_is_known_to_the_dialog()
    {
        var known = new DialogEngine().Intents.Select(intent => intent.GetType());
        var all = Core.GetTypes().Where(type => type.IsSubclassOf(typeof(SpokenIntent)));
        all.Except(known).ShouldBeEmpty();
    }

    [Fact]
    public void No_name_says_helper_util_or_manager() =>
        Core.GetTypes().Concat(Host.GetTypes())
            .Where(type => type.Namespace is { } space && space.StartsWith("ChatCoachBot", StringComparison.Ordinal))
            .Select(type => type.Name)
            .Where(name => name.EndsWith("Helper", StringComparison.Ordinal) || name.EndsWith("Utils", StringComparison.Ordinal)
                || name.EndsWith("Util", StringComparison.Ordinal) || name.EndsWith("Manager", StringComparison.Ordinal))
            .ShouldBeEmpty();

    private static bool IsRazor(Type type) => type.Name == "_Imports"
        || typeof(Microsoft.AspNetCore.Components.IComponent).IsAssignableFrom(type);

    private static IEnumerable<string> Names(PredicateList types) => types.GetTypes().Select(type => type.FullName!).Where(name => !name.Contains('<', StringComparison.Ordinal));
}
