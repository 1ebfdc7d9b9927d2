namespace KzNewsBot.Hosting;

/// <summary>What this process does; with PostgreSQL several processes can share the work.</summary>
/// <param name="Carry">Whether what is stored is tagged and grouped: also where nothing is collected, for a command may import and the rules may change.</param>
/// <param name="Poll">Whether the web is asked; without it only what is imported is carried on.</param>
internal sealed record Roles(bool Carry, bool Collect, bool Poll, bool Plan, bool Deliver, bool Answer)
{
    /// <summary>The command line, which does only what it is told.</summary>
    public static readonly Roles None = new(Carry: false, Collect: false, Poll: false, Plan: false, Deliver: false, Answer: false);

    /// <summary>How the sentence on a role that nobody knows begins.</summary>
    public const string Fault = "Roles names";

    public static readonly IReadOnlyList<string> Known = ["collect", "plan", "deliver", "answer"];

    /// <exception cref="FormatException">A role nobody knows; the message names the key.</exception>
    public static Roles Read(IConfiguration configuration)
    {
        var text = configuration["Roles"];
        var named = string.IsNullOrWhiteSpace(text)
            ? Known
            : text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (named.FirstOrDefault(role => !Known.Contains(role, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw new FormatException($"{Fault} \"{unknown}\"; expected a list of {string.Join(", ", Known)}.");
        }

        return new Roles(
            Has("collect"),
            Has("collect") && configuration.GetValue("Collection:Enabled", defaultValue: true),
            Has("collect") && configuration.GetValue("Collection:Enabled", defaultValue: true) && configuration.GetValue("Collection:Poll", defaultValue: true),
            Has("plan"),
            Has("deliver"),
            Has("answer"));

        bool Has(string role) => named.Contains(role, StringComparer.OrdinalIgnoreCase);
    }
}
