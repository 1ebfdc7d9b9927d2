using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KzNewsBot.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class EntryDeferredSince : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "DeferredSince",
                table: "Entries",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "DeferredSince",
                table: "Entries");
        }
    }
}
