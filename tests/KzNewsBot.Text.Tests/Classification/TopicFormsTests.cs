namespace KzNewsBot.Text.Tests.Classification;

/// <summary>Words that must give a topic, in the forms that news prints, and words that must not.</summary>
public sealed class TopicFormsTests
{
    public static TheoryData<string, string, string> Forms => Table(
        ("nato", Language.Russian, "саммит НАТО|НАТО-вский чиновник|натовский генерал|натовского образца|натовскими самолётами|натовцы уехали|пронатовская партия|Североатлантический альянс|Североатлантического альянса|Североатлантическому альянсу|Организация Североатлантического договора|Организацией Североатлантического договора|при Организации Североатлантического договора|Североатлантический совет|программа «Партнерство во имя мира»|главой Альянса"),
        ("odkb", Language.Russian, "саммит ОДКБ|ОДКБ-2030|Организация Договора о коллективной безопасности|Организации Договора о коллективной безопасности|Организацией Договора о коллективной безопасности|Организацию договора о коллективной безопасности|Договор о коллективной безопасности|Договора о коллективной безопасности|Совет коллективной безопасности|Совета коллективной безопасности|Коллективные силы оперативного реагирования|Коллективных сил оперативного реагирования|учение «Нерушимое братство»|учения «Нерушимое братство – 2031»"),
        ("un", Language.Russian, "доклад ООН|в ООНе|Организация Объединённых Наций|Организации Объединенных Наций|Организацией Объединённых Наций|Объединенные Нации|Объединенным Нациям|ооновский мандат|ооновского мандата|миссия ЮНИФИЛ|Совет Безопасности ООН|в Генассамблее|УВКБ помогло"),
        ("sco", Language.Russian, "саммит ШОС|в ШОС-е|Шанхайская организация сотрудничества|Шанхайской организации сотрудничества|Шанхайскую организацию сотрудничества|Шанхайской организацией сотрудничества|РАТС провела сбор"),
        ("cica", Language.Russian, "саммит СВМДА|Совещание по взаимодействию и мерам доверия в Азии|Совещания по взаимодействию и мерам доверия в Азии|Совещанием по взаимодействию и мерам доверия в Азии|о взаимодействии и мерах доверия в Азии"),
        ("peacekeeping", Language.Russian, "миротворец|миротворца|миротворцы|миротворцев|миротворцами|миротворческий контингент|миротворческих миссий|миротворческую роту|миротворчество|миротворчеству|силы по поддержанию мира|голубые каски|КАЗБАТ"),
        ("cis", Language.Russian, "страны СНГ|Содружество Независимых Государств|Содружества Независимых Государств"),
        ("turkic", Language.Russian, "саммит ОТГ|страны ОТГ|генсек ОТГ приехал|председательство Баку в ОТГ|Токаев обсудил работу ОТГ с послами|заявка Казахстана и планы ОТГ на осень|Организация тюркских государств|Организации тюркских государств|Тюркский совет|тюркскими государствами"),
        ("eu", Language.Russian, "Евросоюз|Евросоюзу|Европейского союза|страны ЕС"),
        ("exercises", Language.Russian, "учение «Поиск-2021»|учения «Взаимодействие-2019»|военные учения|совместных учений|командно-штабные учения|на учениях|морские манёвры"),
        ("terrorism", Language.Russian, "терроризм|террористы|теракта|контртеррористический штаб|антитеррористические меры|экстремизму"),
        ("cyber", Language.Russian, "кибербезопасность|кибератаки|хакерами|утечка персональных данных"),
        ("border", Language.Russian, "государственная граница|пограничники|погранзаставы|делимитации"),
        ("army", Language.Russian, "Минобороны Казахстана|Вооруженных сил РК|казахстанские военные"),
        ("nuclear", Language.Russian, "ядерное оружие|МАГАТЭ|безъядерной зоны|Семипалатинский полигон"),
        ("arms-export-control", Language.Russian, "товаров двойного назначения|экспортный контроль|обход санкций|параллельного импорта"),
        ("nato", Language.Kazakh, "НАТО саммиті|НАТО-ның өкілі|НАТО-ға мүше|НАТОға мүше|НАТО-мен ынтымақтастық|НАТО-да айтты|НАТО-дан келді|НАТО-дағы өкіл|Солтүстік Атлантикалық альянс|Солтүстік Атлантикалық альянстың|Солтүстік Атлантикалық альянсына|Солтүстік Атлантика шарты ұйымы|Солтүстік Атлантика шарты ұйымының|Солтүстік Атлант шарты ұйымы|Солтүстік Атлант шарты ұйымының|Солтүстік Атлант альянсы|Солтүстік Атлант альянсының|Солтүстiк Атлант альянсы"),
        ("odkb", Language.Kazakh, "ҰҚШҰ саммиті|ҰҚШҰ-ның күші|ҰҚШҰ-ға төраға|ҰҚШҰға төраға|ҰҚШҰ-да|ҰҚШҰ-мен|ҰҚШҰ-дан|ҰҚШҰ-дағы|ҰҚШҰ-ны|Ұжымдық қауіпсіздік туралы шарт ұйымы|Ұжымдық қауіпсіздік туралы шарт ұйымының|Ұжымдық қауіпсіздік туралы шарт ұйымына|Ұжымдық қауіпсіздік туралы шартқа|Ұжымдық қауіпсіздік кеңесі|Ұжымдық қауіпсіздік кеңесінің|Ұжымдық қауiпсiздiк туралы шарт ұйымы"),
        ("un", Language.Kazakh, "БҰҰ жиыны|БҰҰ-ның жиыны|БҰҰ-ға мүше|БҰҰ-да сөйледі|БҰҰ-дағы өкіл|БҰҰ-мен бірге|БҰҰның бастамасы|Біріккен Ұлттар Ұйымы|Біріккен Ұлттар Ұйымының|Біріккен Ұлттар Ұйымына|Біріккен Ұлттар Ұйымында|Біріккен Ұлттар Ұйымымен|Бiрiккен Ұлттар Ұйымы|БҰҰ Қауіпсіздік Кеңесі"),
        ("sco", Language.Kazakh, "ШЫҰ саммиті|ШЫҰ-ның отырысы|ШЫҰ-ға мүше|ШЫҰ-да|ШЫҰ-мен|Шанхай ынтымақтастық ұйымы|Шанхай ынтымақтастық ұйымының|Шанхай ынтымақтастық ұйымына|Шанхай ынтымақтастық ұйымында"),
        ("cica", Language.Kazakh, "АӨСШК саммиті|АӨСШК-нің|АӨСШК-ге|АӨСШК-де|Азиядағы өзара іс-қимыл және сенім шаралары кеңесі|Азиядағы өзара іс-қимыл және сенім шаралары кеңесінің|Азиядағы өзара іс-қимыл және сенім шаралары жөніндегі кеңеске"),
        ("peacekeeping", Language.Kazakh, "бітімгер|бітімгерлер|бітімгерлердің|бітімгерлерге|бітімгерлерімізді|бітімгершілік|бітімгершілікке|бітімгершілік миссиясы|бітімгерлік|ҚАЗБАТ|бiтiмгерлер|Бiтiмгершiлiк миссиясы"),
        ("cis", Language.Kazakh, "ТМД елдері|ТМД-ның|Тәуелсіз Мемлекеттер Достастығы|Тәуелсіз Мемлекеттер Достастығының"),
        ("turkic", Language.Kazakh, "Түркі мемлекеттері ұйымы|Түркі мемлекеттері ұйымының|Түркі кеңесі|ТМҰ-ның"),
        ("exercises", Language.Kazakh, "әскери жаттығу басталды|Полигонда әскерилер жаттығуларды екінші апта өткізіп жатыр|ҰҚШҰ елдері шілдеде жаттығулар өткізбек болды"),
        ("army", Language.Kazakh, "Қазақстан Қарулы күштерінің Бас штабы|ҚР Қорғаныс министрлігі|сарбаздар ант берді"),
        ("nato", Language.English, "NATO summit|NATO's plan|NATO\u2019s plan|NATO-led mission|Nato chief|North Atlantic Treaty Organization|North Atlantic Treaty Organisation|North Atlantic Council|North Atlantic Alliance|Partnership for Peace|the Alliance's flank"),
        ("odkb", Language.English, "CSTO summit|CSTO's forces|CSTO-led drill|Collective Security Treaty Organization|Collective Security Treaty Organisation|the Collective Security Treaty|Collective Security Council|Collective Rapid Reaction Forces"),
        ("un", Language.English, "UN report|UN's report|UN-led talks|United Nations|the United Nations'|UNIFIL post|UNDOF rotation|UNHCR aid|UNESCO list|UNSC seat"),
        ("sco", Language.English, "SCO summit|SCO's members|Shanghai Cooperation Organization|Shanghai Cooperation Organisation's"),
        ("cica", Language.English, "CICA summit|CICA's members|Conference on Interaction and Confidence Building Measures in Asia|Conference on Interaction and Confidence-Building Measures in Asia"),
        ("peacekeeping", Language.English, "peacekeeping|peacekeeper|peacekeepers|peacekeepers'|peace-keeping|Peace-keepers|Peacekeeping force|KAZBAT troops|blue helmets|Steppe Eagle drill"),
        ("cis", Language.English, "CIS summit|Commonwealth of Independent States"),
        ("border", Language.Kazakh, "Жамбыл облысында шекара бұзушылар ұсталды|Қорғас қаласында шекара қызметінің заставасы"),
        ("nuclear", Language.Kazakh, "жаппай қырып-жою қаруы|Ұлттық атом компаниясы|ядросыз болашақ"),
        ("peacekeeping", Language.Russian, "батальон Временных сил ООН"),
        ("turkic", Language.English, "Organization of Turkic States|Organisation of Turkic States|Turkic Council|Turkic states"),
        ("arms-export-control", Language.Russian, "контракт на поставку бронемашин|закупка истребителей|новый пакет санкций"),
        ("arms-export-control", Language.Kazakh, "қару-жарақ саудасы туралы шарт|санкциялар пакеті"),
        ("arms-export-control", Language.English, "the 20th sanctions package|an arms fair"),
        ("nuclear", Language.Russian, "договор СНВ|грязная бомба"),
        ("nuclear", Language.English, "the Nunn-Lugar programme"),
        ("terrorism", Language.Russian, "смертник подорвал себя у мечети"));

    public static TheoryData<string, string, string> NearMisses => Table(
        ("cyber", Language.English, "five travel hacks|a hack for busy parents"),
        ("nuclear", Language.English, "an Atom feed|a school in Semipalatinsk|a nuclear family"),
        ("army", Language.English, "Kazakhstan has given up its nuclear arsenal"),
        ("army", Language.Russian, "Казахстан отказался от ядерного арсенала"),
        ("terrorism", Language.Russian, "чайки терроризируют посёлок"),
        ("usa", Language.Russian, "штраф 50 тыс. руб.|художник Рубен Оганян"),
        ("usa", Language.Kazakh, "Мексика Құрама Штаттарының елшісі"),
        ("army", Language.Kazakh, "Қазақстан ғалымы Нұрлан Әскербекұлы"),
        ("border", Language.Kazakh, "Кеден одағының кедендік шекарасы|қала шекарасы кеңейді"),
        ("nato", Language.Russian, "принимать натощак|Наталья Натовна|баланс сил|сенатор заявил|анатомия войны|аннато|финансы|Североатлантический циклон|Североатлантическое течение|альянс двух банков|Национальный альянс победил|Альянс Банк повысил ставку|стратегический альянс компаний|канатоходец"),
        ("odkb", Language.Russian, "договор о сотрудничестве|коллективный договор|безопасность дорог|организация договора аренды|коллективная безопасность в Европе|одкбх"),
        ("un", Language.Russian, "Совет безопасности РК|Совет безопасности России|заседание Совета безопасности|секретарь Совета безопасности|ООО «Нация»|объединенная команда|объединённый штаб|нация и народ|Генеральная ассамблея НОК|унция золота|Совбез Казахстана"),
        ("sco", Language.Russian, "ремонт шоссе|шоссейный велосипед|шок цен|Шанхай|Шанхайская биржа|сотрудничество организаций|шос"),
        ("cica", Language.Russian, "совещание по бюджету|меры доверия|взаимодействие ведомств|Совещание в Азии"),
        ("peacekeeping", Language.Russian, "мировой рекорд|творческий вечер|миролюбивый сосед|мирный атом|творец|мировоззрение|сайт «Миротворец»"),
        ("cis", Language.Russian, "снегопад|содружество клубов|независимые эксперты"),
        ("turkic", Language.Russian, "тюркский язык|совет директоров|Обстрел Никопольской ОТГ: двое погибших|в Марганецкой ОТГ повреждён дом|сельская ОТГ|глава Сумской области: в двух ОТГ нет света|Казахстан отправил помощь Никопольской ОТГ"),
        ("exercises", Language.Russian, "учёные нашли клад|учёных наградили|ученик школы|религиозное учение|Поиски 20-летнего альпиниста|За рубежом 20 казахстанцев|Вывезли за рубеж 200 тонн|учение Абая|взаимодействие 20 ведомств"),
        ("terrorism", Language.Russian, "территория|террариум|терраса|терапия"),
        ("cyber", Language.Russian, "киберспортсмен победил|данные переписи"),
        ("usa", Language.Russian, "прыжки с трамплина|усадьба|страны Латинской Америки|Южная Америка"),
        ("russia", Language.Russian, "весенняя путина|машина песков|рассадник"),
        ("nato", Language.Kazakh, "солтүстік аймақ|натюрморт|стратегиялық альянс|анатомия|Солтүстік Атлант мұхиты"),
        ("odkb", Language.Kazakh, "ұйым басшысы|шарт жасасу|ұжымдық шарт|қауіпсіздік белдігі|Қауіпсіздік Кеңесінің хатшысы"),
        ("un", Language.Kazakh, "ұлттар достығы|біріккен күш|ұлттық ұйым|Қауіпсіздік Кеңесі|біріккен команда"),
        ("sco", Language.Kazakh, "Шанхай қаласы|ынтымақтастық туралы келісім|ұйым"),
        ("cica", Language.Kazakh, "кеңес өтті|Азиядағы нарық|сенім артты"),
        ("peacekeeping", Language.Kazakh, "бітім|бітіру кеші|бейбіт күн|ерлі-зайыптылар сотта бітімгершілікке келді|сот бітімгерлік келісімді бекітті|сот бітімгершілік келісімін бекітті|бітімгер судья дауды шешті|тараптар бітімгершілікпен тарқасты"),
        ("turkic", Language.Kazakh, "түркі тілі|мемлекет басшысы"),
        ("exercises", Language.Kazakh, "құраманың оқу-жаттығу жиыны|дене жаттығулары|Белге арналған бес түрлі пайдалы жаттығу|Оқушыларға арналған жаттығулар жинағы|Мектепте математикадан жаттығулар көп берілді"),
        ("army", Language.Kazakh, "Ұлыбритания қорғаныс министрі|Ресей Федерациясының Қорғаныс министрі|Украина Бас штабы|Израиль сарбаздары|Әмірліктер Қарулы күштері|РФ Қорғаныс министрлігі|РФ-ның Қорғаныс министрлігі|Солтүстік Корея сарбаздары|Солтүстік Корея әскері|КХДР сарбаздары|КХДР-дің Қарулы күштері|Украина Қарулы күштерінің Бас штабы|Ресей Қарулы күштерінің Бас штабы"),
        ("nato", Language.English, "the senator|natural gas|Strategic Alliance of banks|alliances of traders|North Atlantic storm|Northern Alliance|Star Alliance|annatto"),
        ("odkb", Language.English, "collective farm|security treaty with Japan|treaty organization"),
        ("un", Language.English, "un ballo in maschera|undo the change|united team|nations cup|National Security Council|untied|Security Council of Kazakhstan"),
        ("sco", Language.English, "score|scorpion|Shanghai port|cooperation organization"),
        ("cica", Language.English, "conference in Asia|confidence building|cicada"),
        ("peacekeeping", Language.English, "peaceful|peace talks|keeping pace|housekeeping"),
        ("usa", Language.English, "Latin American leaders|South American states"),
        ("cis", Language.English, "cis-lunar|independent states of mind|precise"));

    [Theory]
    [MemberData(nameof(Forms))]
    public void Form_gives_its_topic(string topic, string language, string text) =>
        SeedTopics.Hits(topic, text, LanguageCodes.Parse(language)).ShouldBeTrue();

    [Theory]
    [MemberData(nameof(NearMisses))]
    public void Near_miss_gives_nothing(string topic, string language, string text) =>
        SeedTopics.Hits(topic, text, LanguageCodes.Parse(language)).ShouldBeFalse();

    private static TheoryData<string, string, string> Table(params (string Topic, Language Language, string Texts)[] rows)
    {
        var data = new TheoryData<string, string, string>();
        foreach (var (topic, language, texts) in rows)
        {
            foreach (var text in texts.Split('|'))
            {
                data.Add(topic, language.Code(), text);
            }
        }

        return data;
    }
}
