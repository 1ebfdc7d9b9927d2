using KzNewsBot.Text.Similarity;

namespace KzNewsBot.Text.Tests.Similarity;

public sealed class StoryIndexTests
{
    private static readonly DateTimeOffset Noon = new(2030, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private const string DrillTitle = "Учение «Горный щит» началось под Таразом";
    private const string DrillBody = "Под Таразом началось учение «Горный щит». В нём участвуют две тысячи военных и сорок вертолётов. Руководит генерал Ержанов.";
    private const string DrillTitle2 = "Две тысячи военных вышли на учение «Горный щит»";
    private const string DrillBody2 = "Две тысячи военных и сорок вертолётов участвуют в учении «Горный щит» под Таразом, сообщил генерал Ержанов.";
    private const string TradeTitle = "Экспорт зерна вырос на треть";
    private const string TradeBody = "За квартал экспорт зерна вырос на треть. Больше всего пшеницы купили соседи по региону, рассказали в министерстве торговли.";

    [Fact]
    public void Second_report_joins_the_story_of_the_first() =>
        Index(Document(1, 100, DrillTitle, DrillBody), Document(2, 200, TradeTitle, TradeBody))
            .FindStory(Document(3, 0, DrillTitle2, DrillBody2)).ShouldNotBeNull().StoryId.ShouldBe(100);

    [Fact]
    public void Another_story_may_tell_of_the_same_event()
    {
        var index = Index(
            Document(1, 100, DrillTitle, DrillBody),
            Document(2, 200, TradeTitle, TradeBody),
            Document(3, 300, DrillTitle2, DrillBody2) with { OnTopic = false },
            Document(4, 400, DrillTitle, DrillBody) with { When = Noon.AddDays(4) });
        index.FindAkin(Document(5, 500, DrillTitle2, DrillBody2)).ShouldHaveSingleItem().ShouldBe(1, "the others are of trade, on no topic, or of another week");
        index.FindAkin(Document(5, 100, DrillTitle2, DrillBody2)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("«Kök qalqan» oqu-jattyğuy Taraz mañynda bastaldy", "Taraz mañyndağy poligonda jattyğu bastaldy. Oğan ekı myñ sarbaz ben qyryq tıkūşaq qatysady. Jattyğudy general Erjanov basqarady.")]
    [InlineData("«Kók qalqan» oqý-jattyǵýy Taraz mańynda bastaldy", "Taraz mańyndaǵy polıgonda jattyǵý bastaldy. Oǵan eki myń sarbaz ben qyryq tikushaq qatysady. Jattyǵýdy general Erjanov basqarady.")]
    [InlineData("«Kök qalqan» oqw-jattığwı Taraz mañında bastaldı", "Taraz mañındağı polïgonda jattığw bastaldı. Oğan eki mıñ sarbaz ben qırıq tikuşaq qatısadı. Jattığwdı general Erjanov basqaradı.")]
    public void Kazakh_in_Latin_letters_joins_its_Cyrillic_story(string title, string body)
    {
        var cyrillic = Document(1, 100, "Тараз маңында «Көк қалқан» оқу-жаттығуы өтіп жатыр", "Тараз маңындағы жаттығуға екі мың сарбаз бен қырық тікұшақ қатысып жатыр. Оны генерал Ержанов басқарады.");
        Index(cyrillic with { Language = Language.Kazakh })
            .FindStory(Document(2, 0, title, body) with { Language = Language.Kazakh }).ShouldNotBeNull().StoryId.ShouldBe(100);
    }

    [Theory]
    [InlineData("Курсы валют на 2 мая", "Курсы валют на 3 мая", true)]
    [InlineData("Курсы валют на 2 мая", "Валюта 2 мая: доллар дорожает", false)]
    [InlineData("Курсы валют на 2 мая", "Курсы валют", false)]
    public void What_comes_each_day_is_a_story_of_each_day(string one, string other, bool doubted)
    {
        const string body = "Нацбанк сообщил официальные курсы валют, торги 1 мая прошли спокойно.";
        var doubt = StoryLikeness.Doubt(StoryTerms.Of(one, body, Language.Russian).Marks, StoryTerms.Of(other, body, Language.Russian).Marks, oneLanguage: true);
        (doubt < 1).ShouldBe(doubted);
    }

    [Theory]
    [InlineData("Министр поговорил по телефону с коллегой из Турции", "Министр поговорил по телефону с коллегой из Ирана", true)]
    [InlineData("Министр поговорил по телефону с коллегой из Турции", "Казахстан и Турция обсудили саммит по телефону", false)]
    [InlineData("Казахстан и Турция обсудили саммит", "Казахстан готовится к саммиту", false)]
    public void Who_speaks_with_another_country_does_so_anew(string one, string other, bool doubted)
    {
        var doubt = StoryLikeness.Doubt(StoryTerms.Of(one, "", Language.Russian).Marks, StoryTerms.Of(other, "", Language.Russian).Marks, oneLanguage: true);
        (doubt < 1).ShouldBe(doubted);
    }

    [Theory]
    [InlineData("Аэродром «Аксункар» отдадут под базу", "Минобороны опровергло базу на аэродроме «Тулпар-Север»", true)]
    [InlineData("Аэродром «Аксункар» отдадут под базу", "Минобороны опровергло базу на аэродроме «Аксункаре»", false)]
    [InlineData("«Ақсұңқар» аэродромы жабылды", "«Тұлпар» аэродромы жабылды", true)]
    [InlineData("Газета «Степь» пишет о базе", "Газета «Волна» пишет о базе", false)]
    [InlineData("Министр назвал встречу «Исторической вехой»", "Встреча «Исторической вехой» не стала", false)]
    public void What_bears_another_name_in_quotation_marks_is_another_thing(string one, string other, bool doubted)
    {
        var language = one.Contains('ң', StringComparison.Ordinal) ? Language.Kazakh : Language.Russian;
        var doubt = StoryLikeness.Doubt(StoryTerms.Of(one, "", language).Marks, StoryTerms.Of(other, "", language).Marks, oneLanguage: true);
        (doubt < 1).ShouldBe(doubted);
    }

    [Theory]
    [InlineData(24, false)]
    [InlineData(3, true)]
    public void A_headline_that_comes_each_day_tells_of_each_day(int hours, bool joined)
    {
        var first = Document(1, 100, "Погранслужба: сводка за сутки", "За сутки на границе пропущено 60 тысяч человек, задержано девять нарушителей, изъято две тонны топлива.") with { Host = "a.kz" };
        var next = Document(2, 0, first.Title, "За сутки на границе пропущено 55 тысяч человек, задержано шесть нарушителей, изъято две тонны топлива.") with { Host = "a.kz", When = Noon.AddHours(hours) };
        (Index(first).FindStory(next) is not null).ShouldBe(joined);
    }

    [Theory]
    [InlineData("Пограничники задержали девять нарушителей у Кордая, изъято две тонны топлива, сообщили в погранслужбе.")]
    [InlineData("Пограничники задержали девять нарушителей у Кордая, изъято две тонны топлива и грузовик, начато расследование, рассказали в погранслужбе.")]
    public void A_text_that_one_outlet_puts_out_again_is_of_the_same_event(string again)
    {
        var first = Document(1, 100, "Нарушителей границы задержали у Кордая", "Пограничники задержали девять нарушителей у Кордая, изъято две тонны топлива, сообщили в погранслужбе.") with { Host = "a.kz" };
        Index(first).FindStory(Document(2, 0, first.Title, again) with { Host = "a.kz", When = Noon.AddHours(13) }).ShouldNotBeNull();
    }

    [Fact]
    public void A_form_of_one_outlet_that_bears_another_name_is_another_event()
    {
        const string body = "Утром в районе у границы обнаружены обломки беспилотного аппарата, место оцеплено, пострадавших нет, принадлежность устанавливается.";
        var first = Document(1, 100, "О падении беспилотника в Актюбинской области", body) with { Host = "a.kz" };
        var second = Document(2, 0, "О падении беспилотника в Атырауской области", body);
        Index(first).FindStory(second with { Host = "a.kz" }).ShouldBeNull();
        Index(first).FindStory(second with { Host = "a.kz", Title = first.Title }).ShouldNotBeNull();
        Index(first).FindStory(second with { Host = "b.kz" }).ShouldNotBeNull("others write their own headlines");
    }

    [Fact]
    public void Two_languages_share_more_than_a_day_and_the_country()
    {
        var forecast = Document(1, 100, "1 мамырға арналған ауа райы болжамы", "1 мамырда Қазақстанда жаңбыр жауады, деп хабарлады синоптиктер.") with { Language = Language.Kazakh };
        Index(forecast).FindStory(Document(2, 0, "Kazakh parachutists land on 1 May", "They jumped in Kazakhstan on 1 May, the club said.") with { Language = Language.English }).ShouldBeNull();
    }

    [Fact]
    public void Unrelated_report_starts_its_own_story() =>
        Index(Document(1, 100, DrillTitle, DrillBody)).FindStory(Document(2, 0, TradeTitle, TradeBody)).ShouldBeNull();

    [Fact]
    public void Empty_index_has_no_story() => Index().FindStory(Document(1, 0, DrillTitle, DrillBody)).ShouldBeNull();

    [Theory]
    [InlineData(71, true)]
    [InlineData(73, false)]
    [InlineData(-71, true)]
    [InlineData(-73, false)]
    public void Story_is_open_for_seventy_two_hours(int hours, bool joins) =>
        (Index(Document(1, 100, DrillTitle, DrillBody))
            .FindStory(Document(2, 0, DrillTitle, DrillBody) with { When = Noon.AddHours(hours) }) is not null).ShouldBe(joins);

    [Fact]
    public void Article_is_not_compared_with_itself() =>
        Index(Document(1, 100, DrillTitle, DrillBody)).FindStory(Document(1, 0, DrillTitle, DrillBody)).ShouldBeNull();

    [Fact]
    public void Removed_article_no_longer_draws_others()
    {
        var index = Index(Document(1, 100, DrillTitle, DrillBody));
        index.Remove(1).ShouldBeTrue();
        index.Remove(1).ShouldBeFalse();
        index.FindStory(Document(2, 0, DrillTitle, DrillBody)).ShouldBeNull();
        index.Count.ShouldBe(0);
    }

    [Fact]
    public void Trimmed_index_keeps_the_newest_articles()
    {
        var index = Index(
            Document(1, 100, TradeTitle, TradeBody) with { When = Noon.AddHours(2) },
            Document(2, 200, DrillTitle, DrillBody) with { When = Noon });
        index.Trim(1);
        index.Count.ShouldBe(1);
        index.FindStory(Document(3, 0, DrillTitle2, DrillBody2)).ShouldBeNull();
        index.FindStory(Document(4, 0, TradeTitle, TradeBody)).ShouldNotBeNull().StoryId.ShouldBe(100);
    }

    [Fact]
    public void Index_finds_the_same_story_after_thousands_of_removals()
    {
        var index = Index(Document(1, 100, DrillTitle, DrillBody));
        for (var id = 2; id < 3_000; id++)
        {
            index.Add(Document(id, id, TradeTitle, TradeBody));
            index.Remove(id).ShouldBeTrue();
        }

        index.FindStory(Document(3_000, 0, DrillTitle2, DrillBody2)).ShouldNotBeNull().StoryId.ShouldBe(100);
        index.FindStory(Document(3_000, 0, TradeTitle, TradeBody)).ShouldBeNull();
    }

    [Fact]
    public void Added_again_an_article_moves_to_its_new_story()
    {
        var index = Index(Document(1, 100, DrillTitle, DrillBody), Document(1, 300, DrillTitle, DrillBody));
        index.Count.ShouldBe(1);
        index.FindStory(Document(2, 0, DrillTitle, DrillBody)).ShouldNotBeNull().StoryId.ShouldBe(300);
    }

    [Fact]
    public void Equal_stories_are_decided_by_their_number()
    {
        var forward = Index(Document(1, 500, DrillTitle, DrillBody), Document(2, 400, DrillTitle, DrillBody));
        var backward = Index(Document(2, 400, DrillTitle, DrillBody), Document(1, 500, DrillTitle, DrillBody));
        forward.FindStory(Document(3, 0, DrillTitle2, DrillBody2)).ShouldNotBeNull().StoryId.ShouldBe(400);
        backward.FindStory(Document(3, 0, DrillTitle2, DrillBody2)).ShouldBe(forward.FindStory(Document(3, 0, DrillTitle2, DrillBody2)));
    }

    [Fact]
    public void Full_story_takes_no_more()
    {
        var index = Index([.. Enumerable.Range(1, StoryParameters.LargestStory).Select(i => Document(i, 100, DrillTitle, DrillBody))]);
        index.FindStory(Document(999, 0, DrillTitle, DrillBody)).ShouldBeNull();
    }

    [Fact]
    public void Same_outlet_joins_only_with_an_update_of_its_own_text()
    {
        var first = Document(1, 100, DrillTitle, DrillBody) with { Host = "vesti.example" };
        var background = Enumerable.Range(10, 8).Select(i => Document(i, i * 1000, $"{TradeTitle} {i}", $"{TradeBody} Военных {i}."));
        var index = Index([first, .. background]);
        var related = Document(2, 0, "Как прошёл «Горный щит»", "Генерал Ержанов подвёл итоги недели под Таразом: сорок вертолётов. Жители соседних сёл слышали выстрелы, школы закрыли, автобусы ходили реже, рынок работал до обеда.");
        index.FindStory(related with { Host = "drugie.example" }).ShouldNotBeNull().StoryId.ShouldBe(100);
        index.FindStory(related with { Host = "VESTI.example" }).ShouldBeNull();
        index.FindStory(first with { ArticleId = 3 }).ShouldNotBeNull().StoryId.ShouldBe(100);
    }

    [Fact]
    public void Reports_in_three_languages_are_one_story()
    {
        var index = Index(
            Document(1, 100, "Миротворцы ОДКБ начали покидать Казахстан", "13 января первые 150 десантников вылетели из Алматы, сообщил генерал Сердюков."),
            Document(2, 200, TradeTitle, TradeBody),
            Document(3, 300, "ОДКБ провела саммит в Минске", "Лидеры подписали декларацию 23 ноября."));
        index.FindStory(Document(4, 0, "CSTO peacekeepers begin to leave Kazakhstan", "The first 150 paratroopers flew from Almaty on 13 January, General Serdyukov said.") with { Language = Language.English })
            .ShouldNotBeNull().StoryId.ShouldBe(100);
        index.FindStory(Document(5, 0, "ҰҚШҰ бітімгерлері Қазақстаннан шығарыла бастады", "13 қаңтарда алғашқы 150 десантшы Алматыдан ұшты, деді генерал Сердюков.") with { Language = Language.Kazakh })
            .ShouldNotBeNull().StoryId.ShouldBe(100);
        index.FindStory(Document(6, 0, "Kazakhstan's senate discusses water", "Senators heard a report on rivers and ponds.") with { Language = Language.English }).ShouldBeNull();
    }

    [Fact]
    public void Across_languages_another_day_parts_two_events()
    {
        var index = Index(Document(1, 100, "Президент Казахстана встретился с генсеком ОДКБ", "Встреча прошла 3 мая в Астане."));
        var same = Document(2, 0, "Kazakhstan's president meets CSTO secretary general", "The meeting was held in Astana on 3 May.") with { Language = Language.English };
        var likeness = index.FindStory(same).ShouldNotBeNull().Likeness;
        var other = index.FindStory(same with { Body = "The meeting was held in Astana on 9 April." });
        (other?.Likeness ?? 0).ShouldBeLessThan(likeness * 0.9);
    }

    [Fact]
    public void Across_languages_texts_of_one_time_are_more_likely_one_event()
    {
        var report = Document(1, 100, "Президент Казахстана встретился с генсеком ОДКБ", "Встреча прошла в Астане.");
        var other = Document(2, 0, "Kazakhstan's president meets CSTO secretary general", "The meeting was held in Astana.") with { Language = Language.English };
        var undated = Likeness(new StoryMoment(Noon, TimeSpan.FromDays(3)));
        Likeness(Noon.AddHours(-18)).ShouldBe(undated * StoryParameters.OneTimeAcross, 1e-9);
        Likeness(new StoryMoment(Noon.AddHours(-12), TimeSpan.FromHours(12))).ShouldBe(undated * StoryParameters.OneTimeAcross, 1e-9);
        Likeness(Noon.AddHours(-19)).ShouldBe(undated, 1e-9);

        double Likeness(StoryMoment when) => Index(report with { When = when }).FindStory(other).ShouldNotBeNull().Likeness;
    }

    [Fact]
    public void Within_a_language_one_time_says_nothing()
    {
        var other = Document(2, 0, DrillTitle2, DrillBody2);
        Likeness(Noon).ShouldBe(Likeness(new StoryMoment(Noon, TimeSpan.FromDays(3))), 1e-9);

        double Likeness(StoryMoment when) => Index(Document(1, 100, DrillTitle, DrillBody) with { When = when }).FindStory(other).ShouldNotBeNull().Likeness;
    }

    [Theory]
    [InlineData("Учение «Горный щит — 2029» началось под Отаром", "Сводка о начале учения.")]
    [InlineData("Учение началось под Отаром", "Сегодня началось учение «Горный щит-2029».")]
    public void Drills_that_bear_another_year_are_less_alike(string title, string body)
    {
        var index = Index(Document(1, 100, title, body));
        var same = index.FindStory(Document(2, 0, title, body)).ShouldNotBeNull().Likeness;
        var other = index.FindStory(Document(3, 0, Later(title), Later(body)));
        (other?.Likeness ?? 0).ShouldBeLessThan(same * 0.75);

        static string Later(string text) => text.Replace("2029", "2030", StringComparison.Ordinal);
    }

    [Fact]
    public void A_year_in_the_background_parts_nothing()
    {
        var index = Index(Document(1, 100, DrillTitle, DrillBody + " Прошлое учение было в 2021 году."));
        var likeness = index.FindStory(Document(2, 0, DrillTitle, DrillBody + " Прошлое учение было в 2023 году.")).ShouldNotBeNull().Likeness;
        likeness.ShouldBeGreaterThan(index.FindStory(Document(3, 0, DrillTitle + " — 2031", DrillBody)).ShouldNotBeNull().Likeness * 0.9);
    }

    [Fact]
    public void Two_reports_in_further_languages_need_not_share_one()
    {
        StoryLikeness.IsOneLanguage(Language.Other, Language.Other).ShouldBeFalse();
        StoryLikeness.IsOneLanguage(Language.Russian, Language.Russian).ShouldBeTrue();
        var index = Index(
            Document(1, 100, "Kasachstan: OVKS-Friedenstruppen beginnen Abzug aus Almaty", "Die ersten 150 Soldaten flogen am 13 Januar ab, sagte General Serdjukow.") with { Language = Language.Other },
            Document(2, 200, TradeTitle, TradeBody));
        index.FindStory(Document(3, 0, "Миротворці ОДКБ залишають Казахстан", "Перші 150 солдатів вилетіли з Алмати, сказав генерал Сердюков.") with { Language = Language.Other })
            .ShouldNotBeNull().StoryId.ShouldBe(100);
    }

    [Fact]
    public void What_is_over_is_not_the_story_of_what_was_ahead()
    {
        const string body = "На полигон под Отаром съехались военные пяти стран, учение «Горный щит» готовили полгода.";
        var index = Index(Document(1, 100, "Учение «Горный щит» пройдёт под Отаром", body));
        var same = index.FindStory(Document(3, 0, "Учение «Горный щит» состоится под Отаром", body)).ShouldNotBeNull().Likeness;
        var over = index.FindStory(Document(2, 0, "Учение «Горный щит» завершилось под Отаром", body));
        (over?.Likeness ?? 0).ShouldBeLessThan(same * 0.6);
        index.FindStory(Document(4, 0, "Учение «Горный щит» завершилось под Отаром", "Командир поблагодарил участников: мишени поражены, техника вернулась в парки.")).ShouldBeNull();
    }

    [Fact]
    public void A_day_without_an_hour_may_be_any_hour_of_it()
    {
        var index = Index(Document(1, 100, DrillTitle, DrillBody));
        var later = Document(2, 0, DrillTitle, DrillBody) with { When = new StoryMoment(Noon.AddHours(80), TimeSpan.FromHours(12)) };
        index.FindStory(later).ShouldNotBeNull();
        index.FindStory(later with { When = Noon.AddHours(80) }).ShouldBeNull();
    }

    [Fact]
    public void A_report_like_three_of_a_long_story_need_not_be_like_all()
    {
        var index = Index(
            Document(1, 100, DrillTitle, DrillBody),
            Document(2, 100, DrillTitle2, DrillBody2),
            Document(3, 100, "Шум вертолётов разбудил сёла", "Жители сёл у Тараза жалуются на шум, им обещали тишину к вечеру."),
            Document(4, 100, "Автобусы пошли в объезд", "Маршруты изменили на неделю, расписание висит на остановках."));
        index.FindStory(Document(5, 0, DrillTitle, DrillBody2)).ShouldNotBeNull().StoryId.ShouldBe(100);
    }

    [Fact]
    public void An_article_much_like_two_stories_bridges_them()
    {
        var index = Index(Document(1, 100, DrillTitle, DrillBody), Document(2, 200, DrillTitle2, DrillBody2), Document(3, 300, TradeTitle, TradeBody));
        var found = index.FindStories(Document(4, 0, DrillTitle, DrillBody2));
        found.Select(match => match.StoryId).ShouldBe([100, 200], ignoreOrder: true);
        var (home, other) = (found[0].StoryId, index.Bridged(found).ShouldHaveSingleItem());
        other.ShouldBe(found[1].StoryId);

        index.Merge(other, home);
        index.Merge(other, home);
        index.FindStories(Document(4, 0, DrillTitle, DrillBody2)).ShouldHaveSingleItem().Articles.ShouldBe(2);
        index.Remove(1).ShouldBeTrue();
        index.Remove(2).ShouldBeTrue();
        index.FindStories(Document(4, 0, DrillTitle, DrillBody2)).ShouldBeEmpty("nothing of the merged story was left behind");
    }

    [Fact]
    public void A_weak_second_likeness_or_a_crowd_is_no_bridge()
    {
        var index = Index(Document(1, 100, DrillTitle, DrillBody), Document(2, 200, DrillTitle2, DrillBody2), Document(3, 300, DrillTitle2, DrillBody2));
        index.Bridged([]).ShouldBeEmpty();
        index.Bridged([new StoryMatch(100, 2, 3), new StoryMatch(200, StoryParameters.Bridge - 0.01, 3)]).ShouldBeEmpty();
        index.Bridged([new StoryMatch(100, 2, 40), new StoryMatch(200, 2, 10), new StoryMatch(300, 2, 9)]).ShouldBe([300], "a story holds fifty");
    }

    [Fact]
    public void Stories_unlike_each_other_are_not_made_one_by_an_article_like_both()
    {
        var index = Index(Document(1, 100, DrillTitle, DrillBody), Document(2, 200, TradeTitle, TradeBody));
        var found = index.FindStories(Document(3, 0, $"{DrillTitle}. {TradeTitle}", $"{DrillBody} {TradeBody}"));
        found.Count.ShouldBe(2);
        found.ShouldAllBe(match => match.Likeness >= StoryParameters.Bridge);
        index.Bridged(found).ShouldBeEmpty();
    }

    [Fact]
    public void A_changed_text_that_tells_something_else_parts_from_its_story()
    {
        var index = Index(Document(1, 100, DrillTitle, DrillBody), Document(2, 100, DrillTitle2, DrillBody2), Document(3, 200, TradeTitle, TradeBody));
        index.StillFits(Document(2, 100, DrillTitle2, DrillBody)).ShouldBeTrue();
        index.StillFits(Document(2, 100, TradeTitle, TradeBody)).ShouldBeFalse();
        index.StillFits(Document(3, 200, DrillTitle, DrillBody)).ShouldBeTrue("it is alone in its story");
        index.StillFits(Document(9, 900, DrillTitle, DrillBody)).ShouldBeTrue("a story that is too old to be here");
    }

    [Fact]
    public void In_a_flood_of_other_news_the_words_of_our_field_stay_common()
    {
        Merged(flood: 0, counted: true).ShouldBeFalse("four hundred drills have taught that these words are in every one");
        Merged(flood: 3_000, counted: true).ShouldBeTrue("the flood makes them rare");
        Merged(flood: 3_000, counted: false).ShouldBeFalse();
    }

    private static bool Merged(int flood, bool counted)
    {
        var index = new StoryIndex(new StoryFrequencies());
        for (var i = 1; i <= 400; i++)
        {
            index.Add(Document(i, i, $"Военное учение сил организации прошло на полигоне {Name(i)}", $"Военнослужащие отработали учебные задачи под командованием {Name(i + 400)}."));
        }

        for (var i = 0; i < flood; i++)
        {
            index.Add(Document(1_000 + i, 1_000 + i, $"Новость {Name(i + 2_000)} {Name(i + 5_000)}", $"Сообщает {Name(i + 9_000)}.") with { OnTopic = counted });
        }

        return index.FindStory(Document(999_999, 0, "Военное учение сил организации прошло на полигоне Кокжал", "Военнослужащие отработали учебные задачи под командованием Оразова.")) is not null;
    }

    /// <summary>A word that no other number gets.</summary>
    private static string Name(int number) => string.Concat(number.ToString("D5", System.Globalization.CultureInfo.InvariantCulture).Select(digit => "бзгдклмрст"[digit - '0'] + "а"));

    [Fact]
    public void Huge_title_costs_no_more_than_others()
    {
        var title = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"слово{i} "));
        StoryTerms.Of(title, title, Language.Russian).Words.Count.ShouldBeLessThan(250);
    }

    private static StoryIndex Index(params StoryDocument[] documents)
    {
        var index = new StoryIndex(new StoryFrequencies());
        foreach (var document in documents)
        {
            index.Add(document);
        }

        return index;
    }

    private static StoryDocument Document(long id, long story, string title, string body) =>
        new(id, story, title, body, Language.Russian, Noon, null);
}

internal static class StoryIndexReading
{
    /// <summary>The story that the article fits best, or null when it starts one.</summary>
    public static StoryMatch? FindStory(this StoryIndex index, StoryDocument document) => index.FindStories(document) is [var best, ..] ? best : null;
}
