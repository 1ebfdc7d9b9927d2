using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using KzNewsBot.Playground.Simulator.Http;
using KzNewsBot.Playground.Simulator.Updates;

namespace KzNewsBot.Playground.Simulator.Methods;

/// <summary>setWebhook, deleteWebhook, getWebhookInfo.</summary>
internal static partial class Webhooks
{
    private const int MaximumSecretBytes = 256;
    private const int MaximumConnections = 100;
    private static readonly TimeSpan BetweenChanges = TimeSpan.FromSeconds(1);

    public static ApiAnswer Set(ApiCall call, Action endPolling)
    {
        var text = call.Text("url");
        return text.Length == 0 ? Delete(call) : Set(call, text, endPolling);
    }

    public static ApiAnswer Delete(ApiCall call)
    {
        DropPending(call);
        var webhook = call.World.Webhook;
        var wasSet = webhook.IsSet;
        webhook.Url = null;
        webhook.Text = "";
        webhook.LastError = null;
        webhook.LastErrorAt = null;
        return ApiAnswer.Success(JsonValue.Create(true), wasSet ? "Webhook was deleted" : "Webhook is already deleted");
    }

    public static ApiAnswer Info(ApiCall call)
    {
        var webhook = call.World.Webhook;
        var json = new JsonObject
        {
            ["url"] = webhook.Text,
            ["has_custom_certificate"] = false,
            ["pending_update_count"] = call.World.Updates.Pending.Count,
        };
        if (webhook.LastErrorAt is { } at)
        {
            json["last_error_date"] = at.ToUnixTimeSeconds();
            json["last_error_message"] = webhook.LastError;
        }

        if (webhook.Url is { } url)
        {
            json["max_connections"] = webhook.MaximumConnections;
            json["ip_address"] = url.HostNameType == UriHostNameType.IPv4 ? url.Host : "127.0.0.1";
        }

        if (call.World.Updates.AllowedKinds is { Count: > 0 } kinds)
        {
            json["allowed_updates"] = new JsonArray([.. kinds.Select(kind => (JsonNode)kind)]);
        }

        return ApiAnswer.Success(json);
    }

    private static ApiAnswer Set(ApiCall call, string text, Action endPolling)
    {
        var webhook = call.World.Webhook;
        if (call.World.Now < webhook.NextChangeAllowedAt)
        {
            throw ApiErrorException.TooManyRequests(1);
        }

        webhook.NextChangeAllowedAt = call.World.Now + BetweenChanges;
        var secret = ReadSecret(call);
        var connections = call.Parameters.Number("max_connections", WebhookSettings.DefaultConnections, 1, MaximumConnections);
        var url = ReadUrl(text);
        AllowedUpdates.Remember(call.Parameters, call.World.Updates);
        DropPending(call);
        if (webhook.IsSet
            && string.Equals(webhook.Text, text, StringComparison.Ordinal)
            && string.Equals(webhook.Secret, secret, StringComparison.Ordinal)
            && webhook.MaximumConnections == connections)
        {
            return ApiAnswer.Success(JsonValue.Create(true), "Webhook is already set");
        }

        (webhook.Url, webhook.Text, webhook.Secret, webhook.MaximumConnections) = (url, text, secret, connections);
        (webhook.LastError, webhook.LastErrorAt) = (null, null);
        endPolling();
        return ApiAnswer.Success(JsonValue.Create(true), "Webhook was set");
    }

    private static string ReadSecret(ApiCall call)
    {
        var secret = call.Text("secret_token");
        if (Encoding.UTF8.GetByteCount(secret) > MaximumSecretBytes)
        {
            throw ApiErrorException.BadRequest("secret token is too long");
        }

        return SecretToken().IsMatch(secret) ? secret : throw ApiErrorException.BadRequest("secret token contains unallowed characters");
    }

    private static Uri ReadUrl(string text) =>
        Uri.TryCreate(text.Contains("://", StringComparison.Ordinal) ? text : "https://" + text, UriKind.Absolute, out var url)
        && url.Scheme is "http" or "https"
        && url.Host.Length > 0
            ? url
            : throw ApiErrorException.BadRequest("invalid webhook URL specified");

    private static void DropPending(ApiCall call)
    {
        if (call.Parameters.Flag("drop_pending_updates"))
        {
            call.World.Updates.Clear();
        }
    }

    [GeneratedRegex("^[A-Za-z0-9_-]*$", RegexOptions.None, 10_000)]
    private static partial Regex SecretToken();
}
