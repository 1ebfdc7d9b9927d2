using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace KzNewsBot.Sources;

/// <summary>An outlet as the database knows it; what it is called and on which side it stands is the registry's to say.</summary>
internal sealed class Source
{
    /// <summary>The registry's id: stable, lower-case Latin.</summary>
    public required string Id { get; init; }

    /// <summary>False once the registry no longer lists it; its articles stay.</summary>
    public bool Listed { get; set; }

    /// <summary>The operator has stopped its collection for the time being.</summary>
    public bool Paused { get; set; }

    public static Source Of(SourceDefinition definition) => new() { Id = definition.Id, Listed = true };
}

internal sealed class SourceConfiguration : IEntityTypeConfiguration<Source>
{
    public void Configure(EntityTypeBuilder<Source> builder)
    {
        builder.HasKey(source => source.Id);
        builder.Property(source => source.Id).HasMaxLength(40);
    }
}
