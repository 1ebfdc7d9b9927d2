namespace KzNewsBot.Text.Languages;

/// <summary>Function words that tell English from other languages in Latin letters.</summary>
internal static class LatinWords
{
    public static readonly HashSet<string> English = Set(
        "the of and to in a is for on that with by at from as it was are be has have had its this will were or an not but they "
        + "their he his she her we you our which who after said would been over more than into about against new between "
        + "under during before amid says first us no up out can could may also all two when where what how there if so");

    /// <summary>German, French, Spanish, Italian, Portuguese, Polish, Turkic and others; words English shares are left out.</summary>
    public static readonly HashSet<string> Other = Set(
        "der die das und den dem des ein eine einen nicht mit auf ist im von zu sich auch als wird wurde werden sind aus nach bei "
        + "le la les du et est une dans pour que qui sur pas par au aux avec ne se el los las del por con su una para como más "
        + "il lo gli di che non è sono della nel alla delle dei o os da em um uma não ao na no do w z się nie jest że dla po "
        + "ve bir bu ile için da de olarak olan çok daha ancak gibi kadar sonra var yok ne ki mi o və üçün ilə olan edir "
        + "va bilan uchun bu ham deb emas bo'lgan yil men siz ol zhane men üşin jäne och att det som en på är av för inte "
        + "een het van en niet dat met voor op zijn i je da se na u za su nije yang dan di dari untuk dengan ini itu");

    private static HashSet<string> Set(string words) => words.Split(' ').ToHashSet(StringComparer.Ordinal);
}
