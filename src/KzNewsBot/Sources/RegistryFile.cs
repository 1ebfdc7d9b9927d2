namespace KzNewsBot.Sources;

/// <summary>A registry file as it stands: outlets, and ids of other files' outlets to switch on or off.</summary>
internal sealed record RegistryFile(IReadOnlyList<SourceDefinition> Sources, IReadOnlyList<string> On, IReadOnlyList<string> Off)
{
    public static readonly RegistryFile Empty = new([], [], []);

    public RegistryFile With(SourceDefinition source) =>
        this with { Sources = [.. Sources.Where(known => known.Id != source.Id), source], Off = Without(Off, source.Id) };

    public RegistryFile Switched(string id, bool on) => this with
    {
        On = on ? [.. Without(On, id), id] : Without(On, id),
        Off = on ? Without(Off, id) : [.. Without(Off, id), id],
    };

    public RegistryFile Without(string id) =>
        new([.. Sources.Where(source => source.Id != id)], Without(On, id), Without(Off, id));

    private static string[] Without(IReadOnlyList<string> ids, string id) => [.. ids.Where(known => known != id)];
}
