using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using KzNewsBot.Playground.Simulator;

namespace KzNewsBot.Tests.Simulator;

public sealed class HttpLayerTests
{
    [Theory]
    [InlineData("/nothing", 404, "Not Found")]
    [InlineData("/botabc/getMe", 401, "Unauthorized: invalid token specified")]
    [InlineData("/bot0123:x/getMe", 401, "Unauthorized: invalid token specified")]
    [InlineData("/botabc:def/getMe", 421, "Misdirected Request: unallowed token specified")]
    [InlineData("/bot999:other/getMe", 401, "Unauthorized")]
    [InlineData("/bot" + LocalTelegram.Token + "/noSuchMethod", 404, "Not Found: method not found")]
    [InlineData("/bot" + LocalTelegram.Token, 404, "Not Found")]
    public async Task A_wrong_address_or_token_is_refused_in_the_servers_words(string path, int code, string description)
    {
        await using var telegram = await LocalTelegram.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        (await telegram.SendAsync(request)).ShouldRefuse(code, description);
    }

    [Fact]
    public async Task Query_form_multipart_json_and_gzip_bodies_mean_the_same()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var address = $"/bot{LocalTelegram.Token}/SENDmessage";
        var zipped = new MemoryStream();
        await using (var zip = new GZipStream(zipped, CompressionMode.Compress, leaveOpen: true))
        {
            zip.Write(Encoding.UTF8.GetBytes("""{"chat_id":501,"text":"a b"}"""));
        }

        var gzip = new ByteArrayContent(zipped.ToArray());
        gzip.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        gzip.Headers.ContentEncoding.Add("gzip");
        HttpRequestMessage[] requests =
        [
            new(HttpMethod.Get, new Uri(address + "?chat_id=501&text=a+b&text=second", UriKind.Relative)),
            new(HttpMethod.Post, new Uri(address, UriKind.Relative)) { Content = new FormUrlEncodedContent([new("chat_id", "501"), new("text", "a b")]) },
            new(HttpMethod.Post, new Uri(address, UriKind.Relative)) { Content = new MultipartFormDataContent { { new StringContent("501"), "chat_id" }, { new StringContent("a b"), "text" } } },
            new(HttpMethod.Post, new Uri($"/bot{LocalTelegram.Token}/test/sendMessage?chat_id=501", UriKind.Relative)) { Content = new StringContent("""{"chat_id":1,"text":"a b"}""", Encoding.UTF8, "application/json") },
            new(HttpMethod.Post, new Uri($"/bot{LocalTelegram.Token}?method=sendMessage", UriKind.Relative)) { Content = gzip },
        ];
        foreach (var request in requests)
        {
            telegram.Clock.Advance(TimeSpan.FromSeconds(2));
            var answer = await telegram.SendAsync(request);
            answer.ShouldSucceed();
            answer.Result["text"]!.GetValue<string>().ShouldBe("a b");
            request.Dispose();
        }
    }

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest)]
    [InlineData("[1]", HttpStatusCode.BadRequest)]
    public async Task A_malformed_body_gets_a_bare_status(string body, HttpStatusCode status)
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var answer = await telegram.CallAsync("getMe", body);
        answer.Status.ShouldBe(status);
        answer.Body.ShouldBeEmpty();
    }

    [Fact]
    public async Task More_than_a_megabyte_of_parameters_is_too_large()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var answer = await telegram.CallAsync("sendMessage", $$"""{"chat_id":501,"text":"{{new string('x', 1 << 20)}}"}""");
        answer.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Answers_escape_everything_outside_ascii()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var answer = await telegram.CallAsync("sendMessage", """{"chat_id":501,"text":"Қазақ"}""");
        answer.Body.ShouldContain("\\u049A");
        answer.Result["text"]!.GetValue<string>().ShouldBe("Қазақ");
        answer.ContentType.ShouldBe("application/json");
    }

    [Fact]
    public async Task Json_null_as_text_is_the_word_null()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        (await telegram.CallAsync("sendMessage", """{"chat_id":501,"text":null}""")).Result["text"]!.GetValue<string>().ShouldBe("null");
        (await telegram.CallAsync("sendMessage", """{"chat_id":501,"text":"x","reply_markup":null}"""))
            .ShouldRefuse(400, "Bad Request: object expected as reply markup");
    }

    [Theory]
    [InlineData("""{"chat_id":501,"text":"\ud83d"}""")]
    public async Task Half_a_surrogate_pair_is_no_utf8(string body)
    {
        await using var telegram = await LocalTelegram.StartAsync();
        (await telegram.CallAsync("sendMessage", body)).ShouldRefuse(400, "Bad Request: strings must be encoded in UTF-8");
    }

    [Fact]
    public async Task Get_me_tells_who_the_bot_is()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var me = (await telegram.CallAsync("getMe")).Result;
        me["id"]!.GetValue<long>().ShouldBe(123456);
        me["is_bot"]!.GetValue<bool>().ShouldBeTrue();
        me["supports_inline_queries"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task A_busy_port_is_named()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        var options = new SimulatorOptions { Port = telegram.Simulator.Address.Port };
        var refusal = await Should.ThrowAsync<SimulatorPortBusyException>(() => TelegramSimulator.StartAsync(options, TestContext.Current.CancellationToken));
        refusal.Port.ShouldBe(options.Port);
    }
}
