using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KzNewsBot.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class StoryLanguages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Language",
                table: "StoryTopics");

            migrationBuilder.AddColumn<int>(
                name: "Languages",
                table: "StoryTopics",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Origins",
                table: "StoryTopics",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.Sql(
                """
                UPDATE "StoryTopics" SET
                    "Languages" = (
                        SELECT COALESCE(SUM(DISTINCT CASE a."Language" WHEN 'Kazakh' THEN 2 WHEN 'Russian' THEN 4 WHEN 'English' THEN 8 ELSE 1 END), 0)
                        FROM "Articles" AS a WHERE a."StoryId" = "StoryTopics"."StoryId"),
                    "Origins" = (SELECT s."OriginCount" FROM "Stories" AS s WHERE s."Id" = "StoryTopics"."StoryId")
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Languages",
                table: "StoryTopics");

            migrationBuilder.DropColumn(
                name: "Origins",
                table: "StoryTopics");

            migrationBuilder.AddColumn<string>(
                name: "Language",
                table: "StoryTopics",
                type: "character varying(10)",
                maxLength: 10,
                nullable: false,
                defaultValue: "");

            migrationBuilder.Sql(
                """
                UPDATE "StoryTopics" SET "Language" = COALESCE((
                    SELECT a."Language" FROM "Stories" AS s JOIN "Articles" AS a ON a."Id" = s."LeadArticleId"
                    WHERE s."Id" = "StoryTopics"."StoryId"), 'Other')
                """);
        }
    }
}
