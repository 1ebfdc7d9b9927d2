using System.Buffers.Binary;
using System.Net;

namespace KzNewsBot.Tests.Simulator;

public sealed class PhotoTests
{
    [Theory]
    [InlineData("", "there is no photo in the request")]
    [InlineData("attach://absent", "there is no photo in the request")]
    [InlineData("garbage", "wrong remote file identifier specified: can't unserialize it")]
    [InlineData("ftp://kz.example/a.jpg", "invalid file HTTP URL specified: Unsupported URL protocol")]
    [InlineData("https://host.invalid/a.jpg", "failed to get HTTP URL content")]
    [InlineData("https://kz.example/page.html", "wrong type of the web page content")]
    public async Task A_bad_photo_is_refused_in_the_servers_words(string photo, string reason)
    {
        await using var telegram = await LocalTelegram.StartAsync();
        (await telegram.CallAsync("sendPhoto", $$"""{"chat_id":501,"photo":"{{photo}}"}""")).ShouldRefuse(400, "Bad Request: " + reason);
    }

    [Fact]
    public async Task A_caption_has_1024_code_points()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        string Body(int length) => $$"""{"chat_id":501,"photo":"https://kz.example/a.jpg","caption":"{{new string('щ', length)}}"}""";
        (await telegram.CallAsync("sendPhoto", Body(1024))).ShouldSucceed();
        (await telegram.CallAsync("sendPhoto", Body(1025))).ShouldRefuse(400, "Bad Request: message caption is too long");
    }

    [Theory]
    [InlineData(640, 480, null)]
    [InlineData(9000, 1001, "PHOTO_INVALID_DIMENSIONS")]
    [InlineData(2100, 100, "PHOTO_INVALID_DIMENSIONS")]
    [InlineData(0, 0, "IMAGE_PROCESS_FAILED")]
    public async Task An_upload_is_measured(int width, int height, string? reason)
    {
        await using var telegram = await LocalTelegram.StartAsync();
        using var content = new MultipartFormDataContent
        {
            { new StringContent("501"), "chat_id" },
            { new StringContent("attach://pic"), "photo" },
            { new ByteArrayContent(width == 0 ? [1, 2, 3] : Png(width, height)), "pic", "map.png" },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/bot{LocalTelegram.Token}/sendPhoto", UriKind.Relative)) { Content = content };
        var answer = await telegram.SendAsync(request);
        if (reason is not null)
        {
            answer.ShouldRefuse(400, "Bad Request: " + reason);
            return;
        }

        var fileId = answer.Result["photo"]![0]!["file_id"]!.GetValue<string>();
        var file = await telegram.CallAsync("getFile", $$"""{"file_id":"{{fileId}}"}""");
        var bytes = await telegram.Http.GetByteArrayAsync(new Uri($"/file/bot{LocalTelegram.Token}/{file.Result["file_path"]}", UriKind.Relative), TestContext.Current.CancellationToken);
        bytes.Length.ShouldBe(file.Result["file_size"]!.GetValue<int>());
        (await telegram.CallAsync("sendPhoto", $$"""{"chat_id":501,"photo":"{{fileId}}"}""")).ShouldSucceed();
        telegram.Simulator.Findings().ShouldBeEmpty();
    }

    [Fact]
    public async Task Files_are_found_by_their_id_only()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        (await telegram.CallAsync("getFile")).ShouldRefuse(400, "Bad Request: file_id not specified");
        (await telegram.CallAsync("getFile", """{"file_id":"abc"}""")).ShouldRefuse(400, "Bad Request: invalid file_id");
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/file/bot{LocalTelegram.Token}/photos/none", UriKind.Relative));
        (await telegram.SendAsync(request)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_album_has_at_most_ten_items_and_names_the_bad_one()
    {
        await using var telegram = await LocalTelegram.StartAsync();
        string Body(int count, string last) => "{\"chat_id\":501,\"media\":["
            + string.Join(',', Enumerable.Range(1, count).Select(i => $$"""{"type":"photo","media":"{{(i == count ? last : "https://kz.example/a.jpg")}}"}""")) + "]}";
        var album = await telegram.CallAsync("sendMediaGroup", Body(10, "https://kz.example/b.jpg"));
        album.Result.AsArray().Count.ShouldBe(10);
        album.Result.AsArray().Select(message => message!["media_group_id"]!.GetValue<string>()).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        (await telegram.CallAsync("sendMediaGroup", Body(11, "https://kz.example/b.jpg"))).ShouldRefuse(400, "Bad Request: too many messages to send as an album");
        (await telegram.CallAsync("sendMediaGroup", Body(2, "nonsense")))
            .ShouldRefuse(400, "Bad Request: failed to send message #2 with the error message \"wrong remote file identifier specified: can't unserialize it\"");
    }

    private static byte[] Png(int width, int height)
    {
        byte[] png = [0x89, .. "PNG\r\n\u001a\n"u8, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        return png;
    }
}
