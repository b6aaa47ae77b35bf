using ChatCoachBot.Core.Dialog;
using ChatCoachBot.Inbox;
using ChatCoachBot.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ChatCoachBot.Storage;

/// <summary>How the inbox and the outbox lie in tables: what waits is found by an index over it alone.</summary>
internal sealed class MessageTables : IEntityTypeConfiguration<InboxMessage>, IEntityTypeConfiguration<OutboxMessage>, IEntityTypeConfiguration<Pause>
{
    private const string InboxWaits = $"\"{nameof(InboxMessage.HandledAt)}\" IS NULL AND \"{nameof(InboxMessage.SetAsideAt)}\" IS NULL";
    private const string OutboxWaits = $"\"{nameof(OutboxMessage.SentAt)}\" IS NULL AND \"{nameof(OutboxMessage.DroppedAt)}\" IS NULL";

    public void Configure(EntityTypeBuilder<InboxMessage> builder)
    {
        builder.ToTable("Inbox");
        builder.Property(message => message.Workspace).HasDefaultValue("");
        builder.Property(message => message.Origin).HasConversion(
            new JsonText<Origin>(DialogJson.Default.Origin), JsonText.Comparer<Origin>(static origin => origin));
        builder.HasIndex(message => new { message.Platform, message.EventId }).IsUnique();
        builder.HasIndex(message => new { message.Platform, message.Address, message.Id });
        builder.HasIndex(message => message.Id, "IX_Inbox_Waiting").HasFilter(InboxWaits);
        builder.HasIndex(message => new { message.Platform, message.Address, message.Id }, "IX_Inbox_WaitingInConversation").HasFilter(InboxWaits);
        builder.HasIndex(message => message.SetAsideAt).HasFilter($"\"{nameof(InboxMessage.SetAsideAt)}\" IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("Outbox");
        builder.Property(message => message.Workspace).HasDefaultValue("");
        builder.Property(message => message.Destination).HasConversion(
            new JsonText<Destination>(DialogJson.Default.Destination), JsonText.Comparer<Destination>(static destination => destination));
        builder.Ignore(message => message.MessageId);
        builder.Ignore(message => message.GoneBecause);
        builder.HasOne<Conversation>().WithMany().HasForeignKey(message => message.ConversationId);
        builder.HasIndex(message => new { message.Platform, message.Address, message.Id });
        builder.HasIndex(message => new { message.Platform, message.Kind, message.Id }, "IX_Outbox_Waiting").HasFilter(OutboxWaits);
        builder.HasIndex(message => new { message.Platform, message.Address, message.Id }, "IX_Outbox_WaitingInConversation").HasFilter(OutboxWaits);
        builder.HasIndex(message => message.DroppedAt).HasFilter($"\"{nameof(OutboxMessage.DroppedAt)}\" IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<Pause> builder) => builder.HasKey(pause => new { pause.Platform, pause.Workspace });
}
