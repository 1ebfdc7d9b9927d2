using System.Globalization;
using System.Text;

namespace KzNewsBot.Playground.Simulator.Http;

internal static class AnswerWriter
{
    /// <summary>Writes the answer; <paramref name="cutInHalf"/> ends the body in the middle although it is complete by its headers.</summary>
    public static async Task WriteAsync(HttpResponse response, ApiAnswer answer, CancellationToken cancellationToken, bool cutInHalf = false)
    {
        response.StatusCode = answer.Status;
        response.ContentType = "application/json";
        if (answer.Status == 429 && answer.Parameters?["retry_after"] is { } seconds)
        {
            response.Headers.RetryAfter = seconds.GetValue<int>().ToString(CultureInfo.InvariantCulture);
        }

        // The default encoder writes non-ASCII as \uXXXX, as the server does.
        var body = Encoding.UTF8.GetBytes(answer.ToJson().ToJsonString());
        var length = cutInHalf ? body.Length / 2 : body.Length;
        response.ContentLength = length;
        await response.Body.WriteAsync(body.AsMemory(0, length), cancellationToken);
    }
}
