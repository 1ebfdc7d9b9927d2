namespace KzNewsBot.Text.Extraction;

/// <summary>What an element's tag, role, class and id say about the text inside it.</summary>
[Flags]
internal enum RegionTraits
{
    None = 0,
    Navigation = 1 << 0,
    Footer = 1 << 1,
    Aside = 1 << 2,
    Form = 1 << 3,
    Caption = 1 << 4,
    Figure = 1 << 5,
    Header = 1 << 6,
    Hidden = 1 << 7,
    NegativeName = 1 << 8,
    CommentName = 1 << 9,
    ArticleBody = 1 << 10,
    Article = 1 << 11,
    BodyName = 1 << 12,
    Main = 1 << 13,
    Table = 1 << 14,
    Quote = 1 << 15,

    /// <summary>A post of a social network set into the page.</summary>
    Post = 1 << 16,

    /// <summary>Named like the fence around a paid text.</summary>
    PaywallName = 1 << 17,

    /// <summary>Named like the sentences between a headline and its text.</summary>
    LeadName = 1 << 18,

    /// <summary>Named like the notes at the foot of a text.</summary>
    Notes = 1 << 19,

    /// <summary>The name against it is one that programs put on the place of anything.</summary>
    LayoutName = 1 << 20,

    /// <summary>The furniture of the page around its article.</summary>
    Chrome = Navigation | Footer | Aside | Form,
}
