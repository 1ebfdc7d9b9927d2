using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using KzNewsBot.Fetching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KzNewsBot.Tests.Fetching;

/// <summary>A certificate nobody vouches for ends the request, and no setting changes that.</summary>
public class TlsTests
{
    [Theory]
    [InlineData("localhost", 30)]
    [InlineData("localhost", -1)]
    [InlineData("somebody-else.example", 30)]
    public async Task An_untrusted_certificate_is_a_failure(string name, int daysLeft)
    {
        await using var app = await ServeAsync(name, daysLeft);
        await using var stand = new FetchStand(("AllowHosts:0", "localhost"));
        var address = new UriBuilder(app.Services.GetRequiredService<Microsoft.AspNetCore.Hosting.Server.IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) { Host = "localhost" };
        (await stand.FailureAsync(address.Uri)).ShouldBe(FailureReason.Tls);
    }

    [Fact]
    public async Task A_server_without_TLS_is_a_failure()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        await using var stand = new FetchStand();
        var asking = stand.FailureAsync(new Uri($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/"));
        using var client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(HostileServer.Answer("400 Bad Request", "speak plainly"), TestContext.Current.CancellationToken);
        (await asking).ShouldBe(FailureReason.Tls);
    }

    private static async Task<WebApplication> ServeAsync(string name, int daysLeft)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-30), now.AddDays(daysLeft));
        var exported = X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(exported)));
        builder.WebHost.UseKestrelHttpsConfiguration();
        var app = builder.Build();
        app.MapGet("/", () => "secret");
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
