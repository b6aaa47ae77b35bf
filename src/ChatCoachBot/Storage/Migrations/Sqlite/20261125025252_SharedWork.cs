using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChatCoachBot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SharedWork : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Outbox_Waiting",
                table: "Outbox");

            migrationBuilder.AddColumn<string>(
                name: "ClaimedBy",
                table: "Outbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ClaimedUntil",
                table: "Outbox",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DropReason",
                table: "Outbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "UnknownAt",
                table: "Outbox",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Workspace",
                table: "Outbox",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "LastFault",
                table: "Inbox",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Workspace",
                table: "Inbox",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Workspace",
                table: "Conversations",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_DroppedAt",
                table: "Outbox",
                column: "DroppedAt",
                filter: "\"DroppedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_Waiting",
                table: "Outbox",
                columns: new[] { "Platform", "Kind", "Id" },
                filter: "\"SentAt\" IS NULL AND \"DroppedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_WaitingInConversation",
                table: "Outbox",
                columns: new[] { "Platform", "Address", "Id" },
                filter: "\"SentAt\" IS NULL AND \"DroppedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Inbox_SetAsideAt",
                table: "Inbox",
                column: "SetAsideAt",
                filter: "\"SetAsideAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Inbox_WaitingInConversation",
                table: "Inbox",
                columns: new[] { "Platform", "Address", "Id" },
                filter: "\"HandledAt\" IS NULL AND \"SetAsideAt\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Outbox_DroppedAt",
                table: "Outbox");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_Waiting",
                table: "Outbox");

            migrationBuilder.DropIndex(
                name: "IX_Outbox_WaitingInConversation",
                table: "Outbox");

            migrationBuilder.DropIndex(
                name: "IX_Inbox_SetAsideAt",
                table: "Inbox");

            migrationBuilder.DropIndex(
                name: "IX_Inbox_WaitingInConversation",
                table: "Inbox");

            migrationBuilder.DropColumn(
                name: "ClaimedBy",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "ClaimedUntil",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "DropReason",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "UnknownAt",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "Workspace",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "LastFault",
                table: "Inbox");

            migrationBuilder.DropColumn(
                name: "Workspace",
                table: "Inbox");

            migrationBuilder.DropColumn(
                name: "Workspace",
                table: "Conversations");

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_Waiting",
                table: "Outbox",
                column: "Id",
                filter: "\"SentAt\" IS NULL AND \"DroppedAt\" IS NULL");
        }
    }
}
