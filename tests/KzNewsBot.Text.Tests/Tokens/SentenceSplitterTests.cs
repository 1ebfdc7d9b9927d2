using KzNewsBot.Text.Tokens;

namespace KzNewsBot.Text.Tests.Tokens;

public sealed class SentenceSplitterTests
{
    [Theory]
    // Plain ends.
    [InlineData("Посол приехал. Встреча прошла утром.", "Посол приехал.|Встреча прошла утром.")]
    [InlineData("Что дальше? Решит совет! Ждём…", "Что дальше?|Решит совет!|Ждём…")]
    [InlineData("Ол келді. Кездесу өтті.", "Ол келді.|Кездесу өтті.")]
    [InlineData("He came. Talks began.", "He came.|Talks began.")]
    // Abbreviations.
    [InlineData("Учения прошли в г. Алматы. Завершились вчера.", "Учения прошли в г. Алматы.|Завершились вчера.")]
    [InlineData("Об этом сказал ген. Иванов из штаба.", "Об этом сказал ген. Иванов из штаба.")]
    [InlineData("Дом на пр. Достык и ул. Абая закрыт.", "Дом на пр. Достык и ул. Абая закрыт.")]
    [InlineData("Бюджет вырос до 5 млрд. Министр доволен.", "Бюджет вырос до 5 млрд.|Министр доволен.")]
    [InlineData("Потратили 5 млрд. тенге за год.", "Потратили 5 млрд. тенге за год.")]
    [InlineData("Обвинение предъявлено по ч. 2 ст. 258 УК. Суд идёт.", "Обвинение предъявлено по ч. 2 ст. 258 УК.|Суд идёт.")]
    [InlineData("Техники на 15 млн долл. США до конца года. Ждём.", "Техники на 15 млн долл. США до конца года.|Ждём.")]
    [InlineData("Бюджет – 15 млн. АҚШ доллары.", "Бюджет – 15 млн. АҚШ доллары.")]
    [InlineData("Собрали 2 млрд. 300 млн. тенге за 10 ч. 30 мин. работы.", "Собрали 2 млрд. 300 млн. тенге за 10 ч. 30 мин. работы.")]
    [InlineData("Прошло 30 см. Министр доволен (см. Приложение 2).", "Прошло 30 см.|Министр доволен (см. Приложение 2).")]
    [InlineData("Цена 500 р. Министр доволен. Паводок на р. Урал.", "Цена 500 р.|Министр доволен.|Паводок на р. Урал.")]
    [InlineData("Talks began at 10 a.m. Monday. They ended at 3 p.m. The minister left.", "Talks began at 10 a.m. Monday.|They ended at 3 p.m.|The minister left.")]
    [InlineData("Huawei Technologies Co. Ltd. builds it.", "Huawei Technologies Co. Ltd. builds it.")]
    [InlineData("20 января 2024 г. Казахстан подписал план. Он принят.", "20 января 2024 г. Казахстан подписал план.|Он принят.")]
    [InlineData("В 2001—2009 гг. Иванов служил. Ушёл сам.", "В 2001—2009 гг. Иванов служил.|Ушёл сам.")]
    [InlineData("Как сообщил министр, в 2024 г. Казахстан направит военных.", "Как сообщил министр, в 2024 г. Казахстан направит военных.")]
    [InlineData("Участвуют союзники, в т.ч. Казахстан, т. е. Астана и т. ч. Алматы.", "Участвуют союзники, в т.ч. Казахстан, т. е. Астана и т. ч. Алматы.")]
    [InlineData("Речь Дж. Байдена слушал министрдің м.а. Сұлтан Ерлан.", "Речь Дж. Байдена слушал министрдің м.а. Сұлтан Ерлан.")]
    [InlineData("Brig. Gen. Smith and Lt. Cmdr. Brown met Amb. Stone.", "Brig. Gen. Smith and Lt. Cmdr. Brown met Amb. Stone.")]
    [InlineData("Норма утверждена приказом от 12 мая 2023 г. №123 и действует.", "Норма утверждена приказом от 12 мая 2023 г. №123 и действует.")]
    [InlineData("Он родился в Алматы, в 1953 г. Окончил школу.", "Он родился в Алматы, в 1953 г.|Окончил школу.")]
    [InlineData("Об этом сообщили в МЧС. ❗️Жителям раздали воду.", "Об этом сообщили в МЧС.|❗️Жителям раздали воду.")]
    [InlineData("Склады, базы и т.д. Список утвердят.", "Склады, базы и т.д.|Список утвердят.")]
    [InlineData("Склады, базы и т. д. Список утвердят.", "Склады, базы и т. д.|Список утвердят.")]
    [InlineData("Встреча была 2 дек. 2024 года. Следующая будет в мае.", "Встреча была 2 дек. 2024 года.|Следующая будет в мае.")]
    [InlineData("Было это в 2006 г. Центр открыли позже.", "Было это в 2006 г.|Центр открыли позже.")]
    [InlineData("Mr. Smith met Gen. Brown on Jan. 5 in Astana.", "Mr. Smith met Gen. Brown on Jan. 5 in Astana.")]
    [InlineData("The U.S. Army left. Troops rest.", "The U.S. Army left.|Troops rest.")]
    [InlineData("2024 ж. Астанада жиын өтті.", "2024 ж. Астанада жиын өтті.")]
    [InlineData("Шара сағ. 15:00-де басталды. Халық көп.", "Шара сағ. 15:00-де басталды.|Халық көп.")]
    [InlineData("Жиын Абай көш. 12-үйде өтті. Зал толды.", "Жиын Абай көш. 12-үйде өтті.|Зал толды.")]
    [InlineData("Жиын 2 сағ. Халық көп. Бұл – ұлы көш. Жол ұзақ.", "Жиын 2 сағ.|Халық көп.|Бұл – ұлы көш.|Жол ұзақ.")]
    // Initials.
    [InlineData("Доклад сделал А. Б. Серов из штаба. Вопросов не было.", "Доклад сделал А. Б. Серов из штаба.|Вопросов не было.")]
    [InlineData("Президент К.-Ж. Токаев подписал указ.", "Президент К.-Ж. Токаев подписал указ.")]
    [InlineData("Указ подписал К.К. Токаев. Он вступил в силу.", "Указ подписал К.К. Токаев.|Он вступил в силу.")]
    // Quotations.
    [InlineData("«Мы готовы. Ждём ответа», – сказал он. Встреча завершена.", "«Мы готовы.|Ждём ответа», – сказал он.|Встреча завершена.")]
    [InlineData("Он сказал: «Мы готовы». Встреча завершена.", "Он сказал: «Мы готовы».|Встреча завершена.")]
    [InlineData("Он сказал: «Мы готовы.» Встреча завершена.", "Он сказал: «Мы готовы.»|Встреча завершена.")]
    [InlineData("«Готовы ли мы?» – спросил министр.", "«Готовы ли мы?» – спросил министр.")]
    [InlineData("\"Yes!\" he said. \"No.\" She left.", "\"Yes!\" he said.|\"No.\"|She left.")]
    [InlineData("«Готовы!» – Иванов улыбнулся. Все ушли.", "«Готовы!» – Иванов улыбнулся.|Все ушли.")]
    [InlineData("«Готовы», – сказал он. – Ждём приказа».", "«Готовы», – сказал он.|– Ждём приказа».")]
    // Numbers and names with dots.
    [InlineData("Рост составил 4.5 процента. Это рекорд.", "Рост составил 4.5 процента.|Это рекорд.")]
    [InlineData("Встреча 21.08.2025 прошла. Итоги есть.", "Встреча 21.08.2025 прошла.|Итоги есть.")]
    [InlineData("Передаёт NUR.KZ со ссылкой на МИД. Подробностей нет.", "Передаёт NUR.KZ со ссылкой на МИД.|Подробностей нет.")]
    [InlineData("В строю 500 солдат. 20 из них медики.", "В строю 500 солдат.|20 из них медики.")]
    [InlineData("1. Утвердить план. 2. Доложить.", "1. Утвердить план.|2. Доложить.")]
    [InlineData("Саммит прошёл в Астане. ⚡️ Токаев заявил о новом плане.", "Саммит прошёл в Астане.|⚡️ Токаев заявил о новом плане.")]
    [InlineData("Саммит прошёл в Астане. ⚡️Токаев заявил о новом плане.", "Саммит прошёл в Астане.|⚡️Токаев заявил о новом плане.")]
    [InlineData("Да... но не сейчас.", "Да... но не сейчас.")]
    public void Sentences_end_where_a_reader_ends_them(string text, string expected) =>
        string.Join('|', SentenceSplitter.Split(text).Select(span => span.In(text))).ShouldBe(expected);

    [Fact]
    public void Newline_ends_a_sentence_even_without_a_mark() =>
        Split("Заголовок\nПакет включает:\n- планирование;\n- подготовку.").ShouldBe(["Заголовок", "Пакет включает:", "- планирование;", "- подготовку."]);

    [Fact]
    public void Interview_turns_stay_apart() =>
        Split("- Зачем союз? Какие цели?\r\n- Для защиты. Это важно.").ShouldBe(["- Зачем союз?", "Какие цели?", "- Для защиты.", "Это важно."]);

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t ")]
    public void Blank_text_has_no_sentences(string text) => SentenceSplitter.Split(text).ShouldBeEmpty();

    [Fact]
    public void Spans_lose_nothing_but_whitespace()
    {
        const string alphabet = "аБ. !?«»\"…\n1г";
        var random = new Random(11);
        for (var round = 0; round < 500; round++)
        {
            var text = string.Concat(Enumerable.Range(0, 50).Select(_ => alphabet[random.Next(alphabet.Length)]));
            var sentences = Split(text);
            string.Concat(sentences.SelectMany(s => s).Where(c => !char.IsWhiteSpace(c))).ShouldBe(string.Concat(text.Where(c => !char.IsWhiteSpace(c))));
            sentences.ShouldAllBe(sentence => sentence.Length > 0 && sentence.Trim() == sentence);
        }
    }

    private static List<string> Split(string text) => [.. SentenceSplitter.Split(text).Select(span => span.In(text))];
}
