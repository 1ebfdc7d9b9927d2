using KzNewsBot.Text;
using KzNewsBot.Text.Classification;

namespace KzNewsBot.Bot;

/// <summary>What the command menu asks of the topics, which an operator writes: one that breaks it would cost everybody the whole menu.</summary>
internal static class TopicNames
{
    /// <summary>Of all commands of a bot, see setMyCommands.</summary>
    private const int MostCommands = 100;

    /// <summary>Of a command's description, characters.</summary>
    private const int LongestDescription = 256;

    /// <param name="commands">Those of the bot itself.</param>
    /// <exception cref="FormatException">Names the topic and what is expected of it.</exception>
    public static void Check(TopicCatalogue catalogue, IReadOnlyCollection<string> commands)
    {
        foreach (var topic in catalogue.Topics)
        {
            if (commands.Contains(topic.Command, StringComparer.OrdinalIgnoreCase))
            {
                throw new FormatException($"The topic \"{topic.Id}\" has the command \"{topic.Command}\", which the bot uses itself; give it another one.");
            }

            if (topic.LongNames.FirstOrDefault(name => name.Value.Length > LongestDescription) is { Value: not null } longest)
            {
                throw new FormatException($"The topic \"{topic.Id}\" has a long name of {longest.Value.Length} characters ({longest.Key.Code()}); Telegram shows {LongestDescription} at most.");
            }
        }

        if (catalogue.Topics.Count + CommandMenu.Fixed.Count > MostCommands)
        {
            throw new FormatException($"There are {catalogue.Topics.Count} topics; with the bot's {CommandMenu.Fixed.Count} commands Telegram shows {MostCommands} at most.");
        }
    }
}
