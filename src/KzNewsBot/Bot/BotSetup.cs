using KzNewsBot.Bot.Commands;
using KzNewsBot.Bot.Presses;
using KzNewsBot.Bot.Views;
using KzNewsBot.Delivery;

namespace KzNewsBot.Bot;

internal static class BotSetup
{
    /// <summary>Everything that finds an answer; nothing of it talks to Telegram.</summary>
    public static IServiceCollection AddBotAnswers(this IServiceCollection services)
    {
        services.AddSingleton<StoryView>().AddSingleton<GreetingView>().AddSingleton<SettingsView>().AddSingleton<HelpView>().AddSingleton<WhyView>().AddSingleton<PrivacyView>();
        services.AddSingleton<TopicCommand>().AddSingleton<SearchCommand>().AddSingleton<TimelineCommand>();
        services.AddSingleton<IBotCommand>(provider => provider.GetRequiredService<SearchCommand>());
        services.AddSingleton<IBotCommand>(provider => provider.GetRequiredService<TimelineCommand>());
        services.AddSingleton<IBotCommand, StartCommand>().AddSingleton<IBotCommand, HelpCommand>()
            .AddSingleton<IBotCommand, TopicsCommand>().AddSingleton<IBotCommand, DigestCommand>()
            .AddSingleton<IBotCommand, SubscribeCommand>().AddSingleton<IBotCommand, UnsubscribeCommand>()
            .AddSingleton<IBotCommand, SettingsCommand>().AddSingleton<IBotCommand, SourcesCommand>().AddSingleton<IBotCommand, WhyCommand>()
            .AddSingleton<IBotCommand, PrivacyCommand>();
        services.AddSingleton<IBotPress, TopicPress>().AddSingleton<IBotPress, StoryPress>()
            .AddSingleton<IBotPress, SubscribePress>().AddSingleton<IBotPress, UnsubscribePress>()
            .AddSingleton<IBotPress, MarkPress>().AddSingleton<IBotPress, UnsubscribeAllPress>()
            .AddSingleton<IBotPress, SettingsPress>().AddSingleton<IBotPress, TopicsPress>()
            .AddSingleton<IBotPress, LanguagePress>().AddSingleton<IBotPress, GreetingPress>()
            .AddSingleton<IBotPress, TimelinePress>().AddSingleton<IBotPress, HourPress>().AddSingleton<IBotPress, ZonePress>()
            .AddSingleton<IBotPress, CorrectionsPress>().AddSingleton<IBotPress, PrivacyPress>();
        services.AddSingleton<UpdateRouter>();
        return services;
    }

    public static IServiceCollection AddBot(this IServiceCollection services, TelegramMode mode)
    {
        services.AddSingleton<Inbox>().AddSingleton<SceneReader>().AddSingleton<GroupRights>().AddSingleton<BotIdentity>()
            .AddSingleton<ReplySender>().AddSingleton<UpdateHandler>().AddSingleton<CommandMenu>();
        services.AddSingleton<UpdateQueue>();
        services.AddHostedService(provider => provider.GetRequiredService<UpdateQueue>());
        return mode == TelegramMode.Webhook ? services.AddHostedService<WebhookRegistration>() : services.AddHostedService<UpdatePoller>();
    }
}
