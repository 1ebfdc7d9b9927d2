using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using KzNewsBot.Tests.Harness;

namespace KzNewsBot.Tests.CommandLine;

public sealed class PlaygroundTests : IDisposable
{
    private static readonly Dictionary<string, string?> NoSettings = new(StringComparer.Ordinal);

    private readonly string _folder = Directory.CreateTempSubdirectory("kznewsbot-playground-").FullName;
    private readonly HttpClient _http = new();

    [Fact]
    public async Task It_is_ready_soon_answers_stops_at_once_and_keeps_its_data()
    {
        // Half a day from now in Almaty: it runs on the machine's clock, and no digest is to come between.
        var time = TimeProvider.System.GetUtcNow().AddHours(5 + 12).ToString("HH':30'", CultureInfo.InvariantCulture);
        var port = FreePort.Find();
        await using (var first = Start(port))
        {
            await first.UntilAsync(() => first.Output.Contains("The bot is ready", StringComparison.Ordinal), "the greeting");
            await WriteAsync(port, $"/subscribe nato {time}");
            await UntilAsync(first, port, time);
            first.Interrupt();
            var began = TimeProvider.System.GetTimestamp();
            (await first.EndAsync()).ShouldBe(0);
            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(20), "neither a poll of 50 s nor the host's own limit is waited for");
        }

        await using var second = Start(port);
        await second.UntilAsync(() => second.Output.Contains("The bot is ready", StringComparison.Ordinal), "the greeting");
        (await MessagesAsync(port)).Count.ShouldBe(2);
        await WriteAsync(port, "/settings");
        await UntilAsync(second, port, $"{time} (Asia/Almaty)");
        (await _http.GetStringAsync(new Uri($"http://127.0.0.1:{port}/sim/findings"), TestContext.Current.CancellationToken)).ShouldBe("[]");
        second.Interrupt();
        (await second.EndAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_busy_port_is_told_in_one_sentence()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        await using var playground = Start(port);

        (await playground.EndAsync()).ShouldNotBe(0);
        playground.Errors.TrimEnd().ShouldBe($"Port {port} is in use by another program; choose another one with --port.");
    }

    [Fact]
    public async Task A_folder_nobody_can_write_to_is_told_in_one_sentence()
    {
        var (exitCode, _, errors) = await ChildProgram.RunAsync(ChildProgram.Playground, NoSettings, "--port", Text(FreePort.Find()), "--data", "/dev/null/playground");

        exitCode.ShouldNotBe(0);
        errors.TrimEnd().ShouldBe("The folder \"/dev/null/playground\" can't be written to; choose another one with --data.");
    }

    public void Dispose()
    {
        _http.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private ChildProgram Start(int port) => ChildProgram.Start(ChildProgram.Playground, NoSettings, "--port", Text(port), "--data", _folder);

    private async Task WriteAsync(int port, string text)
    {
        using var response = await _http.PostAsJsonAsync(new Uri($"http://127.0.0.1:{port}/sim/chats/1001/messages"), new { text }, TestContext.Current.CancellationToken);
        response.EnsureSuccessStatusCode();
    }

    private async Task<List<string>> MessagesAsync(int port)
    {
        var messages = await _http.GetFromJsonAsync<JsonElement>(new Uri($"http://127.0.0.1:{port}/sim/chats/1001/messages"), TestContext.Current.CancellationToken);
        return [.. messages.EnumerateArray().Select(message => message.GetProperty("text").GetString() ?? "")];
    }

    private Task UntilAsync(ChildProgram playground, int port, string text) => playground.UntilAsync(
        async () => (await MessagesAsync(port)) is [.., var last] && last.Contains(text, StringComparison.Ordinal) && !last.StartsWith('/'),
        $"the answer {text}");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
