namespace KzNewsBot.Text.Extraction;

/// <summary>Whether the rules count a block to the article, and if not, why.</summary>
internal enum BlockVerdict : byte
{
    Kept,
    OutsideContainer,
    Chrome,
    Caption,
    Hidden,
    NegativeName,
    Comment,
    Teaser,
    OtherArticle,
    Title,
    Repeated,
    Date,
    Phrase,
    Link,
    LinkList,
    Section,
    BeforeText,
    AfterText,
    LoneHeading,
}
