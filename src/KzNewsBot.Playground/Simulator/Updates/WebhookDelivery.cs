using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Playground.Simulator.Updates;

/// <summary>
/// Posts updates to the webhook: one at a time per key, keys in parallel, retried with growing pauses until the update's
/// lifetime ends. Behaves like a server started with --local: any address will do.
/// </summary>
internal sealed class WebhookDelivery : IAsyncDisposable
{
    private static readonly TimeSpan IdleLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(1);
    private static readonly TimeSpan PatienceWithGone = TimeSpan.FromHours(23);
    private static readonly TimeSpan Forever = TimeSpan.FromDays(1);

    private readonly SimulatedWorld _world;
    private readonly Func<HttpContent, CancellationToken, Task> _runAnsweredMethod;
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    private readonly SemaphoreSlim _wake = new(0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _loop;

    public WebhookDelivery(SimulatedWorld world, Func<HttpContent, CancellationToken, Task> runAnsweredMethod)
    {
        _world = world;
        _runAnsweredMethod = runAnsweredMethod;
        world.Updates.Added += (_, _) => Wake();
        _loop = Task.Run(() => RunAsync(_stop.Token));
    }

    public void Wake() => _wake.Release();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _loop.ContinueWith(static _ => { }, TaskScheduler.Default);
        _http.Dispose();
        _wake.Dispose();
        _stop.Dispose();
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        var running = new List<Task>();
        while (!cancellationToken.IsCancellationRequested)
        {
            running.RemoveAll(task => task.IsCompleted);
            foreach (var update in TakeDue(running.Count))
            {
                running.Add(DeliverAsync(update, cancellationToken));
            }

            using var pause = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(_wake.WaitAsync(pause.Token), Task.Delay(UntilNextAttempt(), _world.Clock, pause.Token));
            await pause.CancelAsync();
        }

        await Task.WhenAll(running);
    }

    private List<QueuedUpdate> TakeDue(int running)
    {
        lock (_world.Gate)
        {
            if (!_world.Webhook.IsSet)
            {
                return [];
            }

            var due = _world.Updates.Pending
                .GroupBy(update => update.Key, StringComparer.Ordinal)
                .Select(queue => queue.First())
                .Where(update => !update.IsInFlight && update.NextAttemptAt <= _world.Now)
                .Take(_world.Webhook.MaximumConnections - running)
                .ToList();
            due.ForEach(update => update.IsInFlight = true);
            return due;
        }
    }

    private TimeSpan UntilNextAttempt()
    {
        lock (_world.Gate)
        {
            var next = _world.Updates.Pending
                .Where(update => !update.IsInFlight && update.NextAttemptAt > _world.Now)
                .Select(update => update.NextAttemptAt - _world.Now)
                .DefaultIfEmpty(Forever)
                .Min();
            return _world.Webhook.IsSet ? next : Forever;
        }
    }

    private async Task DeliverAsync(QueuedUpdate update, CancellationToken cancellationToken)
    {
        string? error;
        TimeSpan? retryAfter = null;
        var gone = false;
        try
        {
            using var limit = new CancellationTokenSource(IdleLimit, _world.Clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            using var request = CreateRequest(update);
            using var response = await _http.SendAsync(request, either.Token);
            error = response.IsSuccessStatusCode ? null : $"Wrong response from the webhook: {(int)response.StatusCode} {response.ReasonPhrase}";
            retryAfter = response.Headers.RetryAfter?.Delta;
            gone = response.StatusCode == System.Net.HttpStatusCode.Gone;
            if (error is null)
            {
                await _runAnsweredMethod(response.Content, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            error = "Read timeout expired";
        }
        catch (HttpRequestException e)
        {
            error = e.HttpRequestError == HttpRequestError.ConnectionError ? "Connection refused" : "Connection closed";
        }
        catch (IOException)
        {
            error = "Connection closed";
        }

        lock (_world.Gate)
        {
            update.IsInFlight = false;
            Settle(update, error, retryAfter, gone);
        }

        Wake();
    }

    private HttpRequestMessage CreateRequest(QueuedUpdate update)
    {
        Uri url;
        string secret;
        lock (_world.Gate)
        {
            url = _world.Webhook.Url ?? new Uri("http://127.0.0.1:9/");
            secret = _world.Webhook.Secret;
        }

        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(update.Json));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = content };
        if (secret.Length > 0)
        {
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        }

        if (url.UserInfo.Length > 0)
        {
            var credentials = Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(url.UserInfo)));
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", credentials);
        }

        return request;
    }

    private void Settle(QueuedUpdate update, string? error, TimeSpan? retryAfter, bool gone)
    {
        if (error is null)
        {
            _world.Updates.Remove(update);
            return;
        }

        var now = _world.Now;
        _world.Webhook.LastError = error;
        _world.Webhook.LastErrorAt = now;
        update.Attempts++;
        update.GoneSince = gone ? update.GoneSince ?? now : null;
        update.NextAttemptAt = now + (retryAfter is { } asked ? Min(asked, LongestRetryAfter) : BackOff(update.Attempts));
        if (now - update.GoneSince > PatienceWithGone)
        {
            _world.Webhook.Url = null;
            _world.Webhook.Text = "";
        }
        else if (update.NextAttemptAt >= update.ExpiresAt)
        {
            _world.Updates.Remove(update);
        }
    }

    /// <summary>The first retry comes at once, then 2, 4, 8 … s, at most a random 60–120 s.</summary>
    private static TimeSpan BackOff(int attempts) => attempts == 1
        ? TimeSpan.Zero
        : Min(TimeSpan.FromSeconds(Math.Pow(2, Math.Min(attempts - 1, 10))), TimeSpan.FromSeconds(RandomNumberGenerator.GetInt32(60, 121)));

    private static TimeSpan Min(TimeSpan left, TimeSpan right) => left < right ? left : right;
}
