using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KzNewsBot.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CountBegun : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Begun",
                table: "RoadStates",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Starts",
                table: "Inbox",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Begun",
                table: "Entries",
                type: "integer",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Begun",
                table: "RoadStates");

            migrationBuilder.DropColumn(
                name: "Starts",
                table: "Inbox");

            migrationBuilder.DropColumn(
                name: "Begun",
                table: "Entries");
        }
    }
}
