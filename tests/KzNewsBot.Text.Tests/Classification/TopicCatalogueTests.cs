using KzNewsBot.Text.Classification;

namespace KzNewsBot.Text.Tests.Classification;

public sealed class TopicCatalogueTests
{
    [Theory]
    [InlineData("odkb", "odkb")]
    [InlineData("/ODKB", "odkb")]
    [InlineData("csto", "odkb")]
    [InlineData("одкб", "odkb")]
    [InlineData("ұқшұ", "odkb")]
    [InlineData("ҰҚШҰ", "odkb")]
    [InlineData("бұұ", "un")]
    [InlineData("ООН", "un")]
    [InlineData("шыұ", "sco")]
    [InlineData("ШОС", "sco")]
    [InlineData("свмда", "cica")]
    [InlineData("аөсшк", "cica")]
    [InlineData(" нато ", "nato")]
    [InlineData("миротворцы", "peacekeeping")]
    [InlineData("Организация Объединенных Наций", "un")]
    public void Topic_is_found_by_every_name_readers_use(string name, string id) =>
        SeedTopics.Catalogue.Find(name).ShouldNotBeNull().Id.ShouldBe(id);

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("погода")]
    public void Unknown_name_finds_nothing(string name) => SeedTopics.Catalogue.Find(name).ShouldBeNull();
}
