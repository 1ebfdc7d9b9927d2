using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KzNewsBot.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DenialsByLanguage : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_StoryDenials",
                table: "StoryDenials");

            migrationBuilder.AddPrimaryKey(
                name: "PK_StoryDenials",
                table: "StoryDenials",
                columns: new[] { "StoryId", "ArticleId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "PK_StoryDenials",
                table: "StoryDenials");

            migrationBuilder.AddPrimaryKey(
                name: "PK_StoryDenials",
                table: "StoryDenials",
                column: "StoryId");
        }
    }
}
