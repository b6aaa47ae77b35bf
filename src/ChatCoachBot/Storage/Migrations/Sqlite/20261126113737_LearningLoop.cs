using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ChatCoachBot.Storage.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LearningLoop : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "DigestWeek",
                table: "Learners",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Name",
                table: "Learners",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "OnLeaderboard",
                table: "Learners",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "SharesProgress",
                table: "Learners",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Streak",
                table: "Learners",
                type: "TEXT",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<bool>(
                name: "WantsNoDigest",
                table: "Learners",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "TodayDone",
                table: "Conversations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "TodayDue",
                table: "Conversations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Algorithm",
                table: "Cards",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<double>(
                name: "Difficulty",
                table: "Cards",
                type: "REAL",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.AddColumn<long>(
                name: "Due",
                table: "Cards",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Lapses",
                table: "Cards",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "LastReview",
                table: "Cards",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Phase",
                table: "Cards",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Reviews",
                table: "Cards",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<double>(
                name: "Stability",
                table: "Cards",
                type: "REAL",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.AddColumn<int>(
                name: "Step",
                table: "Cards",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "TooEasyAt",
                table: "Cards",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ConversationId",
                table: "Attempts",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "LocalDate",
                table: "Attempts",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<int>(
                name: "Rating",
                table: "Attempts",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Recalled",
                table: "Attempts",
                type: "INTEGER",
                nullable: true);

            // The day by UTC is as near as can be known of what was answered before.
            migrationBuilder.Sql("""
                UPDATE "Attempts" SET "LocalDate" = date("At" / 10000000 - 62135596800, 'unixepoch');
                """);

            migrationBuilder.CreateTable(
                name: "Disputes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    AttemptId = table.Column<long>(type: "INTEGER", nullable: false),
                    LearnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConversationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExerciseKey = table.Column<string>(type: "TEXT", nullable: false),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Word = table.Column<string>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    PointId = table.Column<string>(type: "TEXT", nullable: true),
                    Phrase = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Disputes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Disputes_Attempts_AttemptId",
                        column: x => x.AttemptId,
                        principalTable: "Attempts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Disputes_Conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "Conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Disputes_Learners_LearnerId",
                        column: x => x.LearnerId,
                        principalTable: "Learners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "OneTimeCodes",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    Purpose = table.Column<int>(type: "INTEGER", nullable: false),
                    LearnerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConversationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OneTimeCodes", x => x.Hash);
                    table.ForeignKey(
                        name: "FK_OneTimeCodes_Conversations_ConversationId",
                        column: x => x.ConversationId,
                        principalTable: "Conversations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_OneTimeCodes_Learners_LearnerId",
                        column: x => x.LearnerId,
                        principalTable: "Learners",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Cards_Algorithm",
                table: "Cards",
                column: "Algorithm");

            migrationBuilder.CreateIndex(
                name: "IX_Attempts_Figures",
                table: "Attempts",
                columns: new[] { "LocalDate", "ExerciseKey", "LearnerId", "Verdict", "Recalled" });

            migrationBuilder.CreateIndex(
                name: "IX_Disputes_AttemptId",
                table: "Disputes",
                column: "AttemptId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Disputes_ConversationId",
                table: "Disputes",
                column: "ConversationId");

            migrationBuilder.CreateIndex(
                name: "IX_Disputes_ExerciseKey_State",
                table: "Disputes",
                columns: new[] { "ExerciseKey", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Disputes_LearnerId",
                table: "Disputes",
                column: "LearnerId");

            migrationBuilder.CreateIndex(
                name: "IX_Disputes_State_OpenedAt",
                table: "Disputes",
                columns: new[] { "State", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_OneTimeCodes_ConversationId",
                table: "OneTimeCodes",
                column: "ConversationId");

            migrationBuilder.CreateIndex(
                name: "IX_OneTimeCodes_ExpiresAt",
                table: "OneTimeCodes",
                column: "ExpiresAt");

            migrationBuilder.CreateIndex(
                name: "IX_OneTimeCodes_LearnerId",
                table: "OneTimeCodes",
                column: "LearnerId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Disputes");

            migrationBuilder.DropTable(
                name: "OneTimeCodes");

            migrationBuilder.DropIndex(
                name: "IX_Cards_Algorithm",
                table: "Cards");

            migrationBuilder.DropIndex(
                name: "IX_Attempts_Figures",
                table: "Attempts");

            migrationBuilder.DropColumn(
                name: "DigestWeek",
                table: "Learners");

            migrationBuilder.DropColumn(
                name: "Name",
                table: "Learners");

            migrationBuilder.DropColumn(
                name: "OnLeaderboard",
                table: "Learners");

            migrationBuilder.DropColumn(
                name: "SharesProgress",
                table: "Learners");

            migrationBuilder.DropColumn(
                name: "Streak",
                table: "Learners");

            migrationBuilder.DropColumn(
                name: "WantsNoDigest",
                table: "Learners");

            migrationBuilder.DropColumn(
                name: "TodayDone",
                table: "Conversations");

            migrationBuilder.DropColumn(
                name: "TodayDue",
                table: "Conversations");

            migrationBuilder.DropColumn(
                name: "Algorithm",
                table: "Cards");

            migrationBuilder.DropColumn(
                name: "Difficulty",
                table: "Cards");

            migrationBuilder.DropColumn(
                name: "Due",
                table: "Cards");

            migrationBuilder.DropColumn(
                name: "Lapses",
                table: "Cards");

            migrationBuilder.DropColumn(
                name: "LastReview",
                table: "Cards");

            migrationBuilder.DropColumn(
                name: "Phase",
                table: "Cards");

            migrationBuilder.DropColumn(
                name: "Reviews",
                table: "Cards");

            migrationBuilder.DropColumn(
                name: "Stability",
                table: "Cards");

            migrationBuilder.DropColumn(
                name: "Step",
                table: "Cards");

            migrationBuilder.DropColumn(
                name: "TooEasyAt",
                table: "Cards");

            migrationBuilder.DropColumn(
                name: "ConversationId",
                table: "Attempts");

            migrationBuilder.DropColumn(
                name: "LocalDate",
                table: "Attempts");

            migrationBuilder.DropColumn(
                name: "Rating",
                table: "Attempts");

            migrationBuilder.DropColumn(
                name: "Recalled",
                table: "Attempts");
        }
    }
}
