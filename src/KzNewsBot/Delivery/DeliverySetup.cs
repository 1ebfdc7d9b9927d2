using Microsoft.Extensions.Options;
using Telegram.Bot;

namespace KzNewsBot.Delivery;

internal static class DeliverySetup
{
    /// <summary>Names of the clients; the second one waits for updates and may repeat its calls.</summary>
    public const string SendClient = "telegram-send";

    public const string ReadClient = "telegram-read";

    /// <summary>The outbox, and what a chat was shown: whoever plans or answers needs no Telegram.</summary>
    public static IServiceCollection AddOutbox(this IServiceCollection services)
    {
        services.AddOptions<DeliveryOptions>().BindConfiguration(DeliveryOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DeliveryOptions>, DeliveryOptionsValidator>();
        return services.AddSingleton<Outbox>().AddSingleton<ShownStories>();
    }

    public static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services.AddOptions<TelegramOptions>().BindConfiguration(TelegramOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TelegramOptions>, TelegramOptionsValidator>();
        services.AddSingleton<TelegramResilience>().AddSingleton<TokenStanding>();
        AddTelegramClient(services, SendClient, resilience => resilience.Sends);
        AddTelegramClient(services, ReadClient, resilience => resilience.Reads);
        services.AddSingleton(provider => provider.GetRequiredKeyedService<ITelegramBotClient>(SendClient));
        services.AddSingleton<Pacer>();
        services.AddSingleton<Messenger>();
        services.AddSingleton<DeliveryLedger>();
        return services;
    }

    private static void AddTelegramClient(
        IServiceCollection services,
        string name,
        Func<TelegramResilience, Polly.ResiliencePipeline<HttpResponseMessage>> pipeline)
    {
        services.AddHttpClient(name, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .RemoveAllLoggers() // the address holds the token
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                UseCookies = false,
                ActivityHeadersPropagator = null, // with one, every call is an activity whose url.full holds the token
            })
            .AddHttpMessageHandler(provider => new ResilienceHandler(pipeline(provider.GetRequiredService<TelegramResilience>())))
            .AddHttpMessageHandler(provider => new TokenWatch(provider.GetRequiredService<TokenStanding>()));
        services.AddKeyedSingleton<ITelegramBotClient>(name, (provider, _) =>
        {
            var options = provider.GetRequiredService<IOptions<TelegramOptions>>().Value;
            var token = options.ReadToken() ?? throw new InvalidOperationException("There is no bot token.");
            var botOptions = new TelegramBotClientOptions(token, options.ApiBaseUrl.Length > 0 ? options.ApiBaseUrl : null)
            {
                // Waiting is the pacer's business: a client that sleeps inside a call would keep the lane from knowing.
                RetryThreshold = 0,
            };
            return new TelegramBotClient(botOptions, provider.GetRequiredService<IHttpClientFactory>().CreateClient(name));
        });
    }
}
