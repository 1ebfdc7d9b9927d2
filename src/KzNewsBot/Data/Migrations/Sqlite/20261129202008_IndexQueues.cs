using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KzNewsBot.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class IndexQueues : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Articles_Stage",
                table: "Articles");

            migrationBuilder.CreateIndex(
                name: "IX_Editions_ComposedAt",
                table: "Editions",
                column: "ComposedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Digests_DueAt",
                table: "Digests",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_FinishedAt",
                table: "Deliveries",
                column: "FinishedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Deliveries_SubscriberId_DueAt",
                table: "Deliveries",
                columns: new[] { "SubscriberId", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Articles_FirstSeenAt",
                table: "Articles",
                column: "FirstSeenAt");

            migrationBuilder.CreateIndex(
                name: "IX_Articles_New",
                table: "Articles",
                columns: new[] { "Stage", "SortAt" },
                filter: "\"StoryId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Articles_Stage_SortAt",
                table: "Articles",
                columns: new[] { "Stage", "SortAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Editions_ComposedAt",
                table: "Editions");

            migrationBuilder.DropIndex(
                name: "IX_Digests_DueAt",
                table: "Digests");

            migrationBuilder.DropIndex(
                name: "IX_Deliveries_FinishedAt",
                table: "Deliveries");

            migrationBuilder.DropIndex(
                name: "IX_Deliveries_SubscriberId_DueAt",
                table: "Deliveries");

            migrationBuilder.DropIndex(
                name: "IX_Articles_FirstSeenAt",
                table: "Articles");

            migrationBuilder.DropIndex(
                name: "IX_Articles_New",
                table: "Articles");

            migrationBuilder.DropIndex(
                name: "IX_Articles_Stage_SortAt",
                table: "Articles");

            migrationBuilder.CreateIndex(
                name: "IX_Articles_Stage",
                table: "Articles",
                column: "Stage");
        }
    }
}
