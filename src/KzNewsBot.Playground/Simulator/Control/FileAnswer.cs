namespace KzNewsBot.Playground.Simulator.Control;

internal static class FileAnswer
{
    public static async Task WriteAsync(HttpContext http, byte[]? content)
    {
        if (content is null)
        {
            http.Response.StatusCode = 404;
            return;
        }

        http.Response.ContentType = content is [0x89, ..] ? "image/png" : "image/jpeg";
        await http.Response.Body.WriteAsync(content, http.RequestAborted);
    }
}
