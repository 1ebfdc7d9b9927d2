using System.Collections.Frozen;

namespace KzNewsBot.Text.Tokens;

/// <summary>Function words that carry no subject: short lists of our own, folded as <see cref="Letters.Fold"/> folds.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> Russian = Words(
        """
        а без более бы был была были было быть в вам вас весь во вот все всего всех всей вы где да даже для до его ее ей ему если есть
        еще же за здесь и из или им ими их к как какой когда который которая которое которые которого которой которых которым кто ли
        лишь между меня мне может мы на над нам нас наш не него нее нет неё ни них но ну о об однако он она они оно от очень перед по
        под после потом потому при про раз с сам свой своей своего своих свою себя со так также такой там тем то того тоже той только
        том ты тут у уже хотя чего чей чем что чтобы эта эти это этого этой этом этот этих эту я
        """);

    private static readonly FrozenSet<string> Kazakh = Words(
        """
        ал алайда арқылы ба бар барлық бе беру бір біз болады болды болған болып болу бойынша бойы бұл бұрын да де деген деді деп дейін
        егер екен екі ең ете етті еткен ету емес және жоқ жөнінде жөніндегі кейін келе кез керек қарай қатысты мен менің не немесе ол олар
        оны онда оның осы өз өзі пе сондай сонда сол соң та тағы те тек туралы тиіс үшін үстінде ша ше шейін ғана ғой
        """);

    private static readonly FrozenSet<string> English = Words(
        """
        a about after all also an and any are as at be been before being between both but by can could did do does during each for from
        had has have he her here his how i if in into is it its just may me more most my new no not of on one only or other our out over
        said same she should so some such than that the their them then there these they this those to too under up was we were what when
        where which while who will with would you your
        """);

    /// <summary>Checked in all three lists: pages mix languages, and the lists hardly collide with content words.</summary>
    public static bool Contains(string foldedWord) =>
        Russian.Contains(foldedWord) || Kazakh.Contains(foldedWord) || English.Contains(foldedWord);

    private static FrozenSet<string> Words(string list) =>
        list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => Letters.Fold(word)).ToFrozenSet(StringComparer.Ordinal);
}
