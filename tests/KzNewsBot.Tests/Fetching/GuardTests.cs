using System.Net;
using KzNewsBot.Fetching;

namespace KzNewsBot.Tests.Fetching;

/// <summary>No address of the collector's own network is ever connected to.</summary>
public sealed class GuardTests : IAsyncDisposable
{
    private readonly HostileServer _server = new();
    private readonly FetchStand _stand;

    public GuardTests() => _stand = new FetchStand(("ExtraPorts:0", $"{_server.Port}"));

    public static TheoryData<string> Closed =>
    [
        "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.100.100.200", "100.127.255.255", "127.0.0.1", "127.255.255.254",
        "168.63.129.16", "169.254.0.1", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.0.192", "192.0.2.1", "192.88.99.1",
        "192.168.0.1", "192.168.255.255", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
        "::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b::c0a8:1",
        "64:ff9b:1::1", "100::1", "2001::1", "2001:0:4136:e378::1", "2001:2::1", "2001:10::1", "2001:20::1", "2001:db8::1", "2002:7f00:1::", "2002:c0a8:101::1", "2002:808:808::1",
        "3fff::1", "5f00::1", "fc00::1", "fd00:ec2::254", "fe80::1", "fe80::1%2", "febf::1", "fec0::1", "ff02::1",
    ];

    [Theory]
    [MemberData(nameof(Closed))]
    public void Special_addresses_are_not_public(string address) => PublicAddress.IsPublic(IPAddress.Parse(address)).ShouldBeFalse();

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("1.1.1.1")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.1")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.1")]
    [InlineData("126.255.255.255")]
    [InlineData("128.0.0.1")]
    [InlineData("168.63.129.15")]
    [InlineData("169.253.255.255")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.1")]
    [InlineData("192.0.1.1")]
    [InlineData("192.169.0.1")]
    [InlineData("198.17.255.255")]
    [InlineData("198.20.0.1")]
    [InlineData("223.255.255.255")]
    [InlineData("2a00:1450:4001:81b::200e")]
    [InlineData("2001:200::1")]
    [InlineData("2606:4700::1111")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::808:808")]
    public void Their_neighbours_are(string address) => PublicAddress.IsPublic(IPAddress.Parse(address)).ShouldBeTrue();

    [Theory]
    [MemberData(nameof(Closed))]
    public async Task A_name_that_leads_to_one_is_refused(string address)
    {
        _stand.Names["evil.example"] = () => [IPAddress.Parse(address)];
        (await _stand.RefusalAsync(_server.At("/", "evil.example"))).ShouldBe(RefusalReason.UnsafeAddress);
        _server.Connections.ShouldBe(0);
    }

    [Theory]
    [InlineData("http://127.0.0.2/")]
    [InlineData("http://2130706434/")]
    [InlineData("http://0x7f000002/")]
    [InlineData("http://0177.0.0.2/")]
    [InlineData("http://127.2/")]
    [InlineData("http://①②⑦.⓪.⓪.②/")]
    [InlineData("http://localhost./")]
    [InlineData("http://localhost/")]
    [InlineData("http://[::1]/")]
    [InlineData("http://[::ffff:127.0.0.1]/")]
    [InlineData("http://[::ffff:a9fe:a9fe]/latest/meta-data/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    public async Task However_it_is_spelled(string address) =>
        (await _stand.RefusalAsync(new Uri(address))).ShouldBe(RefusalReason.UnsafeAddress);

    [Fact]
    public async Task One_private_address_among_public_ones_is_enough()
    {
        _stand.Names["evil.example"] = () => [IPAddress.Parse("8.8.8.8"), IPAddress.Loopback];
        (await _stand.RefusalAsync(_server.At("/", "evil.example"))).ShouldBe(RefusalReason.UnsafeAddress);
    }

    [Fact]
    public async Task A_name_that_changes_its_mind_is_looked_up_only_once()
    {
        // A second look-up is what a hostile name server waits for: the judged address is the one connected to.
        var answers = 0;
        _stand.Names["outlet.example"] = () => [Interlocked.Increment(ref answers) == 1 ? IPAddress.Loopback : IPAddress.Parse("127.0.0.99")];
        await _stand.FetchedAsync(_server.At("/", "outlet.example"));
        answers.ShouldBe(1);
        _server.Connections.ShouldBe(1);
    }

    [Fact]
    public async Task A_name_that_turned_private_is_refused_at_the_next_connection()
    {
        _stand.Names["rebind.example"] = () => [IPAddress.Loopback];
        (await _stand.RefusalAsync(_server.At("/", "rebind.example"))).ShouldBe(RefusalReason.UnsafeAddress);
        _stand.LookedUp.ShouldBe(["rebind.example"]);
    }

    [Theory]
    [InlineData("http://127.0.0.2/")]
    [InlineData("http://inside.example/")]
    [InlineData("http://[::1]/")]
    public async Task A_redirect_into_the_own_network_is_refused(string target)
    {
        _server.Always(HostileServer.Redirect("302 Found", target));
        (await _stand.RefusalAsync(_server.At("/"))).ShouldBe(RefusalReason.UnsafeAddress);
    }

    [Theory]
    [InlineData("http://outlet-with-port.example:22/")]
    [InlineData("https://outlet-with-port.example:8443/")]
    public async Task Other_ports_are_refused(string address)
    {
        (await _stand.RefusalAsync(new Uri(address))).ShouldBe(RefusalReason.BadPort);
        _stand.LookedUp.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("file:///etc/passwd", "BadScheme")]
    [InlineData("ftp://outlet.example/", "BadScheme")]
    [InlineData("gopher://outlet.example/", "BadScheme")]
    [InlineData("data:text/html,x", "BadScheme")]
    [InlineData("http://user:word@outlet.example/", "BadAddress")]
    public async Task Other_schemes_and_user_names_are_refused(string address, string reason) =>
        (await _stand.RefusalAsync(new Uri(address))).ToString().ShouldBe(reason);

    [Fact]
    public async Task A_host_may_be_allowed_on_one_port_alone()
    {
        await using var stand = new FetchStand(("AllowHosts:0", $"127.0.0.1:{_server.Port}"));
        await stand.FetchedAsync(_server.At("/"));
        (await stand.RefusalAsync(new Uri("http://127.0.0.1/"))).ShouldBe(RefusalReason.UnsafeAddress);
        (await stand.RefusalAsync(new Uri("http://127.0.0.1:1/"))).ShouldBe(RefusalReason.BadPort);
    }

    [Fact]
    public async Task A_name_nobody_knows_is_a_failure()
    {
        _stand.Names["nowhere.example"] = () => throw new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.HostNotFound);
        (await _stand.FailureAsync(_server.At("/", "nowhere.example"))).ShouldBe(FailureReason.Dns);
        _stand.LookedUp.Count.ShouldBe(2, "such a failure is tried once more");
    }

    [Fact]
    public async Task The_next_address_is_tried_when_one_is_closed()
    {
        _stand.Names["outlet.example"] = () => [IPAddress.Parse("127.0.0.99"), IPAddress.Loopback];
        await _stand.FetchedAsync(_server.At("/", "outlet.example"));
    }

    [Fact]
    public async Task A_proxy_of_the_environment_is_not_used()
    {
        // Through a proxy the guard would judge the proxy's address and nothing else.
        await using var proxy = new HostileServer();
        var before = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new ProxyForOneHost("outlet.example", proxy.At("/"));
        try
        {
            await _stand.FetchedAsync(_server.At("/", "outlet.example"));
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }

        proxy.Connections.ShouldBe(0);
    }

    public async ValueTask DisposeAsync()
    {
        await _stand.DisposeAsync();
        await _server.DisposeAsync();
    }

    /// <summary>The setting is the whole process's; tests beside this one must not notice.</summary>
    private sealed class ProxyForOneHost(string host, Uri proxy) : IWebProxy
    {
        public ICredentials? Credentials { get; set; }

        public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? destination : proxy;

        public bool IsBypassed(Uri destination) => destination.Host != host;
    }
}
