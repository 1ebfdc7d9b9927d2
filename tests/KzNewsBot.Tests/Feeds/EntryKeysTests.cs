using KzNewsBot.Feeds;

namespace KzNewsBot.Tests.Feeds;

public class EntryKeysTests
{
    [Fact]
    public void A_new_id_at_an_old_address_is_the_same_entry() =>
        Key("https://a/1", "id-1", "Учения").ShouldBe(Key("https://a/1", "id-2", "Учения начались"));

    [Fact]
    public void One_id_for_two_addresses_is_two_entries() => Key("https://a/1", "id", "Учения").ShouldNotBe(Key("https://a/2", "id", "Учения"), StringComparer.Ordinal);

    [Fact]
    public void Entries_that_share_an_address_are_told_apart_by_id_and_title()
    {
        var keys = EntryKeys.Of([new("https://a/live", "1", "Первое"), new("https://a/live", "2", "Второе")]);
        keys[0].ShouldNotBe(keys[1], StringComparer.Ordinal);
    }

    [Fact]
    public void An_address_is_an_entrys_own_where_it_tells_it_alone()
    {
        EntryKeys.IsOfAddressAlone(Key("https://a/1", "1", "Первое"), "https://a/1").ShouldBeTrue();
        EntryKeys.IsOfAddressAlone(Key("https://a.kz/", "1", "Первое"), "https://a.kz/").ShouldBeFalse();
        EntryKeys.IsOfAddressAlone(EntryKeys.Of([new("https://a/live", "1", "Первое"), new("https://a/live", "2", "Второе")])[0], "https://a/live").ShouldBeFalse();
    }

    [Fact]
    public void A_homepage_says_nothing() => Key("https://a.kz/", "1", "Первое").ShouldNotBe(Key("https://a.kz/", "2", "Второе"), StringComparer.Ordinal);

    [Fact]
    public void Without_an_address_the_id_counts_and_without_both_the_title()
    {
        Key(null, "1", "Первое").ShouldBe(Key(null, "1", "Первое, уточнено"));
        Key(null, null, "Первое").ShouldNotBe(Key(null, null, "Второе"), StringComparer.Ordinal);
    }

    private static string Key(string? url, string? id, string title) => EntryKeys.Of([new EntryKeys.Parts(url, id, title)])[0];
}
