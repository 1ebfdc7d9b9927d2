using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace KzNewsBot.Tests.BotApi;

/// <summary>A server that answers byte by byte as told, so that it can also answer wrongly.</summary>
public sealed class RawBotApiServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    public RawBotApiServer()
    {
        _listener.Start();
        Url = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _loop = Accept();
    }

    public string Url { get; }

    public ConcurrentQueue<RawRequest> Requests { get; } = new();

    /// <summary>The bytes to answer with; null keeps the caller waiting.</summary>
    public Func<RawRequest, byte[]?> Answer { get; set; } = _ => Json(HttpStatusCode.OK, """{"ok":true,"result":true}""");

    public bool HoldOpen { get; set; }

    public SemaphoreSlim Received { get; } = new(0);

    public static byte[] Ok(string result) => Json(HttpStatusCode.OK, $$"""{"ok":true,"result":{{result}}}""");

    public static byte[] Json(HttpStatusCode status, string body) => Http(status, "application/json", body);

    public static byte[] Http(HttpStatusCode status, string type, string body, int missingBytes = 0)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {(int)status} {status}\r\nContent-Type: {type}\r\nContent-Length: {bytes.Length + missingBytes}\r\nConnection: close\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. bytes];
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop;
        _listener.Dispose();
        _stop.Dispose();
        Received.Dispose();
    }

    private async Task Accept()
    {
        var talks = new List<Task>();
        try
        {
            while (true)
            {
                talks.Add(Talk(await _listener.AcceptSocketAsync(_stop.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task Talk(Socket socket)
    {
        try
        {
            await using var stream = new NetworkStream(socket, ownsSocket: true);
            var request = await RawRequest.Read(stream, _stop.Token);
            Requests.Enqueue(request);
            Received.Release();
            if (Answer(request) is { } answer)
            {
                await stream.WriteAsync(answer, _stop.Token);
                if (!HoldOpen)
                {
                    return;
                }
            }

            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, _stop.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The client went away or the test is over.
        }
    }
}

public sealed record RawRequest(string Method, string Path, string? ContentType, string Body)
{
    public static async Task<RawRequest> Read(Stream stream, CancellationToken cancellationToken)
    {
        var head = await ReadHead(stream, cancellationToken);
        var lines = head.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var headers = lines.Skip(1)
            .Select(line => line.Split(": ", 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        var length = int.Parse(headers.GetValueOrDefault("Content-Length", "0"), CultureInfo.InvariantCulture);
        var body = new byte[length];
        await stream.ReadExactlyAsync(body, cancellationToken);
        var start = lines[0].Split(' ');
        return new RawRequest(start[0], start[1], headers.GetValueOrDefault("Content-Type"), Encoding.UTF8.GetString(body));
    }

    private static async Task<string> ReadHead(Stream stream, CancellationToken cancellationToken)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one, cancellationToken);
            head.Append((char)one[0]);
        }

        return head.ToString();
    }
}
