using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KzNewsBot.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class EntryDeferredSince : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "DeferredSince",
                table: "Entries",
                type: "timestamp with time zone",
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
