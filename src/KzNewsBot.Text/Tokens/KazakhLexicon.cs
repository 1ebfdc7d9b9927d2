using System.Collections.Frozen;

namespace KzNewsBot.Text.Tokens;

/// <summary>What rules cannot know: common stems that end like a suffix, and stems that lose a vowel when inflected.</summary>
internal static class KazakhLexicon
{
    private static readonly FrozenSet<string> WholeStems =
        """
        қазақстан өзбекстан тәжікстан түрікменстан түркіменстан ауғанстан пәкістан моңғолстан үндістан дағыстан татарстан башқұртстан отан
        аудан сауда пайда елорда ақорда орда ханзада қорда айла алаңда майдан мәйдан қалқан басқа қысқа жаңа теңге өзге оқиға кедергі
        үлгі белгі негізгі әдетте бөлме кесте мәселе тәуелсіз алтын дайын жақын ағылшын бүгін ұшқын отын қатын жын тиін серпін мүмкін кейін
        тамыз абыз сегіз негіз теңіз жалғыз кеңес үлес әріптес бизнес процес әдіс жолдас отандас қандас замандас белес елес күрес келес
        серіктес көршілес одақтас ақылдас қарулас мемлекет министр үкімет салмақ заман адам қадам қоғам тарих жады арнайы әскери ресми
        кеше неше себеп орта сарапта полиция комиссия наурыз мамыр тергеу қарау айыптау кейде әрине барлық аға әке шеше апа іні жеті алты екі
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WholeLookup =
        WholeStems.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<string, string> Contracted = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["халқ"] = "халық",
        ["орн"] = "орын",
        ["ауз"] = "ауыз",
        ["мойн"] = "мойын",
        ["мұрн"] = "мұрын",
        ["қарн"] = "қарын",
        ["ерн"] = "ерін",
        ["қойн"] = "қойын",
        ["қалп"] = "қалып",
        ["көрк"] = "көрік",
        ["ерк"] = "ерік",
        ["әрп"] = "әріп",
        ["құлқ"] = "құлық",
        ["парқ"] = "парық",
        ["нарқ"] = "нарық",
        ["ғұрп"] = "ғұрып",
        ["кәсіпорн"] = "кәсіпорын",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ContractedLookup =
        Contracted.GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool IsWhole(ReadOnlySpan<char> stem) => WholeLookup.Contains(stem);

    public static string? Full(ReadOnlySpan<char> stem) => ContractedLookup.TryGetValue(stem, out var full) ? full : null;
}
