using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using KzNewsBot.Playground.Simulator.Control;
using KzNewsBot.Playground.Simulator.Faults;
using KzNewsBot.Playground.Simulator.Flood;
using KzNewsBot.Playground.Simulator.Methods;
using KzNewsBot.Playground.Simulator.Updates;
using KzNewsBot.Playground.Simulator.Validation;
using KzNewsBot.Playground.Simulator.World;

namespace KzNewsBot.Playground.Simulator.Http;

/// <summary>One request of the bot from the wire to the wire: token, method, planned accident, findings, effect, transcript.</summary>
internal sealed class BotApiEndpoint(SimulatedWorld world, LongPolling polling, TokenCheck token, CancellationToken stopping)
{
    public async Task HandleAsync(HttpContext http, string pathToken, string pathMethod)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, stopping);
        var cancellationToken = gone.Token;
        try
        {
            var parameters = await RequestReader.ReadAsync(http.Request, cancellationToken);
            var method = pathMethod.Length > 0 ? pathMethod : parameters.Text("method");
            if (Refuse(pathToken, method, parameters) is { } refusal)
            {
                await AnswerWriter.WriteAsync(http.Response, refusal, cancellationToken);
                return;
            }

            Fault? fault;
            lock (world.Gate)
            {
                ReportImpatience(method, parameters);
                fault = world.Faults.Take(method, ChatIdOf(parameters));
                NoteWait(method, parameters, fault is { Status: 429 } ? fault.RetryAfter : null);
            }

            // As at Telegram, a call once accepted takes effect although the bot hangs up; only a poll ends with its connection.
            var isPoll = method.ToLowerInvariant() is MethodTable.GetUpdates;
            var accepted = isPoll ? cancellationToken : stopping;
            var player = new FaultPlayer(http, world.Clock, fault, () => RunAndLogAsync(method, parameters, fault, accepted), () => LogUnanswered(method, parameters, fault!));
            var answering = isPoll || fault is { Kind: FaultKind.Delay or FaultKind.Hang } ? 0 : 1;
            CountAnswering(answering);
            try
            {
                await player.PlayAsync(accepted, cancellationToken);
            }
            finally
            {
                CountAnswering(-answering);
            }
        }
        catch (MalformedRequestException e)
        {
            http.Response.StatusCode = e.Status;
            http.Response.Headers.Connection = "close";
        }
        catch (OperationCanceledException)
        {
            // The bot hung up.
        }
    }

    /// <summary>Runs a method named in the answer to a webhook request; its result is not reported to anybody.</summary>
    public async Task RunFromWebhookAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var context = new DefaultHttpContext();
        context.Request.Body = await content.ReadAsStreamAsync(cancellationToken);
        context.Request.ContentType = content.Headers.ContentType?.ToString();
        try
        {
            var parameters = await RequestReader.ReadAsync(context.Request, cancellationToken);
            var method = parameters.Text("method").ToLowerInvariant();
            var allowed = method is not ("setwebhook" or "deletewebhook" or "close" or "logout") && !method.StartsWith("get", StringComparison.Ordinal);
            if (allowed && MethodTable.Methods.ContainsKey(method))
            {
                await RunAndLogAsync(method, parameters, fault: null, cancellationToken);
            }
        }
        catch (MalformedRequestException)
        {
            // An answer that is no call: nothing to do.
        }
    }

    private ApiAnswer? Refuse(string pathToken, string method, RequestParameters parameters)
    {
        if (token.Refuse(pathToken) is { } wrongToken)
        {
            return ApiAnswer.Failure(wrongToken);
        }

        var name = method.ToLowerInvariant();
        if (MethodTable.Methods.ContainsKey(name) || name is MethodTable.GetUpdates or "setwebhook")
        {
            return null;
        }

        Report(method, parameters, RequestValidation.Check(method, parameters));
        var unknown = ApiAnswer.Failure(new ApiErrorException(404, method.Length == 0 ? "Not Found" : "Not Found: method not found"));
        Log(method, parameters, unknown, [], fault: null);
        return unknown;
    }

    private async Task<ApiAnswer> RunAndLogAsync(string method, RequestParameters parameters, Fault? fault, CancellationToken cancellationToken)
    {
        Report(method, parameters, RequestValidation.Check(method, parameters));
        ApiAnswer answer;
        try
        {
            if (method.ToLowerInvariant() is not MethodTable.GetUpdates and var name)
            {
                return await RunAsync(name, method, parameters, fault, cancellationToken);
            }

            answer = await polling.AnswerAsync(parameters, cancellationToken);
        }
        catch (ApiErrorException e)
        {
            answer = ApiAnswer.Failure(e);
        }

        Log(method, parameters, answer, [], fault);
        return answer;
    }

    private async Task<ApiAnswer> RunAsync(string name, string method, RequestParameters parameters, Fault? fault, CancellationToken cancellationToken)
    {
        for (var floodPassed = false; ; floodPassed = true)
        {
            var call = new ApiCall(world, parameters, name, floodPassed);
            try
            {
                return RunOnce(call, method, fault);
            }
            catch (FloodWaitException wait)
            {
                CountAnswering(-1);
                try
                {
                    await Task.Delay(wait.Until - world.Now is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero, world.Clock, cancellationToken);
                }
                finally
                {
                    CountAnswering(1);
                }
            }
        }
    }

    private void CountAnswering(int change)
    {
        lock (world.Gate)
        {
            world.Answering += change;
        }
    }

    /// <summary>Logged in the same turn: who sees the effect sees the request too.</summary>
    private ApiAnswer RunOnce(ApiCall call, string method, Fault? fault)
    {
        lock (world.Gate)
        {
            world.ReportSlowCallbacks();
            var mended = true;
            try
            {
                var answer = call.MethodName is "setwebhook" ? Webhooks.Set(call, polling.EndForWebhook) : MethodTable.Methods[call.MethodName](call);
                Log(method, call.Parameters, answer, call.MessageIds, fault);
                return answer;
            }
            catch (FloodWaitException)
            {
                mended = false;
                throw;
            }
            finally
            {
                if (mended)
                {
                    Report(method, call.Parameters, call.Remarks.Select(remark => new Flaw(remark.Path, remark.Sentence)));
                }
            }
        }
    }

    private void Report(string method, RequestParameters parameters, IEnumerable<Flaw> flaws)
    {
        lock (world.Gate)
        {
            foreach (var flaw in flaws)
            {
                world.Findings.Add(new Finding(world.Now, method, ChatIdOf(parameters), flaw.Path, $"{flaw.Path} {flaw.Sentence}".Trim(), flaw.IsStyle));
            }
        }
    }

    /// <summary>A call to a chat whose 429 asked to wait for longer. Telegram may answer it all the same.</summary>
    private void ReportImpatience(string method, RequestParameters parameters)
    {
        if (ChatIdOf(parameters) is { } chatId && world.FloodWaits.Left(method, chatId) is var left && left > TimeSpan.Zero)
        {
            Report(method, parameters, [new Flaw("chat_id", $"is of a chat whose 429 asked to wait for {Math.Ceiling(left.TotalSeconds):0} s more")]);
        }
    }

    private void NoteWait(string method, RequestParameters parameters, int? seconds)
    {
        if (seconds is { } wait && ChatIdOf(parameters) is { } chatId)
        {
            world.FloodWaits.Ask(method, chatId, wait);
        }
    }

    private void LogUnanswered(string method, RequestParameters parameters, Fault fault)
    {
        var status = fault.Kind == FaultKind.Status ? fault.Status : 0;
        Log(method, parameters, new ApiAnswer(status, null, fault.Description, null), [], fault);
    }

    private void Log(string method, RequestParameters parameters, ApiAnswer answer, IReadOnlyList<int> messageIds, Fault? fault)
    {
        lock (world.Gate)
        {
            var noted = new JsonObject();
            foreach (var (name, value) in parameters.Values)
            {
                noted[name] = value.Kind is null or JsonValueKind.String ? token.Hide(value.Text) : JsonNode.Parse(token.Hide(value.Text));
            }

            foreach (var (name, file) in parameters.Files)
            {
                noted[name] = $"file {file.Name}, {file.Content.Length} bytes";
            }

            NoteWait(method, parameters, answer.Status == 429 ? answer.Parameters?["retry_after"]?.GetValue<int>() : null);
            var description = answer.Description is null ? null : token.Hide(answer.Description);
            world.Requests.Add(new LoggedRequest(
                world.Requests.NextNumber(), world.Now, method, noted, answer.Status, description, messageIds, fault?.Name));
        }
    }

    private static long? ChatIdOf(RequestParameters parameters) =>
        long.TryParse(parameters.Text("chat_id"), CultureInfo.InvariantCulture, out var id) ? id : null;
}
