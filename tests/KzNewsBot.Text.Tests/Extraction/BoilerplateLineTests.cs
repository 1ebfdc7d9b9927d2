using KzNewsBot.Text.Extraction;

namespace KzNewsBot.Text.Tests.Extraction;

public class BoilerplateLineTests
{
    [Theory]
    [InlineData("Мост через Тасты закроют на два дня, сообщил глава области в Telegram-канале.")]
    [InlineData("Врачи помогли всем, написали в WhatsApp-канале больницы.")]
    [InlineData("Загрузка вагонов на станции завершена.")]
    [InlineData("Спасатели грузят понтоны. Загрузка идёт с утра.")]
    [InlineData("Курсы предназначены для лиц старше 18 лет.")]
    [InlineData("Сегодня Асель исполнилось 18 лет, и она вступила в отряд.")]
    [InlineData("Стороны обсудили использование ядерных материалов на станции.")]
    [InlineData("Завод отказался от использования опасных материалов при стройке моста.")]
    public void Sentence_of_the_news_is_no_noise(string line) => BoilerplateLine.IsNoise(line).ShouldBeFalse();

    [Theory]
    [InlineData("Новости области – в нашем Telegram-канале")]
    [InlineData("Читайте нас в Telegram-канале")]
    [InlineData("Вступайте в наше сообщество в WhatsApp, чтобы не пропустить важное.")]
    [InlineData("Hear about the valley first by joining our free newsletter.")]
    [InlineData("Загрузка…")]
    [InlineData("Идёт загрузка, пожалуйста, подождите...")]
    [InlineData("Loading…")]
    [InlineData("Жүктелуде…")]
    [InlineData("Материал предназначен для лиц старше 18 лет. Подтвердите свой возраст.")]
    [InlineData("Подтвердите, что вам исполнилось 18 лет")]
    [InlineData("Материал 18 жасқа толған оқырмандарға арналған.")]
    [InlineData("Please confirm that you are over 18 to go on.")]
    [InlineData("При использовании материалов ссылка на «Дозор» обязательна.")]
    [InlineData("Использование любых материалов сайта без спроса запрещено.")]
    [InlineData("Без письменного разрешения редакции копирование материалов запрещено.")]
    [InlineData("Перепечатка материалов – только с согласия редакции.")]
    [InlineData("Instagram парақшамызға жазылып қойыңыз.")]
    [InlineData("Жаңалықтарды Facebook желісіндегі парақшамыздан оқыңыздар!")]
    public void Call_or_notice_of_the_outlet_is_noise(string line) => BoilerplateLine.IsNoise(line).ShouldBeTrue();

    [Theory]
    [InlineData("Елдегі жаңалықтарды бірінші болып білу үшін Telegram-арнамызға жазылыңыз.")]
    [InlineData("Біздің WhatsApp-каналға қосылыңыз!")]
    [InlineData("Бізді Telegram-да оқыңыздар!")]
    [InlineData("YouTube арнамызға тіркеліңіздер!")]
    [InlineData("Instagram парақшамызға жазылып қойыңыз.")]
    [InlineData("Telegram арнамызға жазылыңыз және көпір туралы бірінші болып біліңіз!")]
    [InlineData("Instagram желісінде жазылып, достарыңызбен бөлісіңіз!")]
    [InlineData("Көпір туралы білу үшін YouTube арнамызға қосылыңыз және достарыңызға айтыңыз.")]
    public void Kazakh_call_has_its_verb_behind_the_channel(string line) => BoilerplateLine.OpensCall(line).ShouldBeTrue();

    [Theory]
    [InlineData("Дәрігерге WhatsApp арқылы жазылыңыз.")]
    [InlineData("Тұрғындарға Telegram-арнаға жазылыңыз деген хабарлама келді.")]
    [InlineData("Емтиханға алдын ала жазылыңыз.")]
    [InlineData("Министрліктің Telegram арнасына он мың адам жазылып, пікірлерін қалдырды.")]
    [InlineData("Ол WhatsApp желісінде «арнаға жазылыңыз» деген хабарламаларға сенбеңіз деді.")]
    [InlineData("Полиция Telegram арналарға жазылып, ақша салған тұрғындарды анықтады.")]
    [InlineData("Вступайте в наши ряды спасателей, сказал начальник штаба.")]
    [InlineData("The club grew by joining our neighbours in the valley.")]
    public void Advice_of_the_news_is_no_call_to_the_outlets_channel(string line) => BoilerplateLine.OpensCall(line).ShouldBeFalse();
}
