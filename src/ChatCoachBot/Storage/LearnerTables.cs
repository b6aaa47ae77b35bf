using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Core.Practice;
using ChatCoachBot.Core.Scheduling;
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
    IEntityTypeConfiguration<ChannelRound>,
    IEntityTypeConfiguration<ChannelAnswer>
{
    public void Configure(EntityTypeBuilder<Learner> builder) => builder.Property(learner => learner.Id).ValueGeneratedNever();

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
        builder.HasIndex(conversation => conversation.Platform, "IX_Conversations_ZoneNotAsked").HasFilter($"NOT \"{nameof(Conversation.ZoneAsked)}\"");
        builder.HasIndex(conversation => new { conversation.Platform, conversation.Address }).IsUnique();
        builder.HasOne(conversation => conversation.Learner).WithMany().IsRequired();
        builder.HasOne(conversation => conversation.Schedule).WithOne().HasForeignKey<Schedule>(schedule => schedule.ConversationId).IsRequired();
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

    public void Configure(EntityTypeBuilder<Card> builder)
    {
        builder.HasKey(card => new { card.LearnerId, card.ExerciseKey });
        builder.HasOne<Learner>().WithMany().HasForeignKey(card => card.LearnerId);
    }
}
