using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Core.Scheduling;
using ChatCoachBot.Inbox;
using ChatCoachBot.Outbox;
using ChatCoachBot.Storage.Published;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace ChatCoachBot.Storage;

/// <summary>Everything the coach keeps. Each kind of database has a context of its own, since each has its own migrations.</summary>
public abstract class CoachDb(DbContextOptions options) : DbContext(options), IDataProtectionKeyContext
{
    public DbSet<PathRow> Paths => Set<PathRow>();

    public DbSet<ExerciseRow> Exercises => Set<ExerciseRow>();

    public DbSet<ImportRow> Imports => Set<ImportRow>();

    public DbSet<Learner> Learners => Set<Learner>();

    public DbSet<Identity> Identities => Set<Identity>();

    public DbSet<Conversation> Conversations => Set<Conversation>();

    public DbSet<Schedule> Schedules => Set<Schedule>();

    public DbSet<Delivery> Deliveries => Set<Delivery>();

    public DbSet<Attempt> Attempts => Set<Attempt>();

    public DbSet<Card> Cards => Set<Card>();

    public DbSet<Dispute> Disputes => Set<Dispute>();

    public DbSet<OneTimeCode> OneTimeCodes => Set<OneTimeCode>();

    public DbSet<InboxMessage> Inbox => Set<InboxMessage>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<Pause> Pauses => Set<Pause>();

    public DbSet<ChannelRound> Rounds => Set<ChannelRound>();

    public DbSet<ChannelAnswer> RoundAnswers => Set<ChannelAnswer>();

    /// <summary>The keys that protect cookies and tokens.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(CoachDb).Assembly);
}
