using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Core.Practice.Fsrs;
using ChatCoachBot.Core.Scheduling;
using ChatCoachBot.Learners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatCoachBot.Storage;

/// <summary>How the core's learners, conversations and schedules lie in tables.</summary>
internal sealed class LearnerTables :
    IEntityTypeConfiguration<Learner>,
    IEntityTypeConfiguration<Identity>,
    IEntityTypeConfiguration<Conversation>,
    IEntityTypeConfiguration<Schedule>,
    IEntityTypeConfiguration<Delivery>,
    IEntityTypeConfiguration<Attempt>,
    IEntityTypeConfiguration<Card>,
    IEntityTypeConfiguration<Dispute>,
    IEntityTypeConfiguration<OneTimeCode>,
    IEntityTypeConfiguration<ChannelRound>,
    IEntityTypeConfiguration<ChannelAnswer>
{
    public void Configure(EntityTypeBuilder<Learner> builder)
    {
        builder.Property(learner => learner.Id).ValueGeneratedNever();
        builder.Property<Streak?>(nameof(Learner.Streak)).HasConversion(
            new JsonText<Streak>(DialogJson.Default.Streak), JsonText.Comparer<Streak>(static streak => streak)).IsRequired().HasDefaultValueSql("'{}'");
        builder.Property(learner => learner.SharesProgress).HasDefaultValue(false);
        builder.Property(learner => learner.OnLeaderboard).HasDefaultValue(false);
        builder.Property(learner => learner.WantsNoDigest).HasDefaultValue(false);
    }

    public void Configure(EntityTypeBuilder<Identity> builder)
    {
        builder.HasKey(identity => new { identity.Platform, identity.UserId });
        builder.HasOne<Learner>().WithMany().HasForeignKey(identity => identity.LearnerId);
    }

    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.Property(conversation => conversation.Id).ValueGeneratedNever();
        builder.Property(conversation => conversation.Workspace).HasDefaultValue("");
        builder.Property(conversation => conversation.IsChannel).HasDefaultValue(false);
        builder.Property(conversation => conversation.ZoneAsked).HasDefaultValue(false);
        builder.Property(conversation => conversation.TodayDone).HasDefaultValue(false);
        builder.Property(conversation => conversation.TodayDue).HasDefaultValue(0);
        builder.HasIndex(conversation => conversation.Platform, "IX_Conversations_ZoneNotAsked").HasFilter($"NOT \"{nameof(Conversation.ZoneAsked)}\"");
        builder.HasIndex(conversation => new { conversation.Platform, conversation.Address }).IsUnique();
        builder.HasOne(conversation => conversation.Learner).WithMany().IsRequired();
        builder.HasOne(conversation => conversation.Schedule).WithMany().HasForeignKey(Places.ScheduleKey).IsRequired().OnDelete(DeleteBehavior.Restrict);
        builder.Property(conversation => conversation.Current).HasConversion(
            new JsonText<CurrentExercise>(DialogJson.Default.CurrentExercise), JsonText.Comparer<CurrentExercise>(static current => current with { }));
        builder.Property(conversation => conversation.Quiz).HasConversion(
            new JsonText<Quiz>(DialogJson.Default.Quiz), JsonText.Comparer<Quiz>(static quiz => quiz with { }));
    }

    public void Configure(EntityTypeBuilder<Schedule> builder)
    {
        builder.HasKey(schedule => schedule.ConversationId);
        builder.Property(schedule => schedule.ConversationId).ValueGeneratedNever();
        builder.HasIndex(schedule => schedule.NextDue);
    }

    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.HasKey(delivery => new { delivery.ConversationId, delivery.LocalDate });
        builder.HasOne<Conversation>().WithMany().HasForeignKey(delivery => delivery.ConversationId);
    }

    public void Configure(EntityTypeBuilder<Attempt> builder)
    {
        builder.HasIndex(attempt => new { attempt.LearnerId, attempt.At });
        // All that the team's figures are made of, so that they need not read the answers.
        builder.HasIndex(attempt => new { attempt.LocalDate, attempt.ExerciseKey, attempt.LearnerId, attempt.Verdict, attempt.Recalled }, "IX_Attempts_Figures");
        builder.HasOne<Learner>().WithMany().HasForeignKey(attempt => attempt.LearnerId);
    }

    public void Configure(EntityTypeBuilder<ChannelRound> builder)
    {
        builder.ToTable("Rounds");
        builder.Property(round => round.Id).ValueGeneratedNever();
        builder.HasOne<Conversation>().WithMany().HasForeignKey(round => round.ConversationId);
        builder.HasIndex(round => round.MessageId);
        builder.HasIndex(round => round.ClosesAt).HasFilter($"\"{nameof(ChannelRound.ClosedAt)}\" IS NULL");
    }

    public void Configure(EntityTypeBuilder<ChannelAnswer> builder)
    {
        builder.ToTable("RoundAnswers");
        builder.HasKey(answer => new { answer.RoundId, answer.LearnerId });
        builder.HasOne<ChannelRound>().WithMany().HasForeignKey(answer => answer.RoundId);
        builder.HasOne<Learner>().WithMany().HasForeignKey(answer => answer.LearnerId);
    }

    public void Configure(EntityTypeBuilder<Dispute> builder)
    {
        builder.Property(dispute => dispute.Id).ValueGeneratedNever();
        builder.HasOne<Attempt>().WithMany().HasForeignKey(dispute => dispute.AttemptId);
        builder.HasOne<Learner>().WithMany().HasForeignKey(dispute => dispute.LearnerId);
        builder.HasOne<Conversation>().WithMany().HasForeignKey(dispute => dispute.ConversationId);
        builder.HasIndex(dispute => dispute.AttemptId).IsUnique();
        builder.HasIndex(dispute => new { dispute.State, dispute.OpenedAt });
        builder.HasIndex(dispute => new { dispute.ExerciseKey, dispute.State });
    }

    public void Configure(EntityTypeBuilder<OneTimeCode> builder)
    {
        builder.HasKey(code => code.Hash);
        builder.HasOne<Learner>().WithMany().HasForeignKey(code => code.LearnerId);
        builder.HasOne<Conversation>().WithMany().HasForeignKey(code => code.ConversationId);
        builder.HasIndex(code => code.ExpiresAt);
    }

    public void Configure(EntityTypeBuilder<Card> builder)
    {
        builder.HasKey(card => new { card.LearnerId, card.ExerciseKey });
        builder.Ignore(card => card.Memory);
        builder.Ignore(card => card.IsNew);
        builder.Property(card => card.Algorithm).HasDefaultValue("");
        builder.Property(card => card.Phase).HasDefaultValue(FsrsPhase.New);
        builder.Property(card => card.Step).HasDefaultValue(0);
        builder.Property(card => card.Stability).HasDefaultValue(0d);
        builder.Property(card => card.Difficulty).HasDefaultValue(0d);
        builder.Property(card => card.Reviews).HasDefaultValue(0);
        builder.Property(card => card.Lapses).HasDefaultValue(0);
        // Those that an older algorithm made, to be found when the host starts.
        builder.HasIndex(card => card.Algorithm);
        builder.HasOne<Learner>().WithMany().HasForeignKey(card => card.LearnerId);
    }
}
