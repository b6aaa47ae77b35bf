using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChatCoachBot.Storage.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class LinkedLearners : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Outbox_Conversations_ConversationId",
                table: "Outbox");

            migrationBuilder.DropForeignKey(
                name: "FK_Schedules_Conversations_ConversationId",
                table: "Schedules");

            migrationBuilder.AlterColumn<Guid>(
                name: "ConversationId",
                table: "Outbox",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<Guid>(
                name: "ScheduleId",
                table: "Conversations",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            // Until now each conversation had a schedule of its own.
            migrationBuilder.Sql("UPDATE \"Conversations\" SET \"ScheduleId\" = \"Id\"");

            migrationBuilder.CreateIndex(
                name: "IX_Conversations_ScheduleId",
                table: "Conversations",
                column: "ScheduleId");

            migrationBuilder.AddForeignKey(
                name: "FK_Conversations_Schedules_ScheduleId",
                table: "Conversations",
                column: "ScheduleId",
                principalTable: "Schedules",
                principalColumn: "ConversationId",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Outbox_Conversations_ConversationId",
                table: "Outbox",
                column: "ConversationId",
                principalTable: "Conversations",
                principalColumn: "Id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Conversations_Schedules_ScheduleId",
                table: "Conversations");

            migrationBuilder.DropForeignKey(
                name: "FK_Outbox_Conversations_ConversationId",
                table: "Outbox");

            migrationBuilder.DropIndex(
                name: "IX_Conversations_ScheduleId",
                table: "Conversations");

            migrationBuilder.DropColumn(
                name: "ScheduleId",
                table: "Conversations");

            migrationBuilder.AlterColumn<Guid>(
                name: "ConversationId",
                table: "Outbox",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Outbox_Conversations_ConversationId",
                table: "Outbox",
                column: "ConversationId",
                principalTable: "Conversations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "FK_Schedules_Conversations_ConversationId",
                table: "Schedules",
                column: "ConversationId",
                principalTable: "Conversations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
