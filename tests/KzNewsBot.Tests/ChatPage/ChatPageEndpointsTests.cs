using System.Net;
using System.Text.RegularExpressions;
using KzNewsBot.Playground.ChatPage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace KzNewsBot.Tests.ChatPage;

public sealed partial class ChatPageEndpointsTests : IAsyncLifetime
{
    private WebApplication _app = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapChatPage();
        await _app.StartAsync(TestContext.Current.CancellationToken);
        _client = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/chat.css", "text/css")]
    [InlineData("/chat.js", "text/javascript")]
    [InlineData("/favicon.svg", "image/svg+xml")]
    public async Task File_comes_with_its_content_type(string path, string contentType)
    {
        using var response = await GetAsync(path);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(contentType);
    }

    [Fact]
    public async Task Every_file_forbids_other_origins_and_is_revalidated()
    {
        ChatPageEndpoints.FileNames.ShouldContain("entities.js", StringComparer.Ordinal);
        foreach (var path in Paths())
        {
            using var response = await GetAsync(path);

            response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            var policy = response.Headers.GetValues("Content-Security-Policy").Single();
            policy.ShouldStartWith("default-src 'self';");
            policy.ShouldNotContain("unsafe");
            response.Headers.CacheControl!.NoCache.ShouldBeTrue(path);
        }
    }

    [Fact]
    public async Task Page_parts_refer_only_to_files_beside_them()
    {
        var references = 0;
        foreach (var path in Paths())
        {
            var text = await ReadAsync(path);
            foreach (var reference in Reference().Matches(text).Select(match => match.Groups["path"].Value))
            {
                using var response = await GetAsync(reference);
                response.StatusCode.ShouldBe(HttpStatusCode.OK, $"{path} refers to {reference}");
                new Uri(_client.BaseAddress!, reference).Host.ShouldBe("127.0.0.1");
                references++;
            }
        }

        references.ShouldBeGreaterThan(20);
    }

    [Fact]
    public async Task Source_code_is_not_served()
    {
        using var response = await GetAsync("/ChatPageEndpoints.cs");

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Every_label_exists_in_every_language()
    {
        var languages = LanguageBlock().Matches(await ReadAsync("/labels.js"))
            .ToDictionary(block => block.Groups["tag"].Value, block => LabelsIn(block.Groups["labels"].Value), StringComparer.Ordinal);

        languages.Keys.ShouldBe(["ru", "kk", "en"]);
        languages["kk"].ShouldBe(languages["ru"]);
        languages["en"].ShouldBe(languages["ru"]);
        foreach (var path in Paths())
        {
            var used = UsedLabel().Matches(await ReadAsync(path)).Select(match => match.Groups["name"].Value);
            used.Except(languages["ru"], StringComparer.Ordinal).ShouldBeEmpty($"labels used by {path}");
        }
    }

    private static List<string> LabelsIn(string block) => [.. Label().Matches(block).Select(match => match.Groups["name"].Value)];

    private static IEnumerable<string> Paths() =>
        ChatPageEndpoints.FileNames.Select(name => name.Replace("index.html", "", StringComparison.Ordinal)).Select(name => $"/{name}");

    private Task<HttpResponseMessage> GetAsync(string path) =>
        _client.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute), TestContext.Current.CancellationToken);

    private Task<string> ReadAsync(string path) =>
        _client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

    /// <summary>What a browser loads by itself: tags of HTML and SVG, url() of CSS, imports of modules.</summary>
    [GeneratedRegex("""(?:\s(?:src|href)="|url\("|\bfrom ")(?<path>[^"#][^"]*)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reference();

    [GeneratedRegex("""^  (?<tag>\w\w): \{$(?<labels>.*?)^  \},$""", RegexOptions.ExplicitCapture | RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex LanguageBlock();

    [GeneratedRegex("""(?<name>\w+): "[^"]+",""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Label();

    [GeneratedRegex("""(?:\bt\("|data-t(?:-label|-placeholder)?=")(?<name>\w+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UsedLabel();
}
