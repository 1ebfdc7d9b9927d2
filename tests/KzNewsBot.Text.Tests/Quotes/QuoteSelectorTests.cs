using System.Diagnostics;
using KzNewsBot.Text.Quotes;

namespace KzNewsBot.Text.Tests.Quotes;

public sealed class QuoteSelectorTests
{
    private const string Lead = "Две тысячи военных и сорок вертолётов вышли на учение «Горный щит» под Таразом.";
    private const string Second = "Руководит учением генерал Ержанов, который раньше командовал южной бригадой.";
    private const string Third = "Наблюдатели из пяти стран региона осмотрят полигон в четверг утром.";

    [Theory]
    [InlineData("Он также отметил, что учение продлится до конца недели.")]
    [InlineData("По его словам, учение продлится до конца этой недели.")]
    [InlineData("Это уже третье учение на полигоне за последние полгода.")]
    [InlineData("На этой встрече генералы обсудили план на будущий год.")]
    [InlineData("Такая ситуация сложилась на полигоне впервые за полгода.")]
    [InlineData("Соответствующее решение было принято на встрече генералов.")]
    [InlineData("Кроме того, на полигоне построят новую казарму и склад.")]
    [InlineData("Однако вертолёты вернутся на базу только через неделю.")]
    [InlineData("Первое. Сотрудничество с соседями по охране границы и складов.")]
    [InlineData("Сондай-ақ министр жаңа полигон салынатынын айтып өтті.")]
    [InlineData("Оның айтуынша, жаттығу аптаның соңына дейін созылады.")]
    [InlineData("Мұны Ақорданың баспасөз қызметі сейсенбі күні таңертең хабарлады.")]
    [InlineData("Оларды әуежайда министрлік өкілдері мен туыстары қарсы алды.")]
    [InlineData("Өйткені полигондағы жаттығу алдағы аптаға дейін созылады.")]
    [InlineData("Естеріңізге сала кетейік, полигон былтыр жазда ашылған еді.")]
    [InlineData("Ескерте кетейік, полигонға бөгде адамдар кіргізілмейді.")]
    [InlineData("Аталған полигонда жаңа казарма мен қойма салынып жатыр.")]
    [InlineData("Полигонда осындай жаттығу бірінші рет өткелі отыр екен.")]
    [InlineData("Бұлар полигонға келген шетелдік бақылаушылар болып шықты.")]
    [InlineData("Елдегі жаңалықтарды бірінші болып білу үшін Telegram-арнамызға жазылыңыз.")]
    [InlineData("Елдегі жаңалықтардан қалыс қалмас үшін бізді Instagram-да оқыңыздар!")]
    [InlineData("This is the third exercise at the range in half a year.")]
    [InlineData("He also said the exercise would last until the weekend.")]
    [InlineData("However, the helicopters return to base only next week.")]
    [InlineData("Сколько ещё продлится учение на полигоне под Таразом?")]
    [InlineData("На полигоне в эти дни можно увидеть следующую технику:")]
    [InlineData("- обучение штабных офицеров и подготовку их к отъезду;")]
    [InlineData("Расписание учений на весь следующий год по областям")]
    [InlineData("Подписывайтесь на наш канал и узнавайте всё первыми.")]
    [InlineData("Учение началось вчера.")]
    [InlineData("Во-вторых, военные усилят охрану границы с южными соседями.")]
    [InlineData("Министр заявил, что страна продолжит сотрудничество с […]")]
    [InlineData("Министр заявил, что страна продолжит сотрудничество со всеми…")]
    [InlineData("Подробности учения на полигоне читайте в нашем материале.")]
    [InlineData("Как и раньше, на полигоне построят новую казарму и склад.")]
    [InlineData("Как он отметил, учение на полигоне пройдёт осенью этого года.")]
    [InlineData("Вчера он встретился на полигоне с командирами бригад округа.")]
    [InlineData("В 2019 году он был назначен командующим южной бригадой округа.")]
    [InlineData("В Таразе она осмотрела новую казарму и склад южной бригады.")]
    [InlineData("Все они прибыли на полигон под Таразом ещё до начала учения.")]
    [InlineData("Двое из них командовали бригадами на прошлом учении округа.")]
    [InlineData("К примеру, вертолёты вернутся на базу только через неделю.")]
    [InlineData("Обе стороны договорились провести учение ещё раз весной.")]
    [InlineData("Бүгін ол полигонда бригада командирлерімен кездесті екен.")]
    [InlineData("Мәселен, тікұшақтар базаға бір аптадан кейін ғана оралады.")]
    [InlineData("В среду, 5 марта, он прибыл на полигон под Таразом с визитом.")]
    [InlineData("If they refuse, Yerzhanov will send the helicopters to the range.")]
    [InlineData("Two days after he resigned, the brigade left the range for Taraz.")]
    [InlineData("As he noted, the exercise at the range will end in autumn.")]
    [InlineData("On Monday he met the commanders of the brigades at the range.")]
    [InlineData("In 2019 he was appointed commander of the southern brigade.")]
    [InlineData("Two of them commanded brigades at the exercise last year.")]
    [InlineData("26 августа 2021 года в этом районе на складе взорвались снаряды.")]
    [InlineData("С 2022 года здесь служат военные южной бригады округа.")]
    [InlineData("2022 жылдан бері мұнда оңтүстік бригаданың сарбаздары тұрады.")]
    [InlineData("Два года спустя первые офицеры бригады вернулись на полигон.")]
    [InlineData("Екі жылдан кейін бригаданың алғашқы офицерлері оралды екен.")]
    [InlineData("Three days later the helicopters returned to the base in Taraz.")]
    [InlineData("«Вертолёты вернутся на базу только через неделю», – сказал он.")]
    public void Sentence_that_does_not_stand_alone_is_never_quoted(string sentence)
    {
        var body = $"{Lead}\n{sentence}\n{Second}";
        Quotes(body).ShouldBe([Lead, Second]);
    }

    [Theory]
    [InlineData("Каменный Мост — это полигон южной бригады округа под Таразом.")]
    [InlineData("There are twenty helicopters at the range near Taraz this week.")]
    [InlineData("В январе этого года военные построили здесь новую казарму.")]
    [InlineData("И. Ержанов провёл встречу с командирами бригад в Таразе.")]
    [InlineData("И.о. министра обороны Серик Ахметов посетил полигон Отар.")]
    [InlineData("Как известно, Минобороны построит в Таразе новую казарму.")]
    [InlineData("В ответе Минобороны говорится о строительстве новой казармы.")]
    [InlineData("Источник в Минобороны рассказал о строительстве казармы.")]
    [InlineData("Генерал заявил, что он вернёт вертолёты на базу в Таразе.")]
    [InlineData("По словам Ержанова, они построят казарму на полигоне Отар.")]
    [InlineData("Yerzhanov said he would return the helicopters to the base.")]
    [InlineData("Kazakh police say they detained twenty people near the range.")]
    [InlineData("When he arrived in Taraz, Yerzhanov was met by the brigade.")]
    [InlineData("Полиция задержала водителя, он планировал угнать вертолёт.")]
    [InlineData("Министрлік хабарлауынша, олар полигонда жаңа қойма салады.")]
    [InlineData("Суд арестовал генерала, хотя он отрицает вину в растрате.")]
    [InlineData("Подписание плана сотрудничества состоится в Астане в среду.")]
    [InlineData("Пограничники нашли схрон оружия у села под Таразом.")]
    [InlineData("По словам генерала Ержанова, учение продлится до субботы.")]
    [InlineData("-20 градусов ожидается на полигоне под Таразом в субботу.")]
    [InlineData("–12 градусов показал утром термометр на полигоне Отар.")]
    [InlineData("«Учение продлится до субботы», – сказал генерал Ержанов в Таразе.")]
    [InlineData("Қорғаныс министрлігі жаңа полигон салынатынын жариялады.")]
    [InlineData("Жаңа «Қайың» деп аталған полигон Тараз маңында ашылады.")]
    [InlineData("Министрлік тұрғындарға Telegram-арнадағы хабарды оқуды ұсынды.")]
    [InlineData("The defence ministry said the exercise would end on Saturday.")]
    public void Sentence_that_stands_alone_may_be_quoted(string sentence) =>
        Quotes($"{Lead}\n{sentence}").ShouldBe([Lead, sentence]);

    [Theory]
    [InlineData("деді")]
    [InlineData("дейді")]
    [InlineData("деп атап өтті")]
    [InlineData("деп мәлімдеді")]
    [InlineData("деп қосты")]
    public void Words_whose_speaker_is_only_a_pronoun_do_not_stand_alone(string verb)
    {
        StandsAlone("ол").ShouldBeFalse();
        StandsAlone("генерал Ержанов").ShouldBeTrue();

        bool StandsAlone(string speaker) => QuoteFitness.StandsAlone($"«Тараз маңындағы полигон қонақтарды қабылдауға дайын», – {verb} {speaker}.");
    }

    [Theory]
    [InlineData("Документ вступит в силу", "Договор о границе вступит в силу")]
    [InlineData("Стороны обсудили выпуск беспилотников", "Казахстан и Турция обсудили выпуск беспилотников")]
    [InlineData("The agency said stocks had grown", "The IAEA said stocks had grown")]
    [InlineData("The report, published by a news site, cited a source", "A report, published by a news site, cited a source")]
    [InlineData("Both companies were fined", "Both Iran and Russia were fined")]
    public void A_subject_that_says_not_which_it_is_counts_half(string unnamed, string named) =>
        QuoteFitness.Of($"{unnamed} в Астане и Бишкеке.", 8).ShouldBe(QuoteFitness.Of($"{named} в Астане и Бишкеке.", 8) / 2);

    [Theory]
    [InlineData("Тараз. 3 мая. ")]
    [InlineData("ТАРАЗ. КАЗИНФОРМ. ")]
    public void A_dateline_takes_no_place_from_the_news(string dateline) => Quotes($"{dateline}{Lead} {Second} {Third}", 1).ShouldBe([Lead]);

    [Theory]
    [InlineData("АСТАНА. КАЗИНФОРМ — ")]
    [InlineData("КАЗИНФОРМ – ")]
    [InlineData("МОСКВА, 12 ноя - ")]
    [InlineData("НЬЮ-ЙОРК, 12 ноября /ТАСС/ — ")]
    [InlineData("BEIJING, Nov. 12 (Xinhua) -- ")]
    [InlineData("BRUSSELS (Reuters) - ")]
    [InlineData("Астана. 12 ноября. КазТАГ - ")]
    [InlineData("АСТАНА. 12 қараша. ҚазАқпарат – ")]
    [InlineData("KYIV/MOSCOW, Nov 12 (Reuters) - ")]
    public void An_agencys_dateline_is_no_part_of_the_sentence(string dateline) => Quotes($"{dateline}{Lead} {Third}", 1).ShouldBe([Lead]);

    [Theory]
    [InlineData("ОДКБ — это союз шести стран, который отвечает за общую оборону границ.")]
    [InlineData("ООН - организация, в которую входят почти все страны планеты.")]
    [InlineData("Токаев — Путину: учение «Горный щит» пройдёт под Таразом этой осенью.")]
    public void What_a_sentence_explains_behind_a_dash_stays(string sentence) => Quotes($"{sentence} {Third}", 1).ShouldBe([sentence]);

    [Fact]
    public void A_channels_sign_is_no_part_of_the_sentence() => Quotes($"⚡️{Lead}\n{Second}").ShouldBe([Lead, Second]);

    [Fact]
    public void Quotes_are_spans_of_the_body_in_reading_order()
    {
        var body = $"{Lead} {Second}\n{Third}";
        var quotes = QuoteSelector.Select([Source(body)], 4);
        quotes.Select(quote => quote.Span.In(body)).ShouldBe([Lead, Second, Third]);
        quotes.ShouldAllBe(quote => quote.Article == 0);
    }

    [Fact]
    public void No_more_quotes_than_asked_for()
    {
        Quotes($"{Lead} {Second} {Third}", 1).ShouldHaveSingleItem();
        Quotes($"{Lead} {Second} {Third}", 0).ShouldBeEmpty();
    }

    [Fact]
    public void Every_side_speaks_before_one_speaks_twice()
    {
        QuoteSource[] articles =
        [
            Source($"{Lead} {Second} {Third}", "kz"),
            Source("Соседи назвали учение обычной проверкой и не увидели в ней угрозы для границы."),
            Source("Эксперт института Сара Омар считает манёвры подготовкой к зимним сборам резервистов.", "un"),
        ];
        QuoteSelector.Select(articles, 3).Select(quote => quote.Article).Order().ShouldBe([0, 1, 2]);
    }

    [Fact]
    public void A_toll_that_has_grown_since_gives_way()
    {
        const string first = "Три человека погибли при взрыве на складе боеприпасов под Таразом.";
        const string grown = "Число погибших при взрыве под Таразом выросло до двенадцати, сообщила областная больница.";
        QuoteSource[] articles = [Source($"{first} {Third}", "a"), Source($"{Second} {grown}", "b")];
        QuoteSelector.Select(articles, 2).Select(quote => quote.Span.In(articles[quote.Article].Body)).ShouldNotContain(quote => quote == first);
        QuoteSelector.Select([articles[0]], 1).Select(quote => quote.Span.In(articles[0].Body)).ShouldBe([first]);

        // Whoever has told nothing else is still heard.
        QuoteSelector.Select([Source(first, "a"), articles[1]], 2).Select(quote => quote.Article).Order().ShouldBe([0, 1]);
    }

    [Fact]
    public void What_was_ahead_gives_way_to_what_others_told_since()
    {
        QuoteSource[] articles = [Source(Lead, "a") with { IsOvertaken = true }, Source($"{Second} {Third}", "a")];
        QuoteSelector.Select(articles, 2).Select(quote => quote.Article).ShouldBe([1, 1]);
        QuoteSelector.Select([articles[0]], 2).ShouldHaveSingleItem();
    }

    [Fact]
    public void Repeated_sentence_is_quoted_once() =>
        QuoteSelector.Select([Source(Lead, "a"), Source($"{Lead} {Third}", "b")], 4).Count.ShouldBe(2);

    [Fact]
    public void Order_is_by_place_then_article()
    {
        var quotes = QuoteSelector.Select([Source($"{Lead} {Second}", "a"), Source($"{Third} Экспорт зерна в страны региона за квартал вырос на треть.", "b")], 4);
        quotes.Count.ShouldBe(4);
        quotes.Select(quote => quote.Article).ShouldBe([0, 1, 0, 1]);
    }

    [Fact]
    public void Words_inside_a_speech_give_way_to_words_with_a_speaker()
    {
        const string speech = "«Полигон готов принять гостей из соседних стран региона. Казармы построены, дороги открыты, связь проверена инженерами», – сказал генерал Ержанов.";
        Quotes($"{Lead}\n{speech}\n{Third}", 2).ShouldBe([Lead, Third]);
    }

    [Fact]
    public void Words_inside_a_speech_are_never_given_as_the_outlets_own() =>
        Quotes("Генерал Ержанов выступил в Таразе и ответил на вопросы: «Полигон готов принять гостей из соседних стран. Казармы и дороги построили за один год инженеры бригады. Связь проверена».")
            .ShouldNotContain(quote => quote.StartsWith("Казармы", StringComparison.Ordinal));

    [Theory]
    [InlineData('«', '»')]
    [InlineData('"', '"')]
    [InlineData('“', '”')]
    public void Nor_does_a_speech_begin_without_its_speaker(char opening, char closing) =>
        Quotes($"{opening}Казармы на полигоне под Таразом построены на чужие деньги. Решение принято давно. Подписи стоят{closing}, – написала блогер Сара Омар.\n{Second}", 1)
            .ShouldBe([Second]);

    [Fact]
    public void Nor_are_words_of_a_speech_that_runs_over_paragraphs() =>
        Quotes("Генерал Ержанов ответил на вопросы журналистов в Таразе: «Полигон готов принять гостей из соседних стран. Казармы и дороги построили за один год инженеры бригады.\nСклады и ангары охраняет отдельный батальон из Тараза.\nСвязь проверена».\n" + Third)
            .ShouldNotContain(quote => quote.StartsWith("Казармы", StringComparison.Ordinal) || quote.StartsWith("Склады", StringComparison.Ordinal));

    [Theory]
    [InlineData("АО «НК «Горный щит» сообщило о строительстве казарм под Таразом.")]
    [InlineData("Учение „Горный щит“ началось под Таразом в понедельник утром.")]
    [InlineData("На полигоне установили монитор в 24\" для наблюдателей.")]
    public void A_mark_that_nothing_closes_silences_nobody(string opening) =>
        Quotes($"{opening} {Second} {Third}").ShouldContain(quote => quote == Second);

    [Fact]
    public void What_somebody_said_in_items_gives_way_to_the_news()
    {
        const string items = "Генерал Ержанов выступил перед депутатами. Главное:\n- Казармы на полигоне под Таразом построили инженеры бригады.\n- Дороги к полигону откроют весной этого года.";
        Quotes($"{items}\n{Lead}", 2).ShouldBe(["Генерал Ержанов выступил перед депутатами.", Lead]);
    }

    [Fact]
    public void Answer_of_an_interview_is_quoted_without_its_dash() =>
        Quotes("- Зачем стране нужен этот новый полигон под Таразом?\n- Новый полигон под Таразом нужен для горной подготовки бригад.")
            .ShouldBe(["Новый полигон под Таразом нужен для горной подготовки бригад."]);

    [Fact]
    public void An_item_that_begins_with_a_number_is_quoted_without_its_dash() =>
        Quotes($"{Lead}\n- 20 вертолётов прибудут на полигон под Таразом в субботу.")
            .ShouldBe([Lead, "20 вертолётов прибудут на полигон под Таразом в субботу."]);

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("Коротко.")]
    public void Text_without_sentences_gives_no_quotes(string body) => Quotes(body).ShouldBeEmpty();

    [Fact]
    public void Nothing_to_choose_from_gives_nothing() => QuoteSelector.Select([], 4).ShouldBeEmpty();

    [Fact]
    public void Selecting_twice_gives_the_same()
    {
        QuoteSource[] articles = [Source($"{Lead} {Second}", "a"), Source($"{Lead} {Third}", "b")];
        QuoteSelector.Select(articles, 4).ShouldBe(QuoteSelector.Select(articles, 4));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("«")]
    [InlineData("\u0301")]
    [InlineData("Учение идёт. ")]
    [InlineData("Две тысячи военных вышли сегодня на учение под городом. ")]
    public void Hostile_megabyte_is_read_in_linear_time(string piece)
    {
        var body = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var watch = Stopwatch.StartNew();
        Quotes(body);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    private static QuoteSource Source(string body, string? side = null) => new(body, Language.Russian, side);

    private static List<string> Quotes(string body, int maximum = 4) =>
        [.. QuoteSelector.Select([Source(body)], maximum).Select(quote => quote.Span.In(body))];
}
