using KzNewsBot.Text.Denials;

namespace KzNewsBot.Text.Tests.Denials;

public sealed class DenialReaderTests
{
    [Theory]
    [InlineData("ru", "Минобороны опровергло сообщения о закрытии полигона.", "Минобороны")]
    [InlineData("ru", "Слухи о сборах не соответствуют действительности, сообщил МВД.", "МВД")]
    [InlineData("ru", "КНБ назвал фейком рассылку о закрытии границы.", "КНБ")]
    [InlineData("ru", "Слухи отвергла пресс-служба.", "пресс-служба")]
    [InlineData("ru", "Планов по закрытию полигона нет, заявил МИД.", "МИД")]
    [InlineData("kk", "Желідегі ескерту өтірік, деді ІІМ.", "ІІМ")]
    [InlineData("kk", "ІІМ жаңа салық туралы хабарды жоққа шығарды.", "ІІМ")]
    [InlineData("en", "The Defence Ministry denied reports of a new base.", "Defence Ministry")]
    [InlineData("ru", "Сообщения о наборе добровольцев лишены оснований, уточнила пресс-служба.", "пресс-служба")]
    [InlineData("ru", "В сети ходит ложная новость о закрытии вокзала, предупредил МЧС.", "МЧС")]
    [InlineData("ru", "МВД просит не верить слухам о комендантском часе.", "МВД")]
    [InlineData("ru", "Запись с голосом акима — дипфейк, сообщило МВД.", "МВД")]
    [InlineData("ru", "МИД назвал публикации о новой базе в степи вымыслом.", "МИД")]
    [InlineData("ru", "МИД заявил, что американские военные в порту не работают.", "МИД")]
    [InlineData("ru", "Майор Ержанов пояснил: сборы с войной у соседей никак не связаны.", "Майор Ержанов")]
    [InlineData("ru", "Слова министра вырваны из контекста, заявила пресс-служба.", "пресс-служба")]
    [InlineData("ru", "У нас нет иностранных военных баз, подчеркнул МИД.", "МИД")]
    [InlineData("kk", "Қала жабылады деген ақпарат рас емес, деп хабарлады ТЖМ.", "ТЖМ")]
    [InlineData("kk", "ІІМ: мұндай бұйрық болған жоқ.", "ІІМ")]
    [InlineData("kk", "Бұл хабар ақиқатқа жанаспайды, деді ҰҚК.", "ҰҚК")]
    [InlineData("en", "Rumours of a curfew are baseless, police said.", "police")]
    [InlineData("en", "The Foreign Ministry dismissed online speculation about a coup.", "Foreign Ministry")]
    [InlineData("en", "The government has no plans to join the alliance.", "government")]
    [InlineData("en", "There are no foreign military bases in the country, the Foreign Ministry said.", "Foreign Ministry")]
    [InlineData("en", "The embassy described the letter as fake.", "embassy")]
    [InlineData("fr", "Le ministère de la Défense a démenti la rumeur.", "ministère de la Défense")]
    [InlineData("hu", "A védelmi minisztérium cáfolta a hírt, közölte a Pentagon.", "Pentagon")]
    [InlineData("ar", "نفت Akorda الخبر.", "Akorda")]
    [InlineData("de", "Das Außenministerium dementierte den Bericht.", "Außenministerium")]
    [InlineData("uk", "Міноборони: це не відповідає дійсності, передає МИД.", "МИД")]
    [InlineData("ru", "Видео, где министр Оспанов продаёт танк, создано нейросетью, предупредило ведомство.", "ведомство")]
    [InlineData("ru", "Полиция: новость о взрыве на рынке ложная.", "Полиция")]
    [InlineData("ru", "Акимат развеял слухи о нехватке воды.", "Акимат")]
    [InlineData("ru", "Сообщения о перестрелке не нашли подтверждения, заявил МВД.", "МВД")]
    [InlineData("ru", "Снимки с танками сняты в другой республике, уточнил КНБ.", "КНБ")]
    [InlineData("kk", "Елде шетелдік әскери база жоқ, деді СІМ.", "СІМ")]
    [InlineData("kk", "Желідегі бұйрық жалған, деді ІІМ.", "ІІМ")]
    [InlineData("en", "Officials called the rumour false.", "Officials")]
    [InlineData("en", "The army warned that a forged order in its name is being spread.", "army")]
    [InlineData("ru", "Казахстан опроверг слухи о мобилизации.", "Казахстан")]
    [InlineData("ru", "МИД Узбекистана опроверг сообщения о базе.", "МИД Узбекистана")]
    [InlineData("ru", "Минобороны России назвало сообщения о базе ложью.", "Минобороны России")]
    [InlineData("ru", "Слухи о том, что Кремль предупредил Астану, не соответствуют действительности, рассказали журналистам, которых собрал МИД.", "МИД")]
    [InlineData("en", "The Russian Defense Ministry denied reports of a strike.", "Russian Defense Ministry")]
    [InlineData("en", "China's Foreign Ministry denied reports of a base.", "China's Foreign Ministry")]
    [InlineData("en", "Reports that Kazakhstan sent troops were denied by the Defense Ministry.", "Defense Ministry")]
    [InlineData("en", "The Foreign Ministry, after the accusations were published, denied reports of a base.", "Foreign Ministry")]
    [InlineData("en", "A video spreading online was dismissed as fake by the army.", "army")]
    [InlineData("kk", "Ресей Сыртқы істер министрлігі бұл хабарды жоққа шығарды.", "Ресей Сыртқы істер министрлігі")]
    [InlineData("kk", "Қазақстанның Қорғаныс министрлігі бұл хабарды жоққа шығарды.", "Қазақстанның Қорғаныс министрлігі")]
    [InlineData("ru", "Минобороны РФ сообщило о переброске войск, однако МИД Казахстана опроверг эту информацию.", "МИД Казахстана")]
    [InlineData("ru", "Минобороны РФ заявило о вводе войск в Казахстан, МИД РК опроверг эти сообщения.", "МИД РК")]
    [InlineData("ru", "Казахстан опроверг заявление МИД России, сообщает издание.", "Казахстан")]
    [InlineData("ru", "Токаев опроверг сообщения пресс-службы Кремля, сообщает агентство.", "Токаев")]
    [InlineData("ru", "Вчера Оспанов опроверг слухи, о которых сообщила полиция.", "Оспанов")]
    [InlineData("ru", "Сообщения Минобороны РФ опровергли в МИД Казахстана.", "МИД Казахстана")]
    [InlineData("ru", "Информацию о базе опровергло Минобороны РК, заявил МИД соседней страны.", "Минобороны РК")]
    [InlineData("en", "The Russian Defense Ministry said Kazakhstan had asked for troops, but Kazakhstan's Foreign Ministry denied the claim.", "Kazakhstan's Foreign Ministry")]
    [InlineData("en", "The Kremlin said Kazakhstan would send peacekeepers; the Kazakh Foreign Ministry denied the report.", "Kazakh Foreign Ministry")]
    [InlineData("en", "Kazakhstan denied reports by the Russian Defense Ministry, observers said.", "Kazakhstan")]
    [InlineData("kk", "Ресей Сыртқы істер министрлігі әскер келеді деп мәлімдеді, бірақ Қазақстанның Қорғаныс министрлігі бұл хабарды жоққа шығарды.", "Қазақстанның Қорғаныс министрлігі")]
    [InlineData("ru", "Информацию агентства Example опроверг глава МИД Казахстана.", "глава МИД Казахстана")]
    [InlineData("ru", "Информацию о закрытии границы с Россией опровергли в МИД Казахстана.", "МИД Казахстана")]
    [InlineData("ru", "Слухи о мобилизации в Казахстане опроверг глава Минобороны.", "глава Минобороны")]
    [InlineData("ru", "Слухи о размещении базы НАТО опровергла представитель МИД.", "МИД")]
    [InlineData("ru", "Информация о том, что Кремль отверг предложение Токаева, не соответствует действительности, сообщили в МИД Казахстана.", "МИД Казахстана")]
    [InlineData("en", "Reports that the Kremlin rejected Kazakhstan's plan are false, Akorda said.", "Akorda")]
    [InlineData("kk", "Желіде жалған ақпарат таралды, деп хабарлады ІІМ.", "ІІМ")]
    [InlineData("kk", "ІІМ атынан жалған хабарлама таратылып жатыр, деп ескертті ҰҚК.", "ҰҚК")]
    [InlineData("kk", "Шекараны жабу жоспары жоқ, деді СІМ.", "СІМ")]
    [InlineData("kk", "ҰҚК елде шетелдік жауынгерлер жүргенін жоққа шығарды.", "ҰҚК")]
    [InlineData("kk", "СІМ елші айтты деген сөзді теріске шығарды.", "СІМ")]
    [InlineData("kk", "ІІМ жаңа ұсыныс туралы хабарды жоққа шығарды.", "ІІМ")]
    [InlineData("kk", "СІМ көршілердің бұл айыптауын жоққа шығарды.", "СІМ")]
    [InlineData("kk", "Ресей СІМ (РФ СІМ) бұл ақпаратты жоққа шығарды.", "Ресей СІМ")]
    [InlineData("kk", "Қырғызстан ІІМ бұл хабарды жоққа шығарды.", "Қырғызстан ІІМ")]
    [InlineData("kk", "Ресейдің ТЖМ мұндай хабарды теріске шығарды.", "Ресейдің ТЖМ")]
    [InlineData("kk", "Ресей Федерациясының Қорғаныс министрлігі бұл сыбысты жоққа шығарды.", "Ресей Федерациясының Қорғаныс министрлігі")]
    [InlineData("kk", "Қырғыз Республикасының Шекара қызметі бұл сыбысты жоққа шығарды.", "Қырғыз Республикасының Шекара қызметі")]
    [InlineData("kk", "ҚР ҰҚК Шекара қызметі бұл сыбысты жоққа шығарды.", "ҚР ҰҚК Шекара қызметі")]
    [InlineData("kk", "Ресей ФҚҚ бұл сыбысты жоққа шығарды.", "Ресей ФҚҚ")]
    [InlineData("kk", "АҚШ-тың Қорғаныс министрлігі бұл хабарды жоққа шығарды.", "АҚШ-тың Қорғаныс министрлігі")]
    [InlineData("kk", "Ресей Қорғаныс министрлігінің баспасөз қызметі бұл ақпаратты жоққа шығарды.", "Ресей Қорғаныс министрлігінің баспасөз қызметі")]
    [InlineData("kk", "ҚР ІІМ-нің баспасөз қызметі бұл ақпаратты жоққа шығарды.", "ҚР ІІМ-нің баспасөз қызметі")]
    [InlineData("kk", "Ұлттық қауіпсіздік комитеті желідегі хабарды жоққа шығарды.", "Ұлттық қауіпсіздік комитеті")]
    [InlineData("kk", "Бас прокуратура тараған мәліметті теріске шығарды.", "Бас прокуратура")]
    [InlineData("kk", "Тоқаев бұл ақпаратты жоққа шығарды.", "Тоқаев")]
    [InlineData("kk", "Тоқаев Ресей СІМ таратқан ақпаратты жоққа шығарды.", "Тоқаев")]
    [InlineData("kk", "Кеше елші Серік Оспан бұл сыбысты жоққа шығарды.", "Серік Оспан")]
    [InlineData("kk", "Желідегі ақпаратты Оспанов үзілді-кесілді жоққа шығарды.", "Оспанов")]
    [InlineData("kk", "Қырғызстан шекара жабылғаны туралы хабарды жоққа шығарды.", "Қырғызстан")]
    [InlineData("kk", "Оспанов қызметінен кетті деген ақпаратты Ақорда жоққа шығарды.", "Ақорда")]
    [InlineData("kk", "Қазақстан президенті Тоқаев бұл сөзді жоққа шығарды.", "Тоқаев")]
    [InlineData("kk", "Серік Оспанов полигон жабылады деген хабарды жоққа шығарды.", "Оспанов")]
    [InlineData("kk", "Қырғызстан ІІМ туралы хабарды СІМ жоққа шығарды.", "СІМ")]
    [InlineData("ru", "Пограничная служба Казахстана опровергает сообщения о закрытии перехода.", "Пограничная служба Казахстана")]
    [InlineData("ru", "Комитет национальной безопасности Казахстана опроверг слухи о сборах.", "Комитет национальной безопасности Казахстана")]
    [InlineData("ru", "Верховный суд Кыргызстана опроверг сообщения об отставке судей.", "Верховный суд Кыргызстана")]
    [InlineData("en", "The National Security Committee of Kazakhstan denied reports of a new base.", "National Security Committee of Kazakhstan")]
    [InlineData("ru", "Мария Оспанова опровергла слухи о переезде.", "Оспанова")]
    [InlineData("ru", "Как стало известно, министр Серик Оспан опроверг слухи о переезде.", "министр Серик Оспан")]
    [InlineData("ru", "15 января Оспанов опроверг информацию о мобилизации.", "Оспанов")]
    [InlineData("ru", "Аким области Оспанов опроверг слухи о переезде.", "Оспанов")]
    [InlineData("ru", "Спикер сената Маулен Оспанов опроверг слухи о переезде.", "Маулен Оспанов")]
    [InlineData("en", "Yesterday the chief of staff Serik Ospanov denied reports of a new base.", "Serik Ospanov")]
    [InlineData("ru", "Налоговая служба опровергла информацию о новом сборе.", "служба")]
    [InlineData("kk", "Желіде тараған бейнежазба жалған, деді ІІМ.", "ІІМ")]
    [InlineData("kk", "Желіде жалған ақпарат тарапты, деді ІІМ.", "ІІМ")]
    [InlineData("ru", "МИД отрицает свою причастность к рассылке.", "МИД")]
    [InlineData("ru", "Кремль отрицает, что переговоры начались.", "Кремль")]
    [InlineData("ru", "Информация о закрытии полигона не подтверждается, сообщил МЧС.", "МЧС")]
    [InlineData("ru", "Министерство иностранных дел Казахстана опровергло сообщения о базе.", "Министерство иностранных дел Казахстана")]
    [InlineData("ru", "Слухи о сборах опровергли в Министерстве внутренних дел.", "Министерстве внутренних дел")]
    [InlineData("ru", "Министерство по чрезвычайным ситуациям опровергло слухи о прорыве дамбы.", "Министерство по чрезвычайным ситуациям")]
    [InlineData("ru", "Министерство искусственного интеллекта и цифрового развития опровергло сообщения об утечке.", "Министерство искусственного интеллекта и цифрового развития")]
    [InlineData("ru", "Пресс-служба Министерства обороны РК опровергла слухи о мобилизации.", "Пресс-служба Министерства обороны РК")]
    [InlineData("ru", "Агентство по финансовому мониторингу опровергло слухи об аресте.", "Агентство по финансовому мониторингу")]
    [InlineData("en", "The Ministry of Foreign Affairs denied reports of a base.", "Ministry of Foreign Affairs")]
    [InlineData("en", "Rumours of a leak are false, the Ministry of Trade and Integration said.", "Ministry of Trade and Integration")]
    [InlineData("kk", "Жасанды интеллект және цифрлық даму министрлігі бұл хабарды жоққа шығарды.", "Жасанды интеллект және цифрлық даму министрлігі")]
    [InlineData("kk", "Ұлттық экономика министрлігі бұл хабарды жоққа шығарды.", "Ұлттық экономика министрлігі")]
    [InlineData("ru", "В ОДКБ опровергли сообщения о вводе войск в Казахстан.", "ОДКБ")]
    [InlineData("ru", "НАТО опровергло сообщения о базе на Каспии.", "НАТО")]
    [InlineData("ru", "Сообщения о вводе войск опровергли в секретариате ОДКБ.", "секретариате ОДКБ")]
    [InlineData("ru", "В секретариате ОДКБ назвали недостоверной публикацию о Казахстане.", "секретариате ОДКБ")]
    [InlineData("kk", "ҰҚШҰ Хатшылығы бұл ақпаратты жоққа шығарды.", "ҰҚШҰ Хатшылығы")]
    [InlineData("en", "Reports of a deployment were dismissed by the CSTO.", "CSTO")]
    [InlineData("ru", "Желдибай опроверг слухи об отставке министра.", "Желдибай")]
    [InlineData("ru", "Казахстан разъяснил слухи о военных базах на Каспии: слухи не соответствуют действительности.", "Казахстан")]
    [InlineData("ru", "Сообщения о взрыве не соответствуют действительности — МВД", "МВД")]
    [InlineData("ru", "МИД Казахстана: сообщения о базе не соответствуют действительности", "МИД Казахстана")]
    [InlineData("kk", "Балаларды ұрлап жатыр деген хабарды ІІМ шындыққа жанаспайды деді.", "ІІМ")]
    [InlineData("fr", "Le ministre de l'Information Ospanov a traité de faux les bruits sur une base.", "ministre de l'Information Ospanov")]
    public void A_denial_names_who_denies(string language, string text, string denier) =>
        DenialReader.Read("", text, LanguageCodes.Parse(language)).ShouldHaveSingleItem().Denier.ShouldBe(denier);

    [Theory]
    [InlineData("kk", "НАТО базасы туралы ақпаратты Қорғаныс министрлігі жоққа шығарды.", "Қорғаныс министрлігі")]
    [InlineData("kk", "ҰҚШҰ әскерін енгізу туралы хабарды Үкімет жоққа шығарды.", "Үкімет")]
    [InlineData("kk", "НАТО өкілінің сөзін СІМ жоққа шығарды.", "СІМ")]
    [InlineData("en", "NATO base reports have been denied by the Kazakh Foreign Ministry.", "Kazakh Foreign Ministry")]
    [InlineData("ru", "НАТО у границ – Минобороны опровергло слухи о базе.", "Минобороны")]
    [InlineData("ru", "В Астане опровергли слухи о вводе войск.", null)]
    [InlineData("ru", "Адвокаты Масимова опровергли слухи о его смерти.", "Адвокаты Масимова")]
    [InlineData("ru", "Окружение Назарбаева опровергло слухи о его отъезде.", "Окружение Назарбаева")]
    [InlineData("ru", "Слухи не соответствуют действительности, сообщила пресс-служба министерства в Telegram.", null)]
    [InlineData("ru", "Слухи не соответствуют действительности, сообщила пресс-служба Министерства обороны и добавила подробности.", "пресс-служба Министерства обороны")]
    [InlineData("ru", "Минобороны РФ подтвердило удар, в Киеве сообщения о потерях назвали фейком.", null)]
    [InlineData("en", "Ministry of Health Denies Rumors of Lab Leak.", "Ministry of Health")]
    [InlineData("en", "The Ministry of Defence and Reuters are quoted in the report, which the embassy denied.", null)]
    [InlineData("ru", "Министерство информации опровергло сообщения о закрытии издания.", "Министерство информации")]
    public void Only_who_denies_is_named(string language, string text, string? denier)
    {
        var denials = DenialReader.Read("", text, LanguageCodes.Parse(language));
        (denials is [{ DenierSpeaks: true } denial, ..] ? denial.Denier : null).ShouldBe(denier);
    }

    [Theory]
    [InlineData("The ministry has not issued such an order, its spokesman said.")]
    [InlineData("The president never said such words, the press service said.")]
    [InlineData("The army did not make such statements, the ministry said.")]
    [InlineData("The ministry has not made any such statement, it said.")]
    public void A_denial_is_found_by_each_of_its_wordings(string text) => DenialReader.Read("", text, Language.English).ShouldNotBeEmpty();

    [Theory]
    [InlineData("МИД России заявил о биолаборатории в Казахстане", "Министр здравоохранения опроверг сообщения о лаборатории.")]
    [InlineData("Кремль сообщил о визите Токаева, в МИДе Казахстана ответили", "В ведомстве опровергли сообщения о визите.")]
    [InlineData("Полиция задержала автора фейка о вакцинах", "Ведомство опровергло сообщения о вакцинах.")]
    public void A_headlines_body_that_does_not_answer_is_not_named(string headline, string text) =>
        DenialReader.Read(headline, text, Language.Russian).Where(denial => !denial.InTitle).ShouldNotContain(denial => denial.DenierSpeaks);

    [Theory]
    [InlineData("Минобороны прокомментировало видео с солдатом", "Минобороны", true)]
    [InlineData("Видео с солдатом прокомментировали", "ведомство", false)]
    [InlineData("МВД и Минобороны прокомментировали видео", "ведомство", false)]
    public void A_body_without_a_name_is_the_only_one_of_the_headline(string headline, string denier, bool told)
    {
        var denial = DenialReader.Read(headline, "Ролик подделан, ведомство опровергло сообщения о драке.", Language.Russian).ShouldHaveSingleItem();
        (denial.Denier, denial.DenierSpeaks).ShouldBe((denier, told));
    }

    [Theory]
    [InlineData("ru", "МИД не опроверг сообщения о переговорах.")]
    [InlineData("ru", "Минобороны призвало не распространять непроверенную информацию о взрыве на складе.")]
    [InlineData("ru", "В КНБ создан центр искусственного интеллекта.")]
    [InlineData("ru", "В Казахстане создано Министерство искусственного интеллекта.")]
    [InlineData("ru", "При министерстве создан штаб ИИ.")]
    [InlineData("ru", "Паспорт иностранца на границе оказался поддельным.")]
    [InlineData("kk", "Лаңкестік туралы жалған хабар таратқан жасөспірім ұсталды.")]
    [InlineData("ru", "Министерство рассказало, как распознавать фейки.")]
    [InlineData("ru", "МИД не отрицает сообщения о переговорах.")]
    [InlineData("ru", "Министр не согласен с оппозицией и раскритиковал её план.")]
    [InlineData("ru", "За распространение ложной информации грозит штраф.")]
    [InlineData("ru", "Если информация не соответствует действительности, её удалят.")]
    [InlineData("ru", "Полиция изъяла фальшивые документы и деньги.")]
    [InlineData("ru", "Фильм о разведчиках не имеет ничего общего с реальностью.")]
    [InlineData("ru", "Врачи напомнили, что безопасной дозы радиации не существует.")]
    [InlineData("ru", "Опровергнуть или подтвердить это мы не можем.")]
    [InlineData("ru", "Фото времён войны найти было сложно.")]
    [InlineData("ru", "Спортсмен опроверг прогнозы и победил.")]
    [InlineData("ru", "Врачи опровергли исследование о пользе кофе.")]
    [InlineData("ru", "Диетолог опроверг пользу голодания.")]
    [InlineData("en", "Scientists debunked common myths about sleep.")]
    [InlineData("kk", "Кеше дабыл жалған болды.")]
    [InlineData("kk", "СІМ келіссөз туралы хабарды жоққа шығарған жоқ.")]
    [InlineData("kk", "Сарапшы соғыс қаупін жоққа шығармайды.")]
    [InlineData("en", "Kazakhstan has never made such large purchases of drones, the defence ministry said.")]
    [InlineData("en", "The consulate does not issue such visas to foreign soldiers.")]
    [InlineData("en", "The two armies have never made such a joint march before.")]
    [InlineData("en", "The ministry has neither confirmed nor denied the reports.")]
    [InlineData("en", "The court denied the request for bail.")]
    [InlineData("en", "Judges rejected a claim by residents who wanted compensation.")]
    [InlineData("ru", "Подсудимый отрицает, что руководил толпой.")]
    [InlineData("kk", "Министрдің сөзі шындыққа сай.")]
    [InlineData("ru", "Приказ сфальсифицирован, заявил прокурор.")]
    [InlineData("en", "The statement on the stock was inaccurate, the committee said.")]
    [InlineData("kk", "Бұған дейін ТЖМ қайық аударылды деп хабарлаған. Қайықта құтқару кеудешесі болмаған, деп мәлімдеді ТЖМ.")]
    [InlineData("kk", "Желіде жүргізушінің видеосы тарады. Көлігін дұрыс емес жерге қойған, деп хабарлады полиция.")]
    [InlineData("ru", "Лидеры провели серию разговоров о перемирии. Новых разговоров пока нет, заявил Песков.")]
    [InlineData("ru", "Постановление, которое утверждает правила, опубликовано. Правила не меняют срок службы, сообщили в Минобороны.")]
    [InlineData("en", "They were denied boarding and denied the visa.")]
    [InlineData("en", "It is a fake recreation of a fort in the news studio.")]
    [InlineData("en", "There is no denying that reports differ.")]
    [InlineData("en", "The insurer may deny claims.")]
    [InlineData("en", "If the report is false, the editor pays.")]
    [InlineData("en", "The minister did not immediately deny the reports.")]
    [InlineData("en", "Opposition leaders disagreed with the new law.")]
    [InlineData("en", "The two travellers were denied entry at the airport.")]
    [InlineData("en", "The bank's management denies wrongdoing.")]
    [InlineData("en", "The ministry did not deny the reports.")]
    [InlineData("en", "Allies discussed hybrid threats such as disinformation and cyber attacks.")]
    [InlineData("en", "The centre counters propaganda as well as disinformation.")]
    [InlineData("en", "A blogger was sentenced for spreading false information about the army.")]
    [InlineData("kk", "Жалған ақпарат таратқаны үшін блогерге айыппұл салынды.")]
    [InlineData("ru", "Генсек НАТО назвал дезинформацию угрозой безопасности.")]
    [InlineData("ru", "Министр назвал борьбу с дезинформацией приоритетом.")]
    [InlineData("kk", "Ауылда үш күн бойы жарық жоқ.")]
    [InlineData("kk", "Қалада күні бойы интернет жоқ.")]
    [InlineData("kk", "Содырлармен байланыста болған азамат кінәсін жоққа шығарды.")]
    [InlineData("kk", "Сотталушы өзіне тағылған айыпты толық жоққа шығарды.")]
    [InlineData("kk", "Сотталушы өзіне тағылған айыптауларды жоққа шығарды.")]
    [InlineData("kk", "Бас Ассамблея көршілердің ұсынысын жоққа шығарды.")]
    [InlineData("kk", "Көршілердің ұсынысын Қырғызстан үзілді-кесілді жоққа шығарды.")]
    [InlineData("kk", "Тұрғындардың шағымы теріске шығарылды.")]
    [InlineData("kk", "Жалған ақпарат таратты деген күдікпен тұрғын ұсталды.")]
    [InlineData("kk", "Жалған хабар таратып, дүрбелең тудырған тұрғын ұсталды.")]
    [InlineData("kk", "Полиция жалған ақпарат тарататын арнаны бұғаттады.")]
    [InlineData("kk", "Жалған ақпарат таратылған арна бұғатталды.")]
    [InlineData("kk", "Жалған ақпарат таралуына жол берілмейді.")]
    public void Other_talk_is_no_denial(string language, string text) =>
        DenialReader.Read("", text, LanguageCodes.Parse(language)).ShouldBeEmpty();

    [Theory]
    [InlineData("ru", "Слухи о закрытии моста: что говорят военные", "Жители жалуются на пробки. Мост работает в обычном режиме, сообщили в Минобороны.", "Минобороны")]
    [InlineData("ru", "Что случилось на складе", "В соцсетях пишут о взрыве на складе под Карагандой. Никакого взрыва там не было, заявили в МЧС.", "МЧС")]
    [InlineData("ru", "Поправка", "Мы написали, что батальон уезжает в мае. На самом деле он уезжает в июне, сообщило Минобороны.", "Минобороны")]
    [InlineData("ru", "Что известно о базе", "Анонимные каналы утверждают, что на озере строят базу. Ничего подобного, сказал представитель округа.", null)]
    [InlineData("ru", "Слухи о закрытии моста", "Жители жалуются на пробки. Ни один мост не закрыт. Так в Минобороны отреагировали на рассылку.", null)]
    [InlineData("kk", "Түзету", "Кеше батальон мамырда кетеді деп жаздық. Бұл дерек дұрыс емес. Оқырмандардан кешірім сұраймыз.", null)]
    [InlineData("en", "Footage of a parade", "A clip was shared with a claim that it shows foreign tanks. Example Check traced the footage to a parade in the south in 2020.", null)]
    [InlineData("en", "The mission's post", "Claim: the alliance is building a base. Fact: it has no base in the region.", null)]
    [InlineData("kk", "Семейдегі деңгей", "Танымал блогер қала халқы көшіріледі деп жазды. Ұлттық орталық бұлай емес екенін айтты.", "Ұлттық орталық")]
    [InlineData("kk", "Көпір туралы қауесет", "Тұрғындар алаңдап отыр. Көпір жабылған жоқ, деп мәлімдеді ТЖМ.", "ТЖМ")]
    [InlineData("kk", "Қоймада не болды", "Желіде қойма жарылды деген жазба тарады. Қоймада ешқандай жарылыс болған жоқ, деп хабарлады ІІМ.", "ІІМ")]
    [InlineData("en", "What happened at the depot", "A video of a burning depot went viral on Monday. No such incident took place, the Defence Ministry said.", "Defence Ministry")]
    [InlineData("en", "Rumour of a closed bridge", "Drivers are worried. The bridge was never closed, the Defence Ministry said.", "Defence Ministry")]
    [InlineData("ru", "Что известно о мосте", "По городу поползли разговоры о минах на мосту. Это ложь от первого до последнего слова, сказал Айдар Оспанов.", "Айдар Оспанов")]
    [InlineData("ru", "Фуры на границе", "Перевозчики уверяют, будто есть приказ. Такой директивы, уверяют в Комитете доходов, никто не подписывал.", "Комитете доходов")]
    [InlineData("kk", "Базы туралы", "Сайт базаға орын берілді деп жазған. Телеарнаның хабары ақиқаттан алыс, деді ІІМ.", "ІІМ")]
    [InlineData("kk", "Зертхана туралы лақап", "Желіде зертхана салынып жатыр деген лақап тарады. Мұндай тұжырымның негізі жоқ, деді ТЖМ.", "ТЖМ")]
    [InlineData("en", "What happened on the border", "A newspaper reported that troops had left. That did not happen, the Defence Ministry said.", "Defence Ministry")]
    [InlineData("en", "Claims of a base", "A tabloid's story says that troops stayed. The blogger simply made it up, the Defence Ministry said.", "Defence Ministry")]
    public void A_claim_that_goes_around_is_denied_by_its_answer(string language, string title, string text, string? denier)
    {
        var denial = DenialReader.Read(title, text, LanguageCodes.Parse(language)).ShouldHaveSingleItem();
        denial.IsAnswer.ShouldBeTrue();
        (denial.DenierSpeaks ? denial.Denier : null).ShouldBe(denier);
        denial.Span.Start.ShouldBe(text.IndexOf(". ", StringComparison.Ordinal) + 2);
    }

    [Theory]
    [InlineData("ru", "Мост закрыт", "Движение остановлено. Объезд ещё не открыт, сообщили в Минобороны.", "nothing goes around")]
    [InlineData("ru", "Слухи о закрытии моста", "Жители пишут о закрытии моста. В Минобороны пока не ответили на запрос.", "nobody answers")]
    [InlineData("ru", "Слухи о разводе", "В соцсетях пишут о разводе. Артистка рассказала, что о разводе не думает.", "no official")]
    [InlineData("ru", "Слухи о закрытии моста", "Водители волнуются. Субсидии не выплачены, сообщили в министерстве.", "another matter")]
    [InlineData("ru", "Слухи о закрытии моста оказались правдой", "Мост с понедельника не работает. Слухи подтвердились: мост не откроют до весны, сообщили в Минобороны.", "it is true")]
    [InlineData("ru", "Что известно о гибели солдата", "В соцсетях пишут о гибели солдата. Минобороны подтвердило смерть солдата. Солдат не жаловался на службу, сообщили в Минобороны.", "it is true")]
    [InlineData("ru", "Взрыв на складе", "В соцсетях пишут о взрыве на складе. На складе никто не пострадал, сообщили в Минобороны.", "the hurt are counted")]
    [InlineData("ru", "Стрельбы", "Анонимные каналы утверждают, что Погранслужба не предупредила жителей о стрельбах.", "the claim itself")]
    [InlineData("ru", "Приговор", "В соцсетях обсуждают приговор. Блогер признан виновным в распространении ложной информации.", "somebody is tried")]
    [InlineData("ru", "Мужчина якобы не знал о контрабанде, сообщили в полиции", "Мужчина якобы не знал о контрабанде, сообщили в полиции.", "no sentence answers itself")]
    [InlineData("ru", "Поправка в закон об обороне принята", "Она устраняет ошибку прошлой редакции.", "an amendment")]
    [InlineData("ru", "Закон внесли на утверждение", "Министр внёс закон на утверждение. Закон не предусматривает призыва женщин, сообщил министр.", "an approval")]
    [InlineData("en", "Attack on a ministry", "A group issued a statement claiming responsibility for the attack. Police said the attack did not reach the main building.", "a claim of responsibility")]
    [InlineData("kk", "Көпір туралы қауесет", "Тұрғындар көпір жабылады дейді. Министрлік әзірге ештеңе айтқан жоқ.", "nobody answers")]
    [InlineData("kk", "Шекара туралы сыбыс", "Тараптар шекара мәселесін талқылады. Қазақстан шекараны жабады, деді министр.", "the verb says yes")]
    [InlineData("kk", "Қоймадағы өрт", "Желіде өрт туралы жазба тарады. Өрттен ешкім зардап шеккен жоқ, деп хабарлады ТЖМ.", "the hurt are counted")]
    [InlineData("en", "Rumours of a base", "Social media users wrote of a base. The ministry has not commented, it said.", "nobody answers")]
    [InlineData("ru", "Учение началось", "Учение идёт у моря. Оно продлится неделю. Прошлым летом похожее учение породило слухи об армии, которые Минобороны тогда опровергло.", "an old denial")]
    [InlineData("kk", "Жаттығу басталды", "Жаттығу теңізде өтіп жатыр. Оған төрт кеме қатысады. Шілдеде желіде лақап тарап, министрлік оны теріске шығарған болатын.", "an old denial")]
    [InlineData("kk", "Соғыс туралы", "Желіде қауесет көп. Қақтығыс қауесеттен, ойдан шығарылған суреттен басталады, деді министр.", "talk of fakes")]
    [InlineData("en", "Rumours of a base", "Social media users wrote of a base. The ministry said last year that no base was planned.", "background")]
    [InlineData("en", "Contingent leaves", "Rumours of a mission went viral. The contingent is made up of troops from six states, the ministry said.", "no word of denying")]
    [InlineData("en", "Quake", "Reports that houses fell went viral. There were no casualties, the ministry said.", "the hurt are counted")]
    public void Not_every_negation_answers_a_claim(string language, string title, string text, string why) =>
        DenialReader.Read(title, text, LanguageCodes.Parse(language)).ShouldBeEmpty(why);

    [Theory]
    [InlineData("Слухи о стрельбе не соответствуют действительности, жители сообщили полиции.")]
    [InlineData("По словам Марии Оспановой, там притесняют людей, но это фейк.")]
    [InlineData("По данным Минобороны России, дроны запускали из степи, но эта информация не соответствует действительности.")]
    [InlineData("Минобороны России заявило, что дроны летели из степи, но сообщения о них ложны.")]
    [InlineData("Адвокат Айман Оспанова заявила о пытках, информация не соответствует действительности.")]
    [InlineData("Как сообщает Казинформ, информация о закрытии школ не соответствует действительности.")]
    [InlineData("«Коммерсантъ» сообщил, что сведения о базе не соответствуют действительности.")]
    [InlineData("Слова Оспанова назвали ложью.")]
    [InlineData("Информацию Минобороны Украины опровергли в Астане.")]
    [InlineData("Заявление МИД России опровергли эксперты.")]
    [InlineData("Версию Минобороны Украины назвали фейком, эти сообщения ложны.")]
    [InlineData("Экс-глава КНБ Карим Оспанов назвал сообщения ложью.")]
    [InlineData("Неизвестный сообщил полиции о бомбе, информация оказалась ложью.")]
    [InlineData("По данным разведки Украины, там вербуют людей, эта информация не соответствует действительности.")]
    [InlineData("Публикацию Reuters назвали фейком.")]
    [InlineData("В министерстве назвали сообщения фейком.")]
    [InlineData("Минобороны РФ сообщило об ударе, в Киеве сообщения о потерях назвали фейком.")]
    [InlineData("Reuters и Минобороны сообщили о потерях, эти сообщения опровергли.")]
    [InlineData("Источник в Кремле опроверг сообщения о встрече лидеров.")]
    [InlineData("Генконсул России в Алматы опроверг сообщения о призыве.")]
    [InlineData("Президент в интервью CNN опроверг сообщения о базе.")]
    [InlineData("Источник ТАСС опроверг информацию о переброске войск.")]
    [InlineData("По словам Оспанова, Казахстан поставляет дроны, это не соответствует действительности.")]
    [InlineData("По данным Минобороны России, дроны запускали из степи — эта информация не соответствует действительности.")]
    [InlineData("По данным Минобороны России, дроны запускали из степи, что не соответствует действительности.")]
    [InlineData("Минобороны России заявило о пусках из Казахстана — это фейк.")]
    [InlineData("Оспанова заявила, что там открывают лаборатории, — это полностью не соответствует действительности.")]
    public void Whoever_is_told_or_owned_does_not_speak(string text) =>
        DenialReader.Read("", text, Language.Russian).ShouldHaveSingleItem().DenierSpeaks.ShouldBeFalse();

    [Theory]
    [InlineData("Kazakhstan's ambassador to Russia denied reports of mobilization.")]
    [InlineData("A source in Moscow denied reports of talks.")]
    [InlineData("The plant in March denied reports of a leak.")]
    [InlineData("The wife of Serik Ospanov denied reports of his arrest.")]
    [InlineData("A source close to Ospanov denied reports of his arrest.")]
    [InlineData("A spokesman in a statement to Reuters denied the reports.")]
    public void Nor_does_a_place_or_whose_they_are(string text) =>
        DenialReader.Read("", text, Language.English).ShouldHaveSingleItem().DenierSpeaks.ShouldBeFalse();

    [Theory]
    [InlineData("ru", "Посол Украины в Казахстане Виктор Оспанов опроверг сообщения о призыве.", "Посол Украины в Казахстане Виктор Оспанов")]
    [InlineData("ru", "Посол России в Казахстане опроверг слухи о закрытии границы.", "Посол России в Казахстане")]
    [InlineData("ru", "Соратник Навального опроверг слухи о переговорах.", "Соратник Навального")]
    [InlineData("en", "Former Prime Minister Karim Ospanov denied the allegations.", "Former Prime Minister Karim Ospanov")]
    [InlineData("ru", "МИД Венгрии опроверг сообщения о базе.", "МИД Венгрии")]
    [InlineData("ru", "Погранслужба ФСБ России опровергла сообщения о закрытии границы.", "Погранслужба ФСБ России")]
    [InlineData("ru", "Роскосмос опроверг сообщения об аварии.", "Роскосмос")]
    [InlineData("en", "Ukraine's defence ministry denied reports of a strike.", "Ukraine's defence ministry")]
    [InlineData("en", "The Hungarian Foreign Ministry denied reports of a strike.", "Hungarian Foreign Ministry")]
    [InlineData("en", "Kazakhstan's Ministry of Defense has denied social media claims of a mass mobilization.", "Kazakhstan's Ministry of Defense")]
    [InlineData("kk", "Бүгін Серік Оспанов бұл ақпарат жалған екенін айтты.", "Серік Оспанов")]
    public void A_body_is_named_with_its_country(string language, string text, string denier)
    {
        var denial = DenialReader.Read("", text, LanguageCodes.Parse(language)).ShouldHaveSingleItem();
        (denial.DenierSpeaks ? denial.Denier : null).ShouldBe(denier);
    }

    [Theory]
    [InlineData("ru", "В Минобороны сообщили, что система управления дронами создана на основе искусственного интеллекта.")]
    [InlineData("ru", "В Алматы появились фальшивые купюры, сообщили в полиции.")]
    [InlineData("ru", "Офицера осудили за поддельный приказ об увольнении.")]
    [InlineData("kk", "Дрондарды басқару жүйесі жасанды интеллект арқылы жасалған, деп хабарлады Қорғаныс министрлігі.")]
    [InlineData("en", "Ospanov dismisses Information Minister Aida Akhmetova.")]
    [InlineData("en", "The Senate rejected amendments on information security.")]
    [InlineData("en", "NATO warns of hybrid threats as disinformation campaigns intensify.")]
    [InlineData("en", "The army bought decoys that serve as fake targets, the ministry said.")]
    [InlineData("en", "Ospanov denied the charges against him, the court said.")]
    [InlineData("en", "He was accused of giving false information about troop movements.")]
    public void Nor_is_news_of_machines_ministers_and_trials(string language, string text) =>
        DenialReader.Read("", text, LanguageCodes.Parse(language)).ShouldBeEmpty();

    [Theory]
    [InlineData("ru", "В Сети распространяется фейковое объявление о мобилизации.")]
    [InlineData("ru", "В мессенджерах рассылают поддельное постановление правительства о сборах.")]
    [InlineData("ru", "Дипфейк с президентом создан с помощью нейросети.")]
    [InlineData("kk", "Желіде жасанды интеллект арқылы жасалған видео тарады.")]
    [InlineData("en", "The letter was flagged as false by the Foreign Ministry.")]
    [InlineData("en", "Police identified the video as a deepfake.")]
    [InlineData("en", "The Defence Ministry denied reports that charges were filed against the general.")]
    [InlineData("kk", "Бұл – жалған ақпарат, деп мәлімдеді Қорғаныс министрлігі.")]
    [InlineData("kk", "Мобилизация туралы хабар – фейк.")]
    [InlineData("en", "Astana has denied widespread rumors of a base.")]
    [InlineData("en", "Ukraine's General Staff denied Russian claims of a breakthrough.")]
    [InlineData("en", "Kazakhstan has denied its territory was used for the strike.")]
    public void Whatever_stands_between_the_verb_and_the_rumour(string language, string text) =>
        DenialReader.Read("", text, LanguageCodes.Parse(language)).ShouldHaveSingleItem();

    [Fact]
    public void What_was_denied_earlier_is_background()
    {
        const string Text = "В Астане прошла встреча министров. Они подписали план. Ранее МИД опроверг сообщения о выходе из договора.";
        DenialReader.Read("Встреча министров", Text, Language.Russian).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Reports that NATO has a base in Aktau are false.")]
    [InlineData("Spokesperson Li Ming said the article was not the position of the Chinese government and called the reports groundless.")]
    [InlineData("According to Reuters, the reports are false.")]
    [InlineData("The claims made by Aidar Ospanov on Friday are false.")]
    [InlineData("Bloomberg noted that the reports are false.")]
    [InlineData("The BBC said the reports were false.")]
    [InlineData("Experts said the ministry's claims are false.")]
    [InlineData("Russian Defense Ministry reports were dismissed as false claims.")]
    [InlineData("Claims that Kazakh authorities plan a mobilization are untrue.")]
    public void Whom_a_rumour_tells_of_does_not_deny_it(string text) =>
        DenialReader.Read("", text, Language.English).ShouldHaveSingleItem().DenierSpeaks.ShouldBeFalse();

    [Theory]
    [InlineData("Адвокат генерала Оспанова опроверг информацию о побеге.", "Адвокат генерала Оспанова")]
    [InlineData("Супруга президента Оспанова опровергла слухи о переезде.", null)]
    [InlineData("Супруга Оспанова опровергла слухи о переезде.", "Супруга Оспанова")]
    [InlineData("Помощник депутата Оспанова опроверг сообщения об отставке.", null)]
    [InlineData("Совет старейшин Кыргызстана опроверг сообщения о закрытии границы.", null)]
    [InlineData("Ведомство опровергло сообщения о закрытии полигона.", null)]
    [InlineData("Прокуратура города Алматы опровергла информацию о закрытии полигона.", "Прокуратура города Алматы")]
    [InlineData("Мэрия города Астана опровергла слухи о закрытии моста.", null)]
    [InlineData("Прокуратура области Абай опровергла информацию о закрытии полигона.", "Прокуратура области Абай")]
    [InlineData("Адвокат семьи Оспановых опровергла слухи о побеге.", "Адвокат семьи Оспановых")]
    [InlineData("Администрация города Киева опровергла слухи о закрытии моста.", "Администрация города Киева")]
    [InlineData("Аким города Алматы Ержан Оспанов опроверг слухи о закрытии моста.", "Аким города Алматы Ержан Оспанов")]
    public void Whose_lawyer_or_body_denies_does_not_deny_it(string text, string? denier)
    {
        var denial = DenialReader.Read("", text, Language.Russian).ShouldHaveSingleItem();
        (denial.DenierSpeaks ? denial.Denier : null).ShouldBe(denier);
    }

    [Theory]
    [InlineData("ru", "Управление по делам обороны Абайской области сообщило, что слухи не соответствуют действительности.", "Управление по делам обороны Абайской области")]
    [InlineData("ru", "Пограничная служба республики в понедельник эту информацию назвала ложной.", "Пограничная служба республики")]
    [InlineData("ru", "Вчера в Национальном ядерном центре заявили, что сообщения о выбросе являются вымыслом.", "Национальном ядерном центре")]
    [InlineData("ru", "В Комитете безопасности это предупреждение считают ложной рассылкой, слухи беспочвенны, добавили там.", "Комитете безопасности")]
    [InlineData("ru", "Сообщения о закрытии дороги назвали фейком в Пограничной службе.", "Пограничной службе")]
    [InlineData("ru", "Эти сообщения были опровергнуты в областном департаменте по чрезвычайным ситуациям.", "областном департаменте по чрезвычайным ситуациям")]
    [InlineData("ru", "Слова генерала вырвали из контекста, считают в Минторговли.", "Минторговли")]
    [InlineData("ru", "По словам представителя округа Ерлана Оспанова, информация не соответствует действительности.", "представителя округа Ерлана Оспанова")]
    [InlineData("ru", "«Эта информация не соответствует действительности», – заявил на брифинге официальный представитель округа Айдар Оспанов.", "официальный представитель округа Айдар Оспанов")]
    [InlineData("ru", "Премьер Армении Никол Оспанов опроверг сообщения о базе.", "Никол Оспанов")]
    [InlineData("ru", "Эти сообщения не соответствуют действительности, заявил аким Степной области Асхат Оспанов.", "аким Степной области Асхат Оспанов")]
    [InlineData("ru", "Эти сообщения не соответствуют действительности, заявил посол Украины в Казахстане Виктор Оспанов.", "посол Украины в Казахстане Виктор Оспанов")]
    [InlineData("kk", "Украина Бас штабы таратқан ақпаратты Ресей жоққа шығарды.", "Ресей")]
    [InlineData("en", "Former officials were silent; Foreign Minister Erlan Ospanov denied the reports.", "Foreign Minister Erlan Ospanov")]
    [InlineData("ru", "Айдар Оспанов ответил, что эта информация не соответствует действительности.", "Айдар Оспанов")]
    [InlineData("ru", "Оспанов назвал уткой статью о базе.", "Оспанов")]
    [InlineData("ru", "АО «Степной завод» сообщило, что слухи о взрыве не соответствуют действительности.", "АО «Степной завод»")]
    [InlineData("kk", "Облыстық ІІМ департаменті бұл ақпарат жалған екенін жеткізді.", "Облыстық ІІМ департаменті")]
    [InlineData("kk", "ІІМ Алматыда жарылыс болды деген ақпарат жалған екенін мәлімдеді.", "ІІМ")]
    [InlineData("kk", "ҰҚК Масимов босатылды деген ақпарат жалған екенін хабарлады.", "ҰҚК")]
    [InlineData("en", "Moscow said that Astana agreed to a base, but Kazakhstan denied the reports.", "Kazakhstan")]
    [InlineData("kk", "Қазақстанның Бішкектегі елшілігі бұл хабар рас емес екенін айтты.", "Қазақстанның Бішкектегі елшілігі")]
    [InlineData("kk", "Шекара қызметінің өкілі Ерлан Оспановтың айтуынша, бұл хабар жалған.", "Шекара қызметінің өкілі Ерлан Оспанов")]
    [InlineData("kk", "Бұл ақпарат жалған, деп хабарлады Ұлттық қауіпсіздік комитетінен.", "Ұлттық қауіпсіздік комитеті")]
    [InlineData("kk", "Сыртқы істер министрлігі «порт базаға айналады» деген хабарды негізсіз деп атады, ол хабар жалған деп түсіндірді.", "Сыртқы істер министрлігі")]
    [InlineData("en", "The claims are false, according to the State Revenue Committee.", "State Revenue Committee")]
    [InlineData("en", "Messages on a new fee are untrue, Example reports, citing the State Revenue Committee.", "State Revenue Committee")]
    [InlineData("en", "The reports are false, Colonel Erlan Ospanov of the mobilization department told reporters.", "Colonel Erlan Ospanov")]
    [InlineData("en", "\"The reports are false,\" Aidar Ospanov said on Thursday.", "Aidar Ospanov")]
    [InlineData("en", "Kazakhstan on Thursday dismissed reports of a base.", "Kazakhstan")]
    [InlineData("en", "Ospanov said the country had joined the war, but Sapar Akhmetov called the claim false.", "Sapar Akhmetov")]
    [InlineData("en", "The secretary general of the Steppe Council, Aidar Ospanov, denied Thursday that an army is being set up.", "Aidar Ospanov")]
    [InlineData("kk", "Ұлттық ядролық орталық бұл хабар жалған екенін түсіндірді.", "Ұлттық ядролық орталық")]
    [InlineData("en", "Foreign Ministry Rebuts Reports Claiming Troops Left", "Foreign Ministry")]
    [InlineData("en", "The Steppe Metal Plant, which stores the fuel, has refuted rumors about a leak.", "Steppe Metal Plant")]
    public void Who_is_given_the_word_denies(string language, string text, string denier)
    {
        var denial = DenialReader.Read("", text, LanguageCodes.Parse(language))[0];
        (denial.DenierSpeaks ? denial.Denier : null).ShouldBe(denier);
    }

    [Theory]
    [InlineData("en", "", "The Defence Ministry said on Monday that it had checked the posts. It called the reports false.", "Defence Ministry")]
    [InlineData("en", "", "The Ministry of Defence of Kazakhstan has issued a comment on a clip. According to the Ministry, the posts are false.", "Ministry of Defence of Kazakhstan")]
    [InlineData("ru", "", "В Минобороны сообщили, что проверили запись. Там назвали сообщения фейком.", "Минобороны")]
    [InlineData("ru", "", "«Это фейк. Никто никуда не едет», – сказал Айдар Оспанов.", "Айдар Оспанов")]
    [InlineData("ru", "", "Слухи о сборах не соответствуют действительности. Об этом сообщили в Минобороны.", "Минобороны")]
    [InlineData("ru", "Погранслужба: граница не закрыта", "Сообщения о закрытии границы не соответствуют действительности.", "Погранслужба")]
    [InlineData("kk", "Шекара жабылмайды – ҰҚК Шекара қызметі", "Шекара жабылады деген ақпарат жалған.", "ҰҚК Шекара қызметі")]
    [InlineData("en", "Kyrgyz authorities: no mobilization", "Reports of a mobilization are false.", "Kyrgyz authorities")]
    [InlineData("ru", "Минобороны России: сбито 20 беспилотников", "В Астане назвали фейком сообщения о падении беспилотника.", null)]
    [InlineData("ru", "Оспанов: войны не будет", "Ролик о мобилизации оказался фейком.", null)]
    [InlineData("ru", "Оспанов: граница закрыта", "Эти сообщения не соответствуют действительности.", null)]
    [InlineData("ru", "", "МВД сообщило о розыске журналиста. Он назвал обвинения ложью.", null)]
    [InlineData("ru", "", "МИД России заявил о притеснениях. Ведомство опровергло сообщения.", null)]
    [InlineData("ru", "", "Сообщения о продаже доли АО «НК «Степной газ» не соответствуют действительности. Депутат Ерлан Сапаров заявил, что «Степной фонд» продаёт её.", null)]
    [InlineData("ru", "", "Сообщения о базе не соответствуют действительности. Так, Минобороны заявило о базе в порту.", null)]
    [InlineData("en", "", "Police said the journalist had fled. She denied the reports.", null)]
    [InlineData("en", "Fact Check: no explosion in the port", "The reports are false.", null)]
    [InlineData("en", "Correction: the mission's size", "Reports of a larger mission are false.", null)]
    [InlineData("ru", "«Никого не выпускают»: что известно о мосте", "Слухи о закрытии моста не соответствуют действительности.", null)]
    public void Who_is_given_the_word_beside_it_denies(string language, string title, string text, string? denier)
    {
        var denial = DenialReader.Read(title, text, LanguageCodes.Parse(language))[0];
        (denial.DenierSpeaks ? denial.Denier : null).ShouldBe(denier);
    }

    [Theory]
    [InlineData("ҰҚК елдің шекара аудандарында шетелдік жауынгерлер жүргенін жоққа шығарды.")]
    [InlineData("Қорғаныс министрлігі резервтегілер түгел шақырылады деген сыбысты жоққа шығарды.")]
    public void In_Kazakh_all_that_is_denied_stands_before_the_verb(string text) =>
        DenialReader.Read("", text, Language.Kazakh).ShouldHaveSingleItem().DenierSpeaks.ShouldBeTrue();

    [Theory]
    [InlineData("Оспанов елден кетті деген хабар жоққа шығарылды.")]
    [InlineData("Сарапшы Ресей әскер жібереді деген хабарды жоққа шығарды.")]
    [InlineData("Оспанов елден кетті деген хабарды дәрігерлер жоққа шығарды.")]
    [InlineData("Оспанов туралы хабарды жоққа шығарды.")]
    [InlineData("Бұрын бұл хабарды жоққа шығарды.")]
    [InlineData("Ресей БАҚ таратқан ақпаратты Астана жоққа шығарды.")]
    [InlineData("Қытай компаниялары жер сатып алды дегенді әкімдік жоққа шығарды.")]
    [InlineData("Ресей елшісінің айтуынша, ел базаны береді, бірақ бұл ақпарат шындыққа жанаспайды.")]
    [InlineData("Ресей Қорғаныс министрлігі дрон ұшты деп мәлімдеді, ал Астана бұл ақпарат жалған екенін айтты.")]
    [InlineData("Кеше Алматыда бұл хабарды жоққа шығарды.")]
    public void A_denial_in_Kazakh_without_a_certain_denier_names_none(string text) =>
        DenialReader.Read("", text, Language.Kazakh).ShouldHaveSingleItem().DenierSpeaks.ShouldBeFalse();

    [Fact]
    public void The_claim_is_a_span_of_the_text()
    {
        const string Text = "Сегодня ясно. Минобороны опровергло сообщения о закрытии полигона.";

        var denial = DenialReader.Read("", Text, Language.Russian).ShouldHaveSingleItem();

        denial.Claim.ShouldNotBeNull().In(Text).ShouldBe("сообщения о закрытии полигона");
    }

    [Theory]
    [InlineData("слухи о ", "ru")]
    [InlineData("заявил, что США ", "ru")]
    [InlineData("reports ", "en")]
    [InlineData("denied the ", "en")]
    [InlineData("ақпарат ", "kk")]
    [InlineData("Оспанов бұл ", "kk")]
    [InlineData("Ресей Федерациясының ", "kk")]
    [InlineData("заявил: с войной США слух нет планов ", "ru")]
    [InlineData("министр сообщил слух не ", "ru")]
    [InlineData("желіде министр деді ешкім ", "kk")]
    [InlineData("rumour ministry said no is not ", "en")]
    public void Hostile_repeats_are_read_in_time(string part, string language)
    {
        const int SentenceLength = 480;
        var sentence = string.Concat(Enumerable.Repeat(part, SentenceLength / part.Length)) + "конец. А";
        var text = string.Concat(Enumerable.Repeat(sentence, 100_000 / sentence.Length));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        DenialReader.Read("", text, LanguageCodes.Parse(language));

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }
}
