using System.Globalization;

namespace Telegram.Bot.Requests;

/// <summary>A request that may carry files: multipart when one of them is a stream, JSON otherwise.</summary>
public abstract class FileRequestBase<TResponse>(string methodName) : RequestBase<TResponse>(methodName)
{
    protected abstract IEnumerable<InputFile?> Files { get; }

    public override HttpContent? ToHttpContent()
    {
        var streams = Files.OfType<InputFileStream>().Distinct().ToList();
        if (streams.Count == 0)
        {
            return base.ToHttpContent();
        }

        for (var i = 0; i < streams.Count; i++)
        {
            streams[i].PartName = i.ToString(CultureInfo.InvariantCulture);
        }

        var form = new MultipartFormDataContent();
        var parameters = JsonSerializer.SerializeToElement(this, JsonBotAPI.Options.GetTypeInfo(GetType()));
        foreach (var parameter in parameters.EnumerateObject())
        {
            form.Add(new StringContent(parameter.Value.ToString()), parameter.Name);
        }

        foreach (var stream in streams)
        {
            form.Add(new StreamContent(stream.Content), stream.PartName, stream.FileName ?? "file");
        }

        return form;
    }
}
