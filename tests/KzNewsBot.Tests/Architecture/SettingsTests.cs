using KzNewsBot.Data;
using KzNewsBot.Delivery;
using KzNewsBot.Digests;
using KzNewsBot.Operations;
using KzNewsBot.Feeds;
using KzNewsBot.Fetching;
using KzNewsBot.Hosting;
using KzNewsBot.Subscriptions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Tests.Architecture;

/// <summary>A wrong setting is named by its key, with what it should be.</summary>
public sealed class SettingsTests : IDisposable
{
    private static readonly IConfiguration Nothing = new ConfigurationBuilder().Build();

    private readonly string _folder = Directory.CreateTempSubdirectory("kznewsbot-settings-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_default_is_valid()
    {
        new SubscriptionOptionsValidator().Validate(null, new SubscriptionOptions()).Succeeded.ShouldBeTrue();
        new DigestOptionsValidator().Validate(null, new DigestOptions()).Succeeded.ShouldBeTrue();
        new DeliveryOptionsValidator().Validate(null, new DeliveryOptions()).Succeeded.ShouldBeTrue();
        new FetchingOptionsValidator(Nothing).Validate(null, new FetchingOptions()).Succeeded.ShouldBeTrue();
        new FeedsOptionsValidator().Validate(null, new FeedsOptions()).Succeeded.ShouldBeTrue();
        new SeedsOptionsValidator().Validate(null, new SeedsOptions()).Succeeded.ShouldBeTrue();
        new StorageOptionsValidator().Validate(null, new StorageOptions { Folder = _folder }).Succeeded.ShouldBeTrue();
        new TelegramOptionsValidator().Validate(null, new TelegramOptions { Token = "123456:ABCDEFGHIJKLMNOPQRSTUVWXYZ" }).Succeeded.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Asia/Almata")]
    [InlineData("Almaty")]
    [InlineData("+5")]
    [InlineData("")]
    public void A_wrong_zone_is_named(string zone) =>
        FaultOf(new SubscriptionOptionsValidator(), new SubscriptionOptions { DefaultTimeZone = zone })
            .ShouldBe($"Subscriptions:DefaultTimeZone is \"{zone}\"; it must be an IANA time zone such as \"Asia/Almaty\".");

    [Theory]
    [InlineData("25:00")]
    [InlineData("soon")]
    public void A_wrong_time_is_named(string time) =>
        FaultOf(new SubscriptionOptionsValidator(), new SubscriptionOptions { DefaultTime = time }).ShouldContain($"Subscriptions:DefaultTime is \"{time}\"; it must be a time of day");

    [Theory]
    [InlineData("every minute")]
    [InlineData("* * * * *")]
    [InlineData("")]
    public void A_wrong_tick_is_named(string cron) =>
        FaultOf(new DigestOptionsValidator(), new DigestOptions { TickCron = cron }).ShouldContain($"Digests:TickCron is \"{cron}\"; it must be a Quartz cron expression");

    [Theory]
    [InlineData(0, 2, "Digests:MaxStories is 0; it must be from 1 to 20.")]
    [InlineData(21, 2, "Digests:MaxStories is 21; it must be from 1 to 20.")]
    [InlineData(6, 5, "Digests:QuotesPerStory is 5; it must be from 1 to 4.")]
    public void Numbers_of_a_digest_have_their_range(int stories, int quotes, string fault) =>
        FaultOf(new DigestOptionsValidator(), new DigestOptions { MaxStories = stories, QuotesPerStory = quotes }).ShouldBe(fault);

    [Theory]
    [InlineData(0, 4, 30, 24, "Delivery:MessagesPerSecond is 0; it must be from 1 to 30.")]
    [InlineData(25, 0, 30, 24, "Delivery:InFlight is 0; it must be from 1 to 200.")]
    [InlineData(25, 4, 1, 24, "Delivery:TimeoutSeconds is 1; it must be from 5 to 120.")]
    [InlineData(25, 4, 30, 100, "Delivery:ExpiryHours is 100; it must be from 1 to 72.")]
    public void Numbers_of_delivery_have_their_range(int perSecond, int inFlight, int timeout, int expiry, string fault) =>
        FaultOf(
            new DeliveryOptionsValidator(),
            new DeliveryOptions { MessagesPerSecond = perSecond, InFlight = inFlight, TimeoutSeconds = timeout, ExpiryHours = expiry }).ShouldBe(fault);

    [Theory]
    [InlineData(29, 90, "Retention:ArticleDays is 29; it must be 0, to keep everything, or from 30 to 36500.")]
    [InlineData(-1, 90, "Retention:ArticleDays is -1; it must be 0, to keep everything, or from 30 to 36500.")]
    [InlineData(365, 14, "Retention:DeliveryDays is 14; it must be 0, to keep everything, or from 30 to 36500.")]
    public void Nothing_goes_that_may_still_be_news(int articles, int deliveries, string fault) =>
        FaultOf(new RetentionOptionsValidator(), new RetentionOptions { ArticleDays = articles, DeliveryDays = deliveries }).ShouldBe(fault);

    [Fact]
    public void The_operators_chat_is_a_chat() =>
        FaultOf(new OperatorOptionsValidator(Nothing), new OperatorOptions { Chats = [1, 0] }).ShouldBe("Operator:Chats has the chat 0; expected ids of chats, such as 123456789.");

    [Theory]
    [InlineData("TotalSeconds", "0", "Fetching:TotalSeconds is 0; it must be from 1 to 300.")]
    [InlineData("MaxRedirects", "11", "Fetching:MaxRedirects is 11; it must be from 0 to 10.")]
    [InlineData("ExtraPorts:0", "70000", "Fetching:ExtraPorts is 70000; it must be from 1 to 65535.")]
    [InlineData("Contact", "me (really)", "Fetching:Contact is \"me (really)\"; it must be empty, an http(s) address or an e-mail address.")]
    [InlineData("AllowHosts:0", "http://x/", "Fetching:AllowHosts holds \"http://x/\"; each must be a host or host:port such as \"127.0.0.1:8080\".")]
    public void Settings_of_fetching_are_checked(string key, string value, string fault)
    {
        var options = new FetchingOptions();
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { [key] = value }).Build().Bind(options);
        FaultOf(new FetchingOptionsValidator(Nothing), options).ShouldBe(fault);
    }

    [Theory]
    [InlineData("Operator:Chats", "123456789", "Operator:Chats is \"123456789\"; a list takes a key for each item, the first of them Operator__Chats__0.")]
    [InlineData("Operator:Chats:0", "@newsroom", "Operator:Chats has 1 items of which 0 can be read; check each, the first is Operator__Chats__0.")]
    public void A_list_that_the_binder_would_pass_over_is_named(string key, string value, string fault)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { [key] = value }).Build();
        FaultOf(new OperatorOptionsValidator(configuration), configuration.GetSection("Operator").Get<OperatorOptions>() ?? new OperatorOptions()).ShouldBe(fault);
    }

    [Theory]
    [InlineData("Digests:MaxStorys", "Digests:MaxStorys is no setting; did you mean Digests:MaxStories?")]
    [InlineData("Http:Port", "Http:Port is no setting; Http has Url.")]
    [InlineData("Roles:0", "Roles:0 is no setting; Roles has one value.")]
    [InlineData("Telgram:TokenFile", "Telgram is no setting; did you mean Telegram?")]
    [InlineData("storage:databaseFile", "Storage:databaseFile is no setting; Storage has Provider, ConnectionString, Folder.")]
    public void A_key_that_nobody_reads_is_named(string key, string sentence) =>
        UnknownSettings.In(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { [key] = "1" }).Build()).ShouldBe([sentence]);

    [Theory]
    [InlineData("fetching:allowhosts:3")]
    [InlineData("Collection:Poll")]
    [InlineData("Logging:LogLevel:Default")]
    [InlineData("HTTP_PROXY")]
    [InlineData("NPM:Config")]
    [InlineData("HOME")]
    public void A_key_of_ours_or_of_others_is_not(string key) =>
        UnknownSettings.In(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { [key] = "1" }).Build()).ShouldBeEmpty();

    [Fact]
    public void Every_key_of_the_settings_file_is_read_and_a_stranger_in_it_is_named()
    {
        var shipped = Path.Combine(SourceText.Root, "appsettings.json");
        UnknownSettings.In(new ConfigurationBuilder().AddJsonFile(shipped).Build()).ShouldBeEmpty();
        var own = Path.Combine(_folder, "appsettings.json");
        File.WriteAllText(own, """{"Bot":{"Token":"1"},"Kestrel":{}}""");
        UnknownSettings.In(new ConfigurationBuilder().AddJsonFile(own).Build()).ShouldHaveSingleItem().ShouldStartWith("Bot is no setting; known are Telegram, Storage, ");
    }

    [Theory]
    [InlineData("https://0.0.0.0:5090")]
    [InlineData("http://127.0.0.1:5090/bot")]
    [InlineData("0.0.0.0:5090")]
    [InlineData("")]
    public void An_address_that_nobody_can_listen_at_is_named(string url) =>
        FaultOf(new HttpOptionsValidator(), new HttpOptions { Url = url }).ShouldStartWith($"Http:Url is \"{url}\"; it must look like");

    [Theory]
    [InlineData("http://127.0.0.1:5090")]
    [InlineData("http://*:8080")]
    [InlineData("http://[::1]:5090;http://127.0.0.1:0")]
    public void An_address_to_listen_at_may_be_any(string url) => new HttpOptionsValidator().Validate(null, new HttpOptions { Url = url }).Succeeded.ShouldBeTrue();

    [Theory]
    [InlineData("Sqlite", "/srv/news.db")]
    [InlineData("Sqlite", "Host=localhost;Password=secret1")]
    [InlineData("Postgres", "postgres://user:secret1@host/db")]
    [InlineData("Postgres", "Hots=localhost;Password=secret1")]
    [InlineData("Postgres", "Database=kznewsbot")]
    public void A_connection_string_that_nobody_can_read_is_named_and_never_shown(string provider, string connection)
    {
        var fault = FaultOf(new StorageOptionsValidator(), new StorageOptions { Folder = _folder, Provider = Enum.Parse<StorageProvider>(provider), ConnectionString = connection });
        fault.ShouldStartWith("Storage:ConnectionString can't be read; with Storage:Provider=");
        fault.ShouldNotContain("secret1");
    }

    [Fact]
    public void A_token_in_the_place_of_its_file_is_not_shown() =>
        FaultOf(new TelegramOptionsValidator(), new TelegramOptions { TokenFile = "123456:ABCDEFGHIJKLMNOPQRSTUVWXYZ" })
            .ShouldBe("Telegram:TokenFile is the token itself; it must name a file that holds the bot token.");

    [Fact]
    public void Every_default_of_fetching_is_visible()
    {
        var shown = new ConfigurationBuilder().AddJsonFile(Path.Combine(SourceText.Root, "appsettings.json")).Build().GetSection(FetchingOptions.Section);
        var defaults = new FetchingOptions();
        foreach (var property in typeof(FetchingOptions).GetProperties())
        {
            shown.GetSection(property.Name).Exists().ShouldBe(expected: true, property.Name);
            if (property.GetValue(defaults) is int number)
            {
                shown.GetValue<int>(property.Name).ShouldBe(number, property.Name);
            }
        }
    }

    [Theory]
    [InlineData("secret-without-digits")]
    [InlineData("123456:too short")]
    [InlineData("123456:ABCDEFGHIJKLMNOPQRST UVWXYZ")]
    public void A_malformed_token_is_named_and_never_shown(string token)
    {
        var fault = FaultOf(new TelegramOptionsValidator(), new TelegramOptions { Token = token });
        fault.ShouldStartWith("Telegram:Token is malformed; a bot token from BotFather looks like");
        fault.ShouldNotContain(token);
        var file = Path.Combine(_folder, "token");
        File.WriteAllText(file, token);
        FaultOf(new TelegramOptionsValidator(), new TelegramOptions { TokenFile = file }).ShouldNotContain(token);
    }

    [Fact]
    public void A_token_file_may_end_with_a_new_line()
    {
        var file = Path.Combine(_folder, "token");
        File.WriteAllText(file, "123456:ABCDEFGHIJKLMNOPQRSTUVWXYZ\n");
        var options = new TelegramOptions { TokenFile = file };
        new TelegramOptionsValidator().Validate(null, options).Succeeded.ShouldBeTrue();
        options.ReadToken().ShouldBe("123456:ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    }

    [Fact]
    public void Addresses_of_Telegram_are_checked()
    {
        FaultOf(new TelegramOptionsValidator(), new TelegramOptions { TokenFile = Path.Combine(_folder, "nowhere") }).ShouldContain("Telegram:TokenFile is ");
        FaultOf(new TelegramOptionsValidator(), new TelegramOptions { ApiBaseUrl = "ftp://x" }).ShouldContain("Telegram:ApiBaseUrl is \"ftp://x\"; it must be empty or an http(s) address");
        var webhook = FaultOf(new TelegramOptionsValidator(), new TelegramOptions { Mode = TelegramMode.Webhook, WebhookUrl = "bot.example", WebhookSecret = "short secret" });
        webhook.ShouldContain("Telegram:WebhookUrl is \"bot.example\"");
        webhook.ShouldContain("Telegram:WebhookSecret is missing or malformed; with Telegram:Mode=Webhook it must be 16 to 256");
        webhook.ShouldNotContain("short secret");
    }

    [Theory]
    [InlineData("https://bot.example/hook", "", true)]
    [InlineData("https://bot.example:8443/hook", "", true)]
    [InlineData("https://bot.example:8080/hook", "", false)]
    [InlineData("http://bot.example/hook", "", false)]
    [InlineData("http://10.0.0.2:8080/hook", "http://127.0.0.1:8081", true)]
    public void A_webhook_stands_where_Telegram_calls(string address, string server, bool taken) =>
        new TelegramOptionsValidator().Validate(
            null,
            new TelegramOptions { Mode = TelegramMode.Webhook, WebhookUrl = address, WebhookSecret = "0123456789abcdef", ApiBaseUrl = server }).Succeeded.ShouldBe(taken);

    [Fact]
    public void A_folder_that_cannot_be_written_is_named()
    {
        var file = Path.Combine(_folder, "file");
        File.WriteAllText(file, "");
        var under = Path.Combine(file, "data");
        FaultOf(new StorageOptionsValidator(), new StorageOptions { Folder = under })
            .ShouldBe($"Storage:Folder is \"{under}\", which can't be written to; it must name a folder the bot may write to.");
        FaultOf(new StorageOptionsValidator(), new StorageOptions { Folder = " " }).ShouldStartWith("Storage:Folder is empty");
    }

    [Fact]
    public void Postgres_needs_a_connection_string() =>
        FaultOf(new StorageOptionsValidator(), new StorageOptions { Folder = _folder, Provider = StorageProvider.Postgres }).ShouldStartWith("Storage:ConnectionString is empty; with Storage:Provider=Postgres it must look like");

    [Fact]
    public void Seeds_must_be_there() =>
        FaultOf(new SeedsOptionsValidator(), new SeedsOptions { Folder = _folder }).ShouldBe($"Seeds:Folder is \"{_folder}\", which holds no topics.json; it must name the folder with sources.json and topics.json.");

    [Fact]
    public void Roles_are_named_or_refused()
    {
        Should.Throw<FormatException>(() => RolesOf("plan, dream")).Message.ShouldBe("Roles names \"dream\"; expected a list of collect, plan, deliver, answer.");
        RolesOf("Plan deliver").ShouldBe(new Roles(Carry: false, Collect: false, Poll: false, Plan: true, Deliver: true, Answer: false));
        RolesOf("").ShouldBe(new Roles(Carry: true, Collect: true, Poll: true, Plan: true, Deliver: true, Answer: true));
    }

    private static Roles RolesOf(string text) =>
        Roles.Read(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Roles"] = text }).Build());

    private static string FaultOf<T>(IValidateOptions<T> validator, T options)
        where T : class => validator.Validate(null, options).FailureMessage.ShouldNotBeNull();
}
