using System.Globalization;
using System.Text.RegularExpressions;

namespace KzNewsBot.Playground.Newsroom.Articles;

/// <summary>
/// Fills the braces of a template: {day} and {date} are the event's day without and with its year, {day-3} and {date+12}
/// days away from it; any other name is a word of the event.
/// </summary>
/// <param name="Edition">How often the event happened before.</param>
/// <param name="Day">The event's day where it happens.</param>
internal sealed partial record Wording(NewsEvent Event, int Edition, DateOnly Day)
{
    public string Fill(string template, string language) => Braces().Replace(template, match =>
    {
        var shift = match.Groups["shift"] is { Success: true } group ? int.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;
        return match.Groups["name"].Value switch
        {
            "day" => DateWords.Day(Day.AddDays(shift), language),
            "date" => DateWords.DayAndYear(Day.AddDays(shift), language),
            var name => Event.Word(name, language, Edition)
                ?? throw new FormatException($"The sample event \"{Event.Id}\" has no word \"{name}\" in {language}."),
        };
    });

    [GeneratedRegex(@"\{(?<name>[a-z]+)(?<shift>[+-]\d{1,4})?\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Braces();
}
