using System.Collections.Frozen;
using KzNewsBot.Articles;
using KzNewsBot.Bot;
using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Digests;
using KzNewsBot.Feeds;
using KzNewsBot.Fetching;
using KzNewsBot.Localization;
using KzNewsBot.Operations;
using KzNewsBot.Sources;
using KzNewsBot.Stories;
using KzNewsBot.Subscriptions;
using KzNewsBot.Topics;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Hosting;

/// <summary>What a caller may set that is not a setting: the clock, and settings that outrank the files.</summary>
internal sealed record BotHostOptions
{
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Outrank appsettings.json and the environment.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>(StringComparer.Ordinal);

    /// <summary>Keys of settings that count as named nowhere: whoever checks the others looks past those.</summary>
    public IReadOnlySet<string> LeftOut { get; init; } = FrozenSet<string>.Empty;

    public Action<ILoggingBuilder>? Logging { get; init; }
}

/// <summary>The house, room by room.</summary>
internal static class BotHost
{
    /// <summary>The running bot: it talks to Telegram.</summary>
    public static WebApplication BuildBot(BotHostOptions options)
    {
        var builder = NewBuilder(options);
        var mode = builder.Configuration.GetValue($"{TelegramOptions.Section}:Mode", TelegramMode.Polling);
        var roles = Roles.Read(builder.Configuration);
        builder.Services.AddOptions<HttpOptions>().BindConfiguration(HttpOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<HttpOptions>, HttpOptionsValidator>();
        builder.WebHost.UseUrls(builder.Configuration.GetSection(HttpOptions.Section).Get<HttpOptions>()?.Url ?? new HttpOptions().Url);
        // Longer than a message on its way may take: a shutdown should leave none in doubt.
        builder.Services.AddOptions<HostOptions>().Configure<IOptions<DeliveryOptions>>(
            (host, delivery) => host.ShutdownTimeout = TimeSpan.FromSeconds(delivery.Value.TimeoutSeconds + 10));
        // First, and in turn: no other part begins before the database has its shape.
        builder.Services.Configure<HostOptions>(host => host.ServicesStartConcurrently = false);
        builder.Services.AddHostedService<Startup>();
        builder.Services.AddSingleton(roles);
        AddRooms(builder.Services);
        if (roles.Carry)
        {
            builder.Services.AddNewsFlow().AddHostedService<SearchRenewal>();
        }

        if (roles.Collect)
        {
            builder.Services.AddHostedService<InboxWatcher>();
        }

        if (roles.Collect || roles.Plan || roles.Deliver)
        {
            builder.Services.AddHousekeeping(polls: roles.Poll, collects: roles.Collect, sends: roles.Plan || roles.Deliver);
        }

        if (roles.Poll)
        {
            builder.Services.AddHostedService(provider => provider.GetRequiredService<FeedPoller>());
            builder.Services.AddHostedService(provider => provider.GetRequiredService<PageCollector>());
        }

        if (roles.Plan)
        {
            builder.Services.AddDigestTick(options.Clock);
        }

        builder.Services.AddDelivery().AddSingleton<Health>();
        if (roles.Deliver)
        {
            builder.Services.AddHostedService<DeliveryWorker>();
        }

        if (roles.Answer)
        {
            builder.Services.AddBot(mode);
        }

        var app = builder.Build();
        app.MapGet("/health", async (Health health, CancellationToken cancellationToken) =>
            await health.TroubleAsync(cancellationToken) is { } trouble ? Results.Text(trouble, statusCode: StatusCodes.Status503ServiceUnavailable) : Results.Text("ok"));
        if (roles.Answer && mode == TelegramMode.Webhook)
        {
            // A wrong address stops the start with its own sentence; here it must only not get in that one's way.
            var address = builder.Configuration[$"{TelegramOptions.Section}:WebhookUrl"];
            app.MapWebhook(Uri.TryCreate(address, UriKind.Absolute, out var webhook) ? webhook.AbsolutePath : "/");
        }

        return app;
    }

    /// <summary>The settings of either, unread.</summary>
    public static IConfigurationRoot SettingsOf(BotHostOptions options) => NewBuilder(options).Configuration;

    /// <summary>The rooms without Telegram: for the command line.</summary>
    public static WebApplication BuildTools(BotHostOptions options)
    {
        var builder = NewBuilder(options);
        AddRooms(builder.Services);
        builder.Services.AddSingleton(Roles.None).AddSingleton<Startup>();
        return builder.Build();
    }

    private static WebApplicationBuilder NewBuilder(BotHostOptions options)
    {
        // The program's own folder, not the working folder: that is where the build puts appsettings.json and seeds.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(options.Settings);
        if (options.LeftOut.Count > 0)
        {
            var kept = builder.Configuration.AsEnumerable().Where(setting => setting.Value is not null && !options.LeftOut.Contains(setting.Key)).ToList();
            builder.Configuration.Sources.Clear();
            builder.Configuration.AddInMemoryCollection(kept);
        }

        options.Logging?.Invoke(builder.Logging);
        builder.Services.AddSingleton(options.Clock);
        return builder;
    }

    private static void AddRooms(IServiceCollection services)
    {
        services.AddSingleton<PhraseBook>();
        services.AddData();
        services.AddSources();
        services.AddFetching();
        services.AddFeeds();
        services.AddArticles();
        services.AddTopics();
        services.AddStories();
        services.AddSubscriptions();
        services.AddOutbox();
        services.AddDigests();
        services.AddOperations();
        services.AddBotAnswers();
    }
}
