using System.Xml.Linq;

namespace KzNewsBot.Tests.Architecture;

/// <summary>Reads the product's own source and holds its arrows.</summary>
public class ArrowTests
{
    [Fact]
    public void Rooms_use_only_the_rooms_before_them() => Arrows.BetweenRooms(SourceText.All).ShouldBeEmpty();

    [Fact]
    public void Every_file_of_a_room_is_in_the_rooms_namespace() => Arrows.MisplacedNamespaces(SourceText.All).ShouldBeEmpty();

    [Fact]
    public void Data_knows_entities_and_no_services() => Arrows.ServicesInData(SourceText.All).ShouldBeEmpty();

    [Fact]
    public void Only_Bot_and_Delivery_see_Telegram() => Arrows.TelegramTypes(SourceText.All).ShouldBeEmpty();

    [Fact]
    public void Text_is_pure() => Arrows.ImpureText(SourceText.All).ShouldBeEmpty();

    [Fact]
    public void The_simulator_and_the_newsroom_know_nothing_of_the_bot() => Arrows.SimulatorToBot(SourceText.All).ShouldBeEmpty();

    [Fact]
    public void No_message_uses_a_parse_mode() => Arrows.ParseModes(SourceText.All).ShouldBeEmpty();

    [Fact]
    public void No_namespace_of_ours_hides_a_library() => Arrows.BorrowedNames(SourceText.All).ShouldBeEmpty();

    [Fact]
    public void The_rules_read_the_whole_product()
    {
        string[] rooms = ["Sources", "Fetching", "Feeds", "Articles", "Topics", "Stories", "Delivery", "Digests", "Operations", "Bot", "Data", "Localization", "Subscriptions", "Hosting", "Cli"];
        foreach (var room in rooms)
        {
            SourceText.All.ShouldContain(file => file.Path.StartsWith($"src/KzNewsBot/{room}/", StringComparison.Ordinal), room);
        }

        Directory.GetDirectories(Path.Combine(SourceText.Root, "src", "KzNewsBot")).Select(folder => Path.GetFileName(folder))
            .Where(folder => folder is not ("bin" or "obj" or "Properties") && !rooms.Contains(folder, StringComparer.Ordinal))
            .ShouldBeEmpty("a new room needs its place in the order");
    }

    [Fact]
    public void Text_depends_on_AngleSharp_alone()
    {
        var project = XDocument.Load(Path.Combine(SourceText.Root, "src", "KzNewsBot.Text", "KzNewsBot.Text.csproj"));
        project.Descendants().Where(element => element.Name.LocalName is "PackageReference" or "ProjectReference" or "FrameworkReference")
            .Select(element => (string?)element.Attribute("Include")).ShouldBe(["AngleSharp"]);
    }

    [Theory]
    [InlineData("Sources", "using KzNewsBot.Articles;", "Sources → Articles")]
    [InlineData("Fetching", "using KzNewsBot.Articles;", "Fetching → Articles")]
    [InlineData("Stories", "using KzNewsBot.Digests;", "Stories → Digests")]
    [InlineData("Delivery", "var view = new KzNewsBot.Bot.Views.HelpView(null);", "Delivery → Bot")]
    [InlineData("Localization", "using KzNewsBot.Subscriptions;", "Localization → Subscriptions")]
    [InlineData("Subscriptions", "using KzNewsBot.Localization;", "Subscriptions → Localization")]
    [InlineData("Data", "using KzNewsBot.Bot;", "Data → Bot")]
    [InlineData("Articles", "Topics.Late topic = null;", "Articles → Topics")]
    public void A_wrong_arrow_between_rooms_is_found(string room, string line, string arrow)
    {
        SourceText late = new("src/KzNewsBot/Topics/Late.cs", "namespace KzNewsBot.Topics;\ninternal sealed class Late;");
        var wrong = new SourceText($"src/KzNewsBot/{room}/Wrong.cs", $"// using KzNewsBot.Bot is only a comment\nnamespace KzNewsBot.{room};\n{line}\n");
        Arrows.BetweenRooms([late, wrong]).ShouldBe([$"src/KzNewsBot/{room}/Wrong.cs:3: {arrow} ({line})"]);
    }

    [Fact]
    public void A_right_arrow_is_no_fault()
    {
        var right = new SourceText("src/KzNewsBot/Digests/Right.cs", "using KzNewsBot.Data;\nusing KzNewsBot.Delivery;\nusing KzNewsBot.Text;\nvar address = \"https://KzNewsBot\";\n/* using KzNewsBot.Bot; */\n");
        Arrows.BetweenRooms([right]).ShouldBeEmpty();
    }

    [Fact]
    public void Each_further_rule_finds_what_it_forbids()
    {
        Arrows.TelegramTypes([In("src/KzNewsBot/Digests/A.cs", "using Telegram.Bot;")]).ShouldHaveSingleItem().ShouldContain("A.cs:1: Digests → Telegram.Bot");
        Arrows.ImpureText([In("src/KzNewsBot.Text/A.cs", "var text = File.ReadAllText(path);")]).ShouldHaveSingleItem();
        Arrows.ImpureText([In("src/KzNewsBot.Text/A.cs", "using Microsoft.EntityFrameworkCore;")]).ShouldHaveSingleItem();
        Arrows.SimulatorToBot([In("src/KzNewsBot.Playground/Simulator/A.cs", "using KzNewsBot.Text;")]).ShouldHaveSingleItem();
        Arrows.SimulatorToBot([In("src/KzNewsBot.Playground/Newsroom/A.cs", "using KzNewsBot.Sources;")]).ShouldHaveSingleItem();
        Arrows.ParseModes([In("src/KzNewsBot/Delivery/A.cs", "parseMode: ParseMode.Html,")]).ShouldHaveSingleItem();
        Arrows.BorrowedNames([In("src/KzNewsBot/Digests/A.cs", "namespace KzNewsBot.Digests.Quartz;")]).ShouldHaveSingleItem();
        Arrows.BorrowedNames([In("src/KzNewsBot/Telegram/A.cs", "namespace KzNewsBot.Bot;")]).ShouldHaveSingleItem();
        Arrows.MisplacedNamespaces([In("src/KzNewsBot/Digests/A.cs", "namespace KzNewsBot.Sources;")]).ShouldHaveSingleItem();
        Arrows.ServicesInData([
            In("src/KzNewsBot/Data/A.cs", "DbSet<Article> articles; ArticleStore store;"),
            In("src/KzNewsBot/Articles/B.cs", "class Article; class ArticleStore;"),
        ]).ShouldHaveSingleItem().ShouldContain("Data → Articles.ArticleStore");
    }

    private static SourceText In(string path, string code) => new(path, code);
}
