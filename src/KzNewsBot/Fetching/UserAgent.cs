using System.Reflection;

namespace KzNewsBot.Fetching;

/// <summary>Who asks: product, version, and where an outlet can complain.</summary>
internal static class UserAgent
{
    /// <summary>The name that robots.txt files may use for us.</summary>
    public const string Product = "KzNewsBot";

    public static string For(FetchingOptions options)
    {
        var version = typeof(UserAgent).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "1.0.0";
        var product = $"{Product}/{version.Split('+')[0]}"; // without the commit behind the plus
        return options.Contact.Length > 0 ? $"{product} (+{options.Contact})" : product;
    }
}
