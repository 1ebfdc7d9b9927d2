using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KzNewsBot.Data.Migrations.Sqlite
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

            // EF would build each table anew, and for that leave the transaction.
            migrationBuilder.Sql("""ALTER TABLE "Stories" DROP COLUMN "ArticleCount";""");
            migrationBuilder.Sql("""ALTER TABLE "Sources" DROP COLUMN "Name";""");
            migrationBuilder.Sql("""ALTER TABLE "Sources" DROP COLUMN "Side";""");
            migrationBuilder.Sql("""ALTER TABLE "RoadStates" DROP COLUMN "Dated";""");
            migrationBuilder.Sql("""ALTER TABLE "RoadStates" DROP COLUMN "Entries";""");
            migrationBuilder.Sql("""ALTER TABLE "Entries" DROP COLUMN "FutureDated";""");
            migrationBuilder.Sql("""ALTER TABLE "Entries" DROP COLUMN "UpdatedAt";""");
            migrationBuilder.Sql("""ALTER TABLE "Editions" DROP COLUMN "StoryCount";""");
            migrationBuilder.Sql("""ALTER TABLE "ArticleTopics" DROP COLUMN "About";""");
            migrationBuilder.Sql("""ALTER TABLE "ArticleTopics" DROP COLUMN "Field";""");
            migrationBuilder.Sql("""ALTER TABLE "ArticleTopics" DROP COLUMN "Length";""");
            migrationBuilder.Sql("""ALTER TABLE "ArticleTopics" DROP COLUMN "Rule";""");
            migrationBuilder.Sql("""ALTER TABLE "ArticleTopics" DROP COLUMN "Start";""");
            migrationBuilder.Sql("""ALTER TABLE "ArticleAddresses" DROP COLUMN "FoundAt";""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "ArticleCount",
                table: "Stories",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Name",
                table: "Sources",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Side",
                table: "Sources",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Dated",
                table: "RoadStates",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Entries",
                table: "RoadStates",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "FutureDated",
                table: "Entries",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "UpdatedAt",
                table: "Entries",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "StoryCount",
                table: "Editions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "About",
                table: "ArticleTopics",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<string>(
                name: "Field",
                table: "ArticleTopics",
                type: "TEXT",
                maxLength: 10,
                nullable: false,
                defaultValue: "Body");

            migrationBuilder.AddColumn<int>(
                name: "Length",
                table: "ArticleTopics",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Rule",
                table: "ArticleTopics",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Start",
                table: "ArticleTopics",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "FoundAt",
                table: "ArticleAddresses",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);
        }
    }
}
