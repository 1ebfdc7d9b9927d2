namespace KzNewsBot.Text.Extraction;

/// <summary>Words that stand beside a date without making it part of a sentence.</summary>
internal static class DateWords
{
    private static readonly HashSet<string> Labels = new(
        ("опубликовано опубликована опубликован дата публикации время размещено добавлено создано в г года год г. просмотров просмотры "
        + "просмотра минут минуты минута мин чтения читать комментариев комментарии жарияланды жарияланған жарияланым басылған күні уақыты сағат сағ жыл жылы ж ж. қаралды қаралым қарау көрілім саны оқылды yil yilda giriş tarihi tarih yayınlanma yayın "
        + "published publish publication posted post submitted created released on at the date time by pm am gmt utc est edt pst pdt cet msk мск "
        + "min mins minute minutes read reading views comments first originally впервые st nd rd th of "
        + "publicado publicada publié le à el às por de del a das em um uhr veröffentlicht erstellt am datum stand den опубліковано pubblicato il alle opublikowano").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Updates = new(
        ("обновлено обновлена обновлён обновлен изменено изменена исправлено жаңартылды жаңартылған өзгертілді "
        + "updated update modified revised edited reviewed last actualizado actualizada aktualisiert aktualisierung modifié mis jour оновлено zaktualizowano aggiornato güncelleme").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Weekdays = new(
        ("понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс "
        + "дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі дс сс бс жм сб сн жс "
        + "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
        + "montag dienstag mittwoch donnerstag freitag samstag sonntag mo di mi do fr sa so "
        + "lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo "
        + "lunedì martedì mercoledì giovedì venerdì sabato domenica segunda terça quarta quinta sexta feira "
        + "poniedziałek wtorek środa czwartek piątek sobota niedziela понеділок вівторок середа четвер пʼятниця субота неділя "
        + "pazartesi salı çarşamba perşembe cuma cumartesi pazar pzt çar per cum cmt paz").Split(' '),
        StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> TodayWords = new(["сегодня", "today", "бүгін", "сейчас", "now"], StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> Bylines = new(["by", "источник", "дереккөз", "source", "kaynak", "автор", "авторы", "текст", "мәтін", "admin", "administrator", "админ", "администратор", "von", "par", "por", "author", "authors", "written"], StringComparer.OrdinalIgnoreCase);

    private static readonly char[] Marks = [' ', '\u00A0', ',', ':', ';', '(', ')', '-', '–', '—', '|', '•', '·', '/', '[', ']', '@'];

    public static string[] Of(string text) => text.Split(Marks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Nothing but labels, and figures that they count.</summary>
    public static bool AreLabels(string text) => Of(text).All(word => !word.Any(char.IsLetter) || IsLabel(word) || IsWeekday(word));

    public static bool IsLabel(string word) => Labels.Contains(word) || Updates.Contains(word);

    public static bool IsUpdate(string word) => Updates.Contains(word);

    public static bool IsWeekday(string word) => Weekdays.Contains(word);

    public static bool IsToday(string word) => TodayWords.Contains(word);

    public static bool IsByline(string word) => Bylines.Contains(word);
}
