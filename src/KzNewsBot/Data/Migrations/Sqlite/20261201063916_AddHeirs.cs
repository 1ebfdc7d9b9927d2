using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KzNewsBot.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddHeirs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "FirstDigestId",
                table: "Subscriptions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "HandedBy",
                table: "Subscriptions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "HeirId",
                table: "Subscribers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Subscribers_HeirId",
                table: "Subscribers",
                column: "HeirId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Subscribers_HeirId",
                table: "Subscribers");

            migrationBuilder.DropColumn(
                name: "FirstDigestId",
                table: "Subscriptions");

            migrationBuilder.DropColumn(
                name: "HandedBy",
                table: "Subscriptions");

            migrationBuilder.DropColumn(
                name: "HeirId",
                table: "Subscribers");
        }
    }
}
