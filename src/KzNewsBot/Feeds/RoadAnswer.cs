using KzNewsBot.Fetching;

namespace KzNewsBot.Feeds;

/// <summary>What one poll of a road came to, named by what happens next.</summary>
internal abstract record RoadAnswer
{
    private RoadAnswer()
    {
    }

    /// <summary>The registry's own address gave it, although the road has moved.</summary>
    public bool IsOfRegistry { get; init; }

    /// <summary>What the host of the registry's own address asked for, where that was looked at besides.</summary>
    public Wait? Besides { get; init; }

    /// <param name="Found">What the road holds.</param>
    /// <param name="ContentHash">Of the body; null, as the validators are none, where it was cut: it is asked for the whole again.</param>
    /// <param name="Asked">How long the outlet asks to be left alone: the longer of TTL and freshness.</param>
    /// <param name="Older">What the host said to the next older page; null where none was wanted, or it came.</param>
    public sealed record News(RoadReading.Found Found, string? ContentHash, Validators Validators, TimeSpan? Asked, string? MovedTo, Wait? Older = null) : RoadAnswer;

    /// <summary>As last time: by 304, or byte for byte.</summary>
    public sealed record Same(Validators Validators, TimeSpan? Asked, string? MovedTo) : RoadAnswer;

    public sealed record Wait(string Host, DateTimeOffset Until, string Detail) : RoadAnswer;

    public sealed record Faulty(RoadFault Fault, string Detail) : RoadAnswer;
}
