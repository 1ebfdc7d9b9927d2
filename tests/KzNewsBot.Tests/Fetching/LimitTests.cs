using System.IO.Compression;
using System.Text;
using KzNewsBot.Fetching;
using KzNewsBot.Playground.Simulator;
using Microsoft.Extensions.Options;

namespace KzNewsBot.Tests.Fetching;

/// <summary>Servers that never end, send too much, or stop half way.</summary>
public sealed class LimitTests : IAsyncDisposable
{
    private readonly HostileServer _server = new();
    private readonly FetchStand _stand = new(("MaxBodyKiB", "256"), ("MaxCompressedKiB", "64"));

    public async ValueTask DisposeAsync()
    {
        await _stand.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_body_that_drips_is_cut_at_the_wall()
    {
        await using var hurried = Hurried();
        _server.Script = async (_, stream, token) =>
        {
            await stream.WriteAsync(HostileServer.Head("200 OK", "Content-Length: 100000"), token);
            await DripAsync(stream, "x"u8.ToArray(), token);
        };
        (await hurried.FailureAsync(_server.At("/feed"))).ShouldBe(FailureReason.Timeout);
    }

    [Fact]
    public async Task Headers_that_drip_are_cut_earlier()
    {
        await using var patient = new FetchStand(("HeaderSeconds", "1"));
        _server.Script = async (_, stream, token) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray(), token);
            await DripAsync(stream, "X-A: b\r\n"u8.ToArray(), token);
        };
        (await patient.FailureAsync(_server.At("/feed"))).ShouldBe(FailureReason.Timeout);
    }

    [Fact]
    public async Task A_silent_server_costs_other_hosts_nothing()
    {
        await using var silent = new HostileServer { Script = (_, _, token) => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token) };
        await using var stand = new FetchStand(VirtualClock.StandingAt(DateTimeOffset.UnixEpoch));
        var waiting = stand.FetchAsync(silent.At("/feed", "other.example"));
        while (silent.Requests.IsEmpty && !waiting.IsCompleted)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
        }

        await stand.FetchedAsync(_server.At("/feed")).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, TestContext.Current.CancellationToken);
        waiting.IsCompleted.ShouldBeFalse();
        stand.Clock.Advance(TimeSpan.FromSeconds(stand.Get<IOptions<FetchingOptions>>().Value.HeaderSeconds));
        (await waiting).ShouldBeOfType<FetchOutcome.Failed>().Reason.ShouldBe(FailureReason.Timeout);
    }

    [Fact]
    public async Task A_chain_of_slow_redirects_shares_one_wall()
    {
        await using var hurried = Hurried();
        var hop = 0;
        _server.Script = async (_, stream, token) =>
        {
            await Task.Delay(TimeSpan.FromMilliseconds(900), TimeProvider.System, token);
            await stream.WriteAsync(HostileServer.Redirect("302 Found", $"/{++hop}"), token);
        };
        (await hurried.FailureAsync(_server.At("/0"))).ShouldBe(FailureReason.Timeout);
        hop.ShouldBeLessThan(5);
    }

    [Fact]
    public async Task A_body_without_end_stops_at_the_limit()
    {
        _server.Script = async (_, stream, token) =>
        {
            await stream.WriteAsync(HostileServer.Head("200 OK", "Transfer-Encoding: chunked"), token);
            var chunk = Encoding.ASCII.GetBytes($"1000\r\n{new string('x', 0x1000)}\r\n");
            while (true)
            {
                await stream.WriteAsync(chunk, token);
            }
        };
        (await _stand.RefusalAsync(_server.At("/feed"))).ShouldBe(RefusalReason.TooLarge);
    }

    [Fact]
    public async Task A_declared_length_past_the_limit_is_not_read()
    {
        _server.Always(HostileServer.Head("200 OK", "Content-Length: 100000000"));
        (await _stand.RefusalAsync(_server.At("/feed"))).ShouldBe(RefusalReason.TooLarge);
    }

    [Fact]
    public async Task Headers_past_the_limit_are_refused()
    {
        _server.Always(HostileServer.Answer("200 OK", "", Enumerable.Range(0, 100).Select(n => $"X-{n}: {new string('x', 1000)}").ToArray()));
        (await _stand.RefusalAsync(_server.At("/feed"))).ShouldBe(RefusalReason.TooLarge);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_bomb_stops_at_the_limit(string encoding)
    {
        // 50 MB of nothing, which fits the limit of the wire.
        var bomb = Pack(encoding, new byte[50_000_000]);
        bomb.Length.ShouldBeLessThan(64 * 1024);
        _server.Always(HostileServer.Answer("200 OK", bomb, $"Content-Encoding: {encoding}"));
        (await _stand.RefusalAsync(_server.At("/feed"))).ShouldBe(RefusalReason.TooLarge);
    }

    [Fact]
    public async Task A_compressed_body_has_a_limit_on_the_wire()
    {
        var noise = new byte[200_000];
        new Random(1).NextBytes(noise);
        _server.Always(HostileServer.Answer("200 OK", Pack("gzip", noise), "Content-Encoding: gzip"));
        (await _stand.RefusalAsync(_server.At("/feed"))).ShouldBe(RefusalReason.TooLarge);
    }

    [Theory]
    [InlineData("gzip, gzip")]
    [InlineData("br, gzip")]
    [InlineData("zstd")]
    [InlineData("compress")]
    public async Task Nested_and_unknown_encodings_are_refused(string encoding)
    {
        _server.Always(HostileServer.Answer("200 OK", Pack("gzip", Pack("gzip", "text"u8.ToArray())), $"Content-Encoding: {encoding}"));
        (await _stand.RefusalAsync(_server.At("/feed"))).ShouldBe(RefusalReason.WrongEncoding);
    }

    [Theory]
    [InlineData("Content-Encoding: \u001b]0;owned\u0007\u001b[2J", "]0;owned[2j")]
    [InlineData("Content-Encoding: gzip, \u001b[31m", "gzip, [31m")]
    [InlineData("Content-Type: image/\u001b[31mpng", "image/[31mpng")]
    public async Task What_a_server_writes_into_a_header_is_told_in_plain_letters(string header, string told)
    {
        _server.Always(HostileServer.Answer("200 OK", "words", header + new string('x', 200)));

        var refused = (await _stand.FetchAsync(_server.At("/feed"))).ShouldBeOfType<FetchOutcome.Refused>();

        refused.Detail.ShouldBe((told + new string('x', 80))[..80]);
    }

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("x-gzip", "gzip")]
    [InlineData("GZIP", "gzip")]
    [InlineData("br", "br")]
    [InlineData("deflate", "deflate")]
    [InlineData("deflate", "raw")]
    [InlineData("identity", "none")]
    [InlineData("none", "none")]
    [InlineData("UTF-8", "none")]
    [InlineData("windows-1251", "none")]
    [InlineData("utf-8, gzip", "gzip")]
    public async Task Each_encoding_is_unpacked(string declared, string packed)
    {
        var text = string.Concat(Enumerable.Repeat("Қазақстан ", 5_000));
        _server.Always(HostileServer.Answer("200 OK", Pack(packed, Encoding.UTF8.GetBytes(text)), $"Content-Encoding: {declared}"));
        Encoding.UTF8.GetString((await _stand.FetchedAsync(_server.At("/feed"))).Body.Span).ShouldBe(text);
    }

    [Theory]
    [InlineData("gzip", 0.5)]
    [InlineData("gzip", 0.99)]
    [InlineData("br", 0.5)]
    [InlineData("deflate", 0.5)]
    [InlineData("raw", 0.5)]
    public async Task Half_a_compressed_body_is_a_failure_and_leaves_nothing_to_remember(string packed, double share)
    {
        var text = string.Concat(Enumerable.Range(0, 5_000).Select(n => $"{n * 7919} "));
        var whole = Pack(packed, Encoding.UTF8.GetBytes(text));
        _server.Always(HostileServer.Answer(
            "200 OK", whole[..(int)(whole.Length * share)], $"Content-Encoding: {(packed == "raw" ? "deflate" : packed)}", "ETag: \"half\""));
        (await _stand.FailureAsync(_server.At("/feed"))).ShouldBe(FailureReason.Truncated);
    }

    [Fact]
    public async Task A_gzip_without_its_trailer_is_a_failure()
    {
        _server.Always(HostileServer.Answer("200 OK", Pack("gzip", "some text"u8.ToArray())[..^8], "Content-Encoding: gzip"));
        (await _stand.FailureAsync(_server.At("/feed"))).ShouldBe(FailureReason.Truncated);
    }

    [Fact]
    public async Task Noise_under_a_compressions_name_is_a_failure()
    {
        _server.Always(HostileServer.Answer("200 OK", "this is no gzip at all", "Content-Encoding: gzip"));
        (await _stand.FailureAsync(_server.At("/feed"))).ShouldBe(FailureReason.Malformed);
    }

    [Fact]
    public async Task An_empty_body_may_be_called_compressed()
    {
        _server.Always(HostileServer.Answer("200 OK", "", "Content-Encoding: gzip"));
        (await _stand.FetchedAsync(_server.At("/feed"))).Body.Length.ShouldBe(0);
    }

    [Fact]
    public async Task A_body_shorter_than_declared_is_a_failure()
    {
        _server.Always([.. HostileServer.Head("200 OK", "Content-Length: 100", "ETag: \"half\""), .. "only half"u8]);
        (await _stand.FailureAsync(_server.At("/feed"))).ShouldBe(FailureReason.Truncated);
    }

    [Theory]
    [InlineData("5\r\nhello\r\n")]
    [InlineData("ff\r\nhello")]
    public async Task Chunks_that_break_off_are_a_failure(string chunks)
    {
        _server.Always([.. HostileServer.Head("200 OK", "Transfer-Encoding: chunked"), .. Encoding.ASCII.GetBytes(chunks)]);
        (await _stand.FailureAsync(_server.At("/feed"))).ShouldBe(FailureReason.Truncated);
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 20")]
    public async Task An_answer_that_never_begins_is_a_failure(string start)
    {
        _server.Always(Encoding.ASCII.GetBytes(start));
        (await _stand.FailureAsync(_server.At("/feed"))).ShouldBe(FailureReason.Truncated);
    }

    [Fact]
    public async Task What_is_no_HTTP_is_a_failure()
    {
        _server.Always("SSH-2.0-OpenSSH_9.9\r\n\r\n"u8.ToArray());
        (await _stand.FailureAsync(_server.At("/feed"))).ShouldBe(FailureReason.Malformed);
    }

    private static FetchStand Hurried() => new(("TotalSeconds", "3"), ("HeaderSeconds", "2"));

    private static async Task DripAsync(Stream stream, byte[] drop, CancellationToken cancellationToken)
    {
        while (true)
        {
            await stream.WriteAsync(drop, cancellationToken);
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellationToken);
        }
    }

    private static byte[] Pack(string encoding, byte[] bytes)
    {
        using var target = new MemoryStream();
        using (Stream packing = encoding switch
        {
            "gzip" => new GZipStream(target, CompressionLevel.SmallestSize, leaveOpen: true),
            "br" => new BrotliStream(target, CompressionLevel.Fastest, leaveOpen: true),
            "deflate" => new ZLibStream(target, CompressionLevel.SmallestSize, leaveOpen: true),
            "raw" => new DeflateStream(target, CompressionLevel.SmallestSize, leaveOpen: true),
            _ => new BufferedStream(target),
        })
        {
            packing.Write(bytes);
            packing.Flush();
            if (encoding == "none")
            {
                return target.ToArray();
            }
        }

        return target.ToArray();
    }
}
