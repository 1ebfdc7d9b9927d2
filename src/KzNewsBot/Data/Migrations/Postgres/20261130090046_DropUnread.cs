using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KzNewsBot.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class DropUnread : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What an article only mentions was no topic of it to anybody.
            migrationBuilder.Sql("""DELETE FROM "ArticleTopics" WHERE NOT "About";""");

            // An answer's first line repeated what somebody had looked for. Nobody reads these again.
            migrationBuilder.Sql("""
                UPDATE "Editions" SET "Messages" = '[]'
                WHERE "Id" IN (SELECT "EditionId" FROM "Deliveries" WHERE "Key" LIKE 'asked:%')
                AND "Id" NOT IN (SELECT "EditionId" FROM "Deliveries" WHERE "Key" NOT LIKE 'asked:%')
                AND "Id" NOT IN (SELECT "EditionId" FROM "Digests");
                """);

            migrationBuilder.DropColumn(
                name: "ArticleCount",
                table: "Stories");

            migrationBuilder.DropColumn(
                name: "Name",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "Side",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "Dated",
                table: "RoadStates");

            migrationBuilder.DropColumn(
                name: "Entries",
                table: "RoadStates");

            migrationBuilder.DropColumn(
                name: "FutureDated",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "UpdatedAt",
                table: "Entries");

            migrationBuilder.DropColumn(
                name: "StoryCount",
                table: "Editions");

            migrationBuilder.DropColumn(
                name: "About",
                table: "ArticleTopics");

            migrationBuilder.DropColumn(
                name: "Field",
                table: "ArticleTopics");

            migrationBuilder.DropColumn(
                name: "Length",
                table: "ArticleTopics");

            migrationBuilder.DropColumn(
                name: "Rule",
                table: "ArticleTopics");

            migrationBuilder.DropColumn(
                name: "Start",
                table: "ArticleTopics");

            migrationBuilder.DropColumn(
                name: "FoundAt",
                table: "ArticleAddresses");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "ArticleCount",
                table: "Stories",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Name",
                table: "Sources",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Side",
                table: "Sources",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Dated",
                table: "RoadStates",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Entries",
                table: "RoadStates",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "FutureDated",
                table: "Entries",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "UpdatedAt",
                table: "Entries",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "StoryCount",
                table: "Editions",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "About",
                table: "ArticleTopics",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "Field",
                table: "ArticleTopics",
                type: "character varying(10)",
                maxLength: 10,
                nullable: false,
                defaultValue: "Body");

            migrationBuilder.AddColumn<int>(
                name: "Length",
                table: "ArticleTopics",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Rule",
                table: "ArticleTopics",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Start",
                table: "ArticleTopics",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "FoundAt",
                table: "ArticleAddresses",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTimeOffset(new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified), new TimeSpan(0, 0, 0, 0, 0)));
        }
    }
}
