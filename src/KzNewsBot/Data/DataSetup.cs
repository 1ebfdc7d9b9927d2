using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Data;

internal static class DataSetup
{
    /// <summary>
    /// For SQLite no statement's time but the driver's own wait for a lock, on top of <see cref="SqlitePragmas"/>' five seconds: at its
    /// usual 30, and with four tries of <see cref="NewsDatabase"/>, a blocked database held its thread for more than two minutes.
    /// Shorter than the five, it ends with them: four tries take 20 seconds.
    /// </summary>
    private const int SqliteLockSeconds = 4;

    public static IServiceCollection AddData(this IServiceCollection services)
    {
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>();
        services.AddOptions<SeedsOptions>().BindConfiguration(SeedsOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SeedsOptions>, SeedsOptionsValidator>();
        services.AddSingleton<SeedFiles>();
        services.AddSingleton<SqlitePragmas>();
        services.AddDbContextFactory<SqliteNewsDbContext>((provider, options) =>
            options.UseNewsSqlite(provider.GetRequiredService<IOptions<StorageOptions>>().Value, provider.GetRequiredService<SqlitePragmas>()));
        services.AddDbContextFactory<PostgresNewsDbContext>((provider, options) =>
            options.UseNpgsql(provider.GetRequiredService<IOptions<StorageOptions>>().Value.ConnectionString));
        services.AddSingleton<IDbContextFactory<NewsDbContext>, NewsDbContextFactory>();
        services.AddSingleton<WriterGate>();
        services.AddSingleton<ClockWatch>();
        services.AddSingleton<DatabaseStanding>();
        services.AddSingleton<NewsDatabase>();
        services.AddSingleton<DatabaseMigrator>();
        return services;
    }

    private static void UseNewsSqlite(this DbContextOptionsBuilder options, StorageOptions storage, SqlitePragmas pragmas)
    {
        var connection = storage.ConnectionString.Length > 0 ? storage.ConnectionString : $"Data Source={storage.DatabaseFile}";
        options.UseSqlite(connection, sqlite => sqlite.CommandTimeout(SqliteLockSeconds)).AddInterceptors(pragmas);
    }

    private sealed class NewsDbContextFactory(
        IOptions<StorageOptions> storage,
        IDbContextFactory<SqliteNewsDbContext> sqlite,
        IDbContextFactory<PostgresNewsDbContext> postgres) : IDbContextFactory<NewsDbContext>
    {
        public NewsDbContext CreateDbContext() =>
            storage.Value.Provider == StorageProvider.Postgres ? postgres.CreateDbContext() : sqlite.CreateDbContext();
    }
}
