using System.Diagnostics;
using KzNewsBot.Text.Classification;

namespace KzNewsBot.Text.Tests.Classification;

public sealed class TopicMatcherTests
{
    private const string LongBackground = """
        В области открыли новый мост через реку. Строители работали два года и закончили раньше срока. Жители трёх сёл ждали его давно.
        Движение по мосту начнут в понедельник, пока по одной полосе. Стоимость работ не изменилась. Аким поблагодарил инженеров и водителей.
        Старую переправу разберут к осени, а берег укрепят. В планах ещё два моста, проекты уже готовы. Деньги заложены в бюджет на три года.
        Местные школы получат новые автобусы. Расписание обещают согласовать с родителями. Дорогу к мосту осветят и обнесут забором от скота.
        """;

    [Fact]
    public void Headline_makes_an_article_about_its_topic() =>
        Hit("Саммит ОДКБ пройдёт в Астане", LongBackground, "odkb").About.ShouldBeTrue();

    [Fact]
    public void One_word_in_the_background_is_a_mention() =>
        Hit("Мост открыли", LongBackground + "Раньше здесь бывали гости из ООН.", "un").About.ShouldBeFalse();

    [Fact]
    public void Frequent_words_outweigh_a_single_one()
    {
        var often = Hit("Мост", LongBackground + " НАТО. НАТО. НАТО. НАТО. НАТО.", "nato").Score;
        var once = Hit("Мост", LongBackground + " НАТО.", "nato").Score;
        often.ShouldBeGreaterThan(once);
        once.ShouldBeInRange(0.001, 1);
        often.ShouldBeInRange(0.001, 1);
    }

    [Fact]
    public void Lead_weighs_more_than_the_tail() =>
        Hit("Мост", "Миссия ООН приехала. " + LongBackground, "un").Score
            .ShouldBeGreaterThan(Hit("Мост", LongBackground + " Миссия ООН приехала.", "un").Score);

    [Fact]
    public void Evidence_shows_the_place_and_the_rule()
    {
        const string body = "Накануне совещание посетил глава Шанхайской организации сотрудничества.";
        var evidence = Hit("", body, "sco").Evidence.ShouldHaveSingleItem();
        evidence.Field.ShouldBe(ArticleField.Body);
        evidence.Span.In(body).ShouldBe("Шанхайской организации сотрудничества");
        evidence.Rule.ShouldBe("Шанхайская организация сотрудничества");
    }

    [Fact]
    public void Evidence_of_an_inflected_acronym_covers_the_acronym()
    {
        const string title = "БҰҰ-ның жиыны";
        Hit(title, "", "un").Evidence[0].Span.In(title).ShouldBe("БҰҰ");
    }

    [Fact]
    public void Hint_counts_only_beside_a_term()
    {
        Match("Столтенберг открыл выставку", "").ShouldBeEmpty();
        Hit("Столтенберг открыл выставку НАТО", "", "nato").Evidence.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("ru", "ООН и соседи", "Секретарь Совета безопасности Казахстана уехал.")]
    [InlineData("ru", "ООН и соседи", "Совет безопасности Армении собрался в Ереване.")]
    [InlineData("kk", "БҰҰ және көршілер", "Ұжымдық қауіпсіздік кеңесінің сессиясы өтті.")]
    [InlineData("kk", "БҰҰ және көршілер", "ҚР Қауіпсіздік Кеңесі жиналды, РФ Қауіпсіздік Кеңесі де жиналды.")]
    [InlineData("kk", "БҰҰ және көршілер", "Қазақстан Республикасының Қауіпсіздік Кеңесі, кейін Ресей Федерациясының Қауіпсіздік Кеңесі жиналды.")]
    [InlineData("en", "The United Nations and the neighbours", "The Collective Security Council met, then the Security Council of Belarus.")]
    public void Security_council_of_others_does_not_hint_at_the_UN(string language, string title, string body) =>
        SeedTopics.Matcher.Match(title, body, LanguageCodes.Parse(language)).Topics.Single(hit => hit.TopicId == "un").Evidence.Count.ShouldBe(1);

    [Fact]
    public void Own_security_council_in_Kazakh_is_not_that_of_the_UN()
    {
        const string Background = "Жиында шекараны күзету мен су тасқынына дайындық мәселелері қаралды. Үкіметке бірқатар тапсырма берілді. Хатшы есеп берді. ";
        var own = SeedTopics.Matcher.Match("Тоқаев Қауіпсіздік Кеңесінің отырысын өткізді", "Отырысқа үкімет мүшелері қатысты. " + Background + "Спикер БҰҰ Жарғысын да еске алды.", Language.Kazakh);
        own.Topics.Single(hit => hit.TopicId == "un").About.ShouldBeFalse();

        var world = SeedTopics.Matcher.Match("БҰҰ Қауіпсіздік Кеңесі қарар қабылдады", Background, Language.Kazakh);
        world.Topics.Single(hit => hit.TopicId == "un").About.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Şekara zastavasyna jaña tehnika keldı", "border", "Şekara")]
    [InlineData("Bıtımgerler BŪŪ tapsyrmasymen attanady", "un", "BŪŪ")]
    [InlineData("Shekarashylar jańa zastava ashty", "border", "Shekarashylar")]
    [InlineData("Áskerı bólim ashylyp, sarbazdar ant berdi", "army", "Áskerı bólim")]
    [InlineData("Shekarashylar jan'a tekseris ashty, ken'es o'tti", "border", "Shekarashylar")]
    public void Kazakh_in_Latin_letters_has_its_topics_and_the_words_as_written(string title, string topic, string word)
    {
        var hit = SeedTopics.Matcher.Match(title, "", Language.Kazakh).Topics.Single(hit => hit.TopicId == topic);
        hit.Evidence[0].Span.In(title).ShouldBe(word);
    }

    [Theory]
    [InlineData("OДКБ собралась в Алматы", "OДКБ", "odkb")]
    [InlineData("Доклад OOН о воде", "OOН", "un")]
    [InlineData("БYY-ның баяндамасы жарияланды", "БYY", "un")]
    [InlineData("AӨСШК отырысы Астанада өтті", "AӨСШК", "cica")]
    [InlineData("Послы ШOC съехались в Астану", "ШOC", "sco")]
    [InlineData("Делегация HATO прилетела в Астану", "HATO", "nato")]
    [InlineData("Teppopизм обсудили в Астане", "Teppopизм", "terrorism")]
    public void Latin_letters_that_look_Cyrillic_hide_no_word(string title, string word, string topic) =>
        SeedTopics.Matcher.Match(title, "", Language.Kazakh).Topics.Single(hit => hit.TopicId == topic).Evidence[0].Span.In(title).ShouldBe(word);

    [Theory]
    [InlineData("L'OTAN et le Kazakhstan", "nato")]
    [InlineData("Kazakistan BM'ye asker gönderiyor", "un")]
    [InlineData("Kasachstan und die OVKS", "odkb")]
    [InlineData("ANPI: dell'ONU si parla ad Astana", "un")]
    [InlineData("Миротворці повертаються з Казахстану", "peacekeeping")]
    [InlineData("قمة الأمن الجماعي في كازاخستان", "odkb")]
    [InlineData("Қозоғистон ШҲТ саммитига тайёр", "sco")]
    public void Further_languages_have_words_of_their_own(string title, string topic) =>
        SeedTopics.Matcher.Match(title, "", Language.Other).Topics.ShouldContain(hit => hit.TopicId == topic);

    [Theory]
    [InlineData("Стреляли из установки BM", "ru")]
    [InlineData("The BM office closed", "en")]
    public void Words_of_further_languages_count_in_those_alone(string title, string language) =>
        SeedTopics.Matcher.Match(title, "", LanguageCodes.Parse(language)).Topics.ShouldNotContain(hit => hit.TopicId == "un");

    [Theory]
    [InlineData("Кита спасли у берега, с китом плыли катера", "china")]
    [InlineData("Компания «Альянс» поставит бронежилеты полиции", "nato")]
    [InlineData("Сайты хранят персональные данные покупателей", "cyber")]
    public void Words_that_only_look_like_it_are_no_topic(string body, string topic) =>
        Match("", body).ShouldNotContain(hit => hit.TopicId == topic);

    [Theory]
    [InlineData("Китаем", "china")]
    [InlineData("Войска альянса вошли в Косово", "nato")]
    [InlineData("Персональные данные казахстанцев попали в сеть", "cyber")]
    public void The_same_words_are_it_where_they_speak_of_it(string body, string topic) =>
        Match("", body).ShouldContain(hit => hit.TopicId == topic);

    [Fact]
    public void Two_names_of_one_organization_are_one_topic() =>
        SeedTopics.Matcher.Match("ҰҚШҰ (ОДКБ, CSTO)", "", Language.Kazakh).Topics.ShouldHaveSingleItem().TopicId.ShouldBe("odkb");

    [Fact]
    public void One_text_may_have_many_topics_best_first()
    {
        var hits = Match("НАТО готовит миротворцев", "Миротворцы НАТО поедут в миссии ООН. НАТО обучит их.");
        hits.Select(hit => hit.TopicId).ShouldBe(["nato", "peacekeeping", "un"], ignoreOrder: true);
        hits.Select(hit => hit.Score).ShouldBe(hits.Select(hit => hit.Score).OrderDescending());
    }

    [Fact]
    public void A_word_of_the_context_counts_only_beside_what_it_belongs_to()
    {
        Match("Сервисы нового альянса подорожали", "Wi-Fi Alliance обновил логотип, ролик посмотрели миллион человек.").ShouldNotContain(hit => hit.TopicId == "nato");
        Hit("Альянс усилит оборону восточного фланга", LongBackground, "nato").About.ShouldBeTrue();
        Match("Министр обороны Чехии ушёл в отставку", LongBackground).ShouldNotContain(hit => hit.TopicId == "army");
        Hit("Министр обороны Казахстана ушёл в отставку", LongBackground, "army").About.ShouldBeTrue();
        Hit("В Казахстане снят министр обороны", LongBackground, "army").About.ShouldBeTrue();
    }

    [Fact]
    public void Another_countrys_ministry_is_not_the_army() =>
        Match("В Алматы прилетел министр обороны России", LongBackground).ShouldNotContain(hit => hit.TopicId == "army");

    [Fact]
    public void A_theme_named_once_beside_another_headline_is_a_mention_and_an_organisation_a_party()
    {
        Hit("Токаев встретился с генсеком ОДКБ", "Они говорили о терроризме.", "terrorism").About.ShouldBeFalse();
        Hit("Токаев встретился с генсеком", "Они говорили о терроризме.", "terrorism").About.ShouldBeTrue();
        Hit("Токаев встретился с генсеком ОДКБ", "Разговор шёл и о роли ООН.", "un").About.ShouldBeTrue();
    }

    [Fact]
    public void A_word_in_the_first_sentence_weighs_more_than_one_in_the_second()
    {
        Hit("Совещание прошло", "Гостей приняли в штабе ООН. Потом был ужин и концерт.", "un").About.ShouldBeTrue();
        Hit("Совещание прошло", "Гостей приняли с утра в штабе. Потом были ужин и концерт ООН.", "un").About.ShouldBeFalse();
    }

    [Theory]
    [InlineData("Цены на седан в России выросли", "Машину собирают на новом заводе.", false)]
    [InlineData("Россия перебросит войска на учения", "Эшелоны выйдут в понедельник.", true)]
    [InlineData("Россия и Казахстан построят завод", "Машины будут собирать в Костанае.", true)]
    public void A_country_is_the_subject_only_of_news_on_Kazakhstan_or_security(string title, string body, bool about) =>
        Hit(title, body, "russia").About.ShouldBe(about);

    [Fact]
    public void Where_an_agency_sits_is_not_what_it_writes_about()
    {
        SeedTopics.Matcher.Match("Истребители для Казахстана", "МОСКВА, 26 ноя — РИА Новости. Казахстан покупает истребители.", Language.Russian).Topics.ShouldNotContain(hit => hit.TopicId == "russia");
        SeedTopics.Matcher.Match("Истребители для Казахстана", "МОСКВА. Казахстан покупает истребители.", Language.Russian).Topics.ShouldContain(hit => hit.TopicId == "russia");
    }

    [Theory]
    [InlineData("Токаев принял посла", "Беседа прошла в Акорде.", Language.Russian, true, false)]
    [InlineData("Дрон упал под Рязанью", "Военные оцепили поле.", Language.Russian, false, true)]
    [InlineData("Әскерилер ант берді", "Рәсім алаңда өтті.", Language.Kazakh, true, true)]
    [InlineData("Опубликована таблица чемпионата", "Лидер потерял два очка.", Language.Russian, false, false)]
    [InlineData("Семейная прогулка с собакой", "Семейный ужин собрал семейку.", Language.Russian, false, false)]
    [InlineData("В селе прорвало дамбу", "Акимат района в Акмолинской области подсчитал ущерб в тенге.", Language.Russian, true, false)]
    [InlineData("Лидеры ОДКБ съедутся в Бишкек", "Документы готовы.", Language.Russian, true, true)]
    [InlineData("Exercise Steppe Eagle ends", "Peacekeepers of five nations went home.", Language.English, true, true)]
    [InlineData("Three lenders are under review", "Brussels has asked for their papers. All of them are from Kazakhstan.", Language.English, true, false)]
    [InlineData("Беглеца нашли в сарае", "Последний беглец задержан в заброшенном доме. Он спал. Окрестности осматривали с дрона.", Language.Russian, false, false)]
    [InlineData("Обсудили продовольственную безопасность", "Урожай собран.", Language.Russian, false, false)]
    public void An_article_lies_in_its_areas(string title, string body, object language, bool kazakhstan, bool security)
    {
        var reading = SeedTopics.Matcher.Match(title, body, (Language)language);
        reading.LiesIn(AreaDefinition.Kazakhstan).ShouldBe(kazakhstan);
        reading.LiesIn(AreaDefinition.Security).ShouldBe(security);
    }

    [Theory]
    [InlineData("Рыбакина обыграла американку на турнире", "Теннисистка из Казахстана вышла в полуфинал. В решающем сете первая ракетка отыграла матчпойнт, матч шёл три часа.", "usa")]
    [InlineData("Россия назвала состав сборной на турнир", "Тренер сборной Казахстана ждёт трудного матча с чемпионами.", "russia")]
    [InlineData("USA beat Kazakhstan in the tournament", "The coach praised the goalkeeper. The match ended after midnight, fans of both clubs stayed on.", "usa")]
    public void Sport_and_film_are_about_no_country(string title, string body, string topic)
    {
        var reading = SeedTopics.Matcher.Match(title, body, body.Contains("coach", StringComparison.Ordinal) ? Language.English : Language.Russian);
        reading.Topics.Single(hit => string.Equals(hit.TopicId, topic, StringComparison.Ordinal)).About.ShouldBeFalse();
        reading.LiesIn(AreaDefinition.Security).ShouldBeFalse();
    }

    [Theory]
    [InlineData("«Каспий» обыграл «Миротворец» в товарищеском матче", "Футбольный клуб «Каспий» победил «Миротворец» со счётом 2:0. Обороне гостей не хватило скорости, дубль оформил нападающий. Тренер доволен игрой.", Language.Russian)]
    [InlineData("Сыграны последние серии сериала «Миротворец»", "Актёры сериала «Миротворец» простились со съёмками. Режиссёр показал трейлер, премьера фильма весной.", Language.Russian)]
    [InlineData("«Армия» командасы турнирде жеңді", "«Армия» спорт клубының футбол командасы чемпион атанды. Матчта жаттықтырушы барлық ойыншыны алаңға шығарды.", Language.Kazakh)]
    [InlineData("Рэпер НАТО даст концерт в Алматы", "Рэпер НАТО споёт в декабре. Музыкант представит альбом, билеты на концерт в продаже.", Language.Russian)]
    [InlineData("Model UN conference opens in Almaty", "Students play delegates of a Model United Nations for a week.", Language.English)]
    public void The_name_of_a_club_a_film_or_a_game_is_no_topic(string title, string body, object language) =>
        SeedTopics.Matcher.Match(title, body, (Language)language).Topics.ShouldNotContain(hit => hit.About);

    [Theory]
    [InlineData("Токаев прибыл в Пекин на открытие Олимпиады", "Президент Казахстана встретится с Си Цзиньпином. Открытие Олимпиады состоится вечером.", "china")]
    [InlineData("США и Казахстан провели учения «Степной орёл»", "Победителем боевых стрельб стала команда гвардейцев. Тренеры и спортсмены роты получили медали.", "exercises")]
    [InlineData("ОДКБ провела чемпионат по рукопашному бою", "Турнир прошёл в Бишкеке, медали вручили призёрам и тренерам.", "odkb")]
    public void A_word_of_sport_takes_no_news_away(string title, string body, string topic)
    {
        Hit(title, body, topic).About.ShouldBe(true);
    }

    [Theory]
    [InlineData("Курс американского доллара вырос в обменниках Казахстана", "Доллар США продают за 540 тенге, российский рубль за 6 тенге.")]
    public void Money_is_no_state(string title, string body) => Match(title, body).ShouldNotContain(hit => hit.About);

    [Theory]
    [InlineData("KazMunayGas starts drilling a new well", "The drilling rig stands at Urikhtau.", Language.English)]
    [InlineData("Jusan Bank объявил о смене акционера", "Банк раскрыл сведения на бирже.", Language.Russian)]
    [InlineData("Жусанның емдік қасиеттері", "Шөпті жазда жинайды.", Language.Kazakh)]
    [InlineData("Казахстанцам за рубежом упростят получение документов", "Приём ведут консулы. Справки выдают за день, очередь занимают заранее, пошлину платят на месте, паспорт присылают почтой в любой город. Тех, кто служит в частях и не может выехать, консул посетит сам, как было прошлой осенью в Минске во время заседания ОДКБ.", Language.Russian)]
    [InlineData("Казахстан продлил запрет на экспорт картофеля", "Мера действует полгода.", Language.Russian)]
    [InlineData("Снежного барса сняли в горах Тянь-Шаня", "Камеру поставили летом.", Language.Russian)]
    [InlineData("«Арсенал» и «Кайрат» сыграли вничью", "Голов не было.", Language.Russian)]
    [InlineData("ДТП на границе Акмолинской и Карагандинской областей", "Пострадали двое.", Language.Russian)]
    [InlineData("Саммит арабских и исламских государств прошёл в Дохе", "Лидеры приняли документ.", Language.Russian)]
    [InlineData("Казахстан воздержался при голосовании", "Резолюция о выводе войск из Украины принята ООН.", Language.Russian)]
    [InlineData("Российская армия заняла село", "Казахстан следит за ценами на зерно, сообщили в Минсельхозе.", Language.Russian)]
    [InlineData("Минобороны Израиля сообщило об ударе", "МИД Казахстана рекомендует гражданам не ездить в регион.", Language.Russian)]
    [InlineData("Iranian Defense Minister visits plant", "Kazakhstan buys wheat from neighbours, officials said.", Language.English)]
    [InlineData("Israel's Defense Minister visits plant", "Kazakhstan buys wheat from neighbours, officials said.", Language.English)]
    [InlineData("Депутаты Курултая Башкортостана собрали помощь", "Солдаты получат посылки.", Language.Russian)]
    [InlineData("People's Kurultai meets", "Soldiers guarded the hall.", Language.English)]
    [InlineData("Концерн ВКО показал новый радар", "Генштаб доволен, солдаты прошли обучение на заводе.", Language.Russian)]
    [InlineData("В ходе операции канал поставки мефедрона перекрыт", "Трое задержаны в Караганде, изъяты телефоны.", Language.Russian)]
    [InlineData("KazMunayGas drills new well", "The field in the Atyrau region holds oil for decades.", Language.English)]
    [InlineData("Далада жусан иісі аңқиды", "Көктемде жусан гүлдейді, дала жасарады.", Language.Kazakh)]
    [InlineData("Пожар на границе Павлодарской и Абайской областей", "Огонь тушат пожарные двух областей.", Language.Russian)]
    public void Everyday_words_are_no_topic_of_security(string title, string body, object language) =>
        SeedTopics.Matcher.Match(title, body, (Language)language).Topics.Where(hit => hit.TopicId is not ("un" or "russia")).ShouldNotContain(hit => hit.About);

    [Theory]
    [InlineData("Армия волонтёров высадила сад в Алматы", "Саженцы раздали горожанам.", Language.Russian)]
    [InlineData("Оқырмандар армиясы көбейіп келеді", "Кітапханаға жаңа оқырман келді.", Language.Kazakh)]
    [InlineData("An army of helpers paints the school in Astana", "Parents brought brushes.", Language.English)]
    [InlineData("Роман на границе жанров", "Писатель шёл к нему десять лет, книга выйдет весной.", Language.Russian)]
    [InlineData("На границе зимы и весны", "Синоптики ждут оттепели и тумана.", Language.Russian)]
    [InlineData("Достыққа шекара жоқ", "Екі мектептің оқушылары хат жазысады.", Language.Kazakh)]
    [InlineData("Скакун Миротворец пришёл первым", "Владелец доволен, приз вручили вечером.", Language.Russian)]
    [InlineData("Телефонный террорист отвечал на звонки сам", "Абонент устал от рекламы и придумал ответ.", Language.Russian)]
    [InlineData("Учение – свет: в Таразе открыли вечернюю школу", "Занятия идут три раза в неделю.", Language.Russian)]
    [InlineData("Безопасность игрушек проверили в Астане", "Из продажи сняли семь товаров.", Language.Russian)]
    [InlineData("Security cameras go up in Almaty yards", "Residents asked for them last year.", Language.English)]
    [InlineData("Разведка недр станет прозрачной", "Геологи Казахстана получат карты.", Language.Russian)]
    [InlineData("Арест с санкции прокурора", "Бухгалтера завода в Костанае обвиняют в растрате. Санкция прокурора получена.", Language.Russian)]
    [InlineData("Ракета-носитель стартовала с Байконура", "Спутник связи выведен на орбиту.", Language.Russian)]
    [InlineData("Командаға шабуылшы керек", "Шабуылшы келесі аптада келеді.", Language.Kazakh)]
    public void Figures_of_speech_are_no_security(string title, string body, object language)
    {
        var reading = SeedTopics.Matcher.Match(title, body, (Language)language);
        reading.LiesIn(AreaDefinition.Security).ShouldBeFalse();
        reading.Topics.Where(hit => hit.TopicId is "army" or "border" or "exercises" or "peacekeeping" or "terrorism").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Фуры встали на границе", "Очередь из России растёт третий день.", "border")]
    [InlineData("Завершается учение", "Военные вернутся в казармы к пятнице.", "exercises")]
    [InlineData("Миротворец вернулся домой", "Его встретили родные, служба длилась год.", "peacekeeping")]
    [InlineData("Армия получила новые машины", "Минобороны Казахстана показало их прессе.", "army")]
    public void The_same_words_in_earnest_are(string title, string body, string topic) => Hit(title, body, topic).About.ShouldBeTrue();

    [Theory]
    [InlineData("Артиллеристы стреляли ночью под Сарыозеком", "Лучший расчёт наградили.", "army", Language.Russian)]
    [InlineData("Военная прокуратура проверила части в Аягозе", "Офицеров предупредили.", "army", Language.Russian)]
    [InlineData("Kazakh Navy launches a patrol boat in Aktau", "The crew has trained since spring.", "army", Language.English)]
    [InlineData("APT41 read the mail of Kazakh diplomats", "Researchers found the servers.", "cyber", Language.English)]
    [InlineData("Без ДСНВ мир стал опаснее", "Военные обозреватели ждут новых ракет.", "nuclear", Language.Russian)]
    [InlineData("Rosatom signs a contract in Astana", "The head of the company met journalists.", "russia", Language.English)]
    [InlineData("«Нұр жолы» жаңартылды", "Шекара бекетінде жүк көліктері тез өтеді.", "border", Language.Kazakh)]
    [InlineData("Очередь на «Достыке» сократилась", "Погранпункт работает круглосуточно.", "border", Language.Russian)]
    public void Arms_of_the_service_and_places_are_known(string title, string body, string topic, object language) =>
        SeedTopics.Matcher.Match(title, body, (Language)language).Topics.Single(hit => hit.TopicId == topic).About.ShouldBeTrue();

    [Theory]
    [InlineData("В Туркестане открыли школу", true)]
    [InlineData("В Абайской области выпал снег", true)]
    [InlineData("Исламская партия Восточного Туркестана объявила о роспуске", false)]
    public void Turkestan_is_a_city_and_elsewhere_a_name(string title, bool kazakhstan) =>
        SeedTopics.Matcher.Match(title, "Подробности сообщили вечером.", Language.Russian).LiesIn(AreaDefinition.Kazakhstan).ShouldBe(kazakhstan);

    [Theory]
    [InlineData("Әскер қатарына жаңа бронды көліктер қосылды", "Техниканы сарбаздар сынап көрді.", true)]
    [InlineData("Генерал Бас штабқа тағайындалды", "Ол бұған дейін құрлық әскерлерін басқарған.", true)]
    [InlineData("Украина әскері шегінді", "Шайқас түні бойы жүрді.", false)]
    [InlineData("Әскер көшеге шықты", "Бұл туралы Түркия билігі хабарлады.", false)]
    public void Kazakh_news_of_the_army_needs_no_name_of_the_state(string title, string body, bool army) =>
        SeedTopics.Matcher.Match(title, body, Language.Kazakh).Topics.Any(hit => hit.TopicId == "army" && hit.About).ShouldBe(army);

    [Theory]
    [InlineData("Казахстан направит военных в Газу", "Они войдут в состав Международных стабилизационных сил.", "peacekeeping", Language.Russian)]
    [InlineData("Теракт на концерте: артисты и зрители эвакуированы", "Певец прервал концерт, поклонники вышли. Ответственность взяла группировка.", "terrorism", Language.Russian)]
    [InlineData("Россия скорбит после теракта на концерте", "Артисты и зрители погибли в театре, певец ранен. Концерт прерван.", "russia", Language.Russian)]
    [InlineData("Казахстанец погиб при стрельбе на концерте в Москве", "Артисты и певец концерта спаслись. МИД России подтвердил гибель гражданина Казахстана.", "russia", Language.Russian)]
    [InlineData("Troops hold drills near Almaty", "Soldiers trained for a week.", "exercises", Language.English)]
    [InlineData("Операция «Жусан» завершена", "Семьи вернулись домой.", "terrorism", Language.Russian)]
    [InlineData("На границе Костанайской области с Россией усилили контроль", "Пункты пропуска работают круглосуточно.", "border", Language.Russian)]
    [InlineData("Очередь фур на казахстанско-китайской границе", "Водители ждут третий день.", "border", Language.Russian)]
    [InlineData("Казахстан вступил в Совет мира", "Об этом сообщила Акорда.", "usa", Language.Russian)]
    [InlineData("Депутат Курултая предложил сократить срочную службу", "Солдаты будут служить девять месяцев, сказал он.", "army", Language.Russian)]
    [InlineData("ОДКБ провела операцию «Канал»", "Изъяты две тонны наркотиков.", "odkb", Language.Russian)]
    [InlineData("Қазақстан армиясы жаңа техника алды", "Техника сарбаздарға тапсырылды.", "army", Language.Kazakh)]
    public void News_of_security_keeps_its_topic(string title, string body, string topic, object language)
    {
        var reading = SeedTopics.Matcher.Match(title, body, (Language)language);
        reading.Topics.ShouldContain(hit => string.Equals(hit.TopicId, topic, StringComparison.Ordinal));
        reading.LiesIn(AreaDefinition.Security).ShouldBeTrue();
    }

    [Fact]
    public void Matching_twice_gives_the_same()
    {
        var first = Match("НАТО и ООН", LongBackground);
        var second = new TopicMatcher(SeedTopics.Catalogue).Match("НАТО и ООН", LongBackground, Language.Russian).Topics;
        second.Select(hit => (hit.TopicId, hit.Score)).ShouldBe(first.Select(hit => (hit.TopicId, hit.Score)));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("«")]
    [InlineData("\u0301")]
    [InlineData("НАТО ")]
    [InlineData("Организация Договора о коллективной ")]
    [InlineData("миротвор")]
    [InlineData("НАТО-")]
    public void Hostile_megabyte_is_read_in_linear_time(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
        var watch = Stopwatch.StartNew();
        Match(text, text);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    private static IReadOnlyList<TopicHit> Match(string title, string body) => SeedTopics.Matcher.Match(title, body, Language.Russian).Topics;

    private static TopicHit Hit(string title, string body, string topic) =>
        Match(title, body).Single(hit => string.Equals(hit.TopicId, topic, StringComparison.Ordinal));
}
