using Microsoft.EntityFrameworkCore;

namespace KzNewsBot.Data;

internal sealed class PostgresNewsDbContext(DbContextOptions<PostgresNewsDbContext> options) : NewsDbContext(options)
{
    public override bool IsPostgres => true;
}
