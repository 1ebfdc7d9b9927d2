using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Hosting;

/// <summary>Where the bot itself listens.</summary>
internal sealed class HttpOptions
{
    public const string Section = "Http";

    public string Url { get; set; } = "http://127.0.0.1:5090";
}

internal sealed class HttpOptionsValidator : IValidateOptions<HttpOptions>
{
    public ValidateOptionsResult Validate(string? name, HttpOptions options) => options.Url.Split(';').All(IsAddress)
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail($"Http:Url is \"{options.Url}\"; it must look like \"http://127.0.0.1:5090\", without a path (a reverse proxy adds the certificate).");

    private static bool IsAddress(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url.Trim());
            return address is { Scheme: "http", PathBase: "", Host.Length: > 0 };
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
