const labels = {
  ru: {
    chats: "Чаты", playground: "Песочница", theme: "Сменить тему", pageLanguage: "Язык страницы", newChat: "Новый чат",
    timeMachine: "Машина времени", close: "Закрыть", plusMinute: "+1 мин", plusMinuteLong: "Вперёд на минуту",
    plusHour: "+1 ч", plusHourLong: "Вперёд на час", plusDay: "+1 день", plusDayLong: "Вперёд на сутки",
    goToTime: "Перейти к этому времени", back: "К списку чатов", chatMenu: "Меню чата", pinned: "Закреплённое сообщение",
    messages: "Сообщения", jumpDown: "Вниз", commands: "Команды бота", menu: "Меню", writeMessage: "Сообщение",
    keyboard: "Клавиатура бота", send: "Отправить", start: "Запустить", chatType: "Вид чата", person: "Человек",
    group: "Группа", channel: "Канал", title: "Название или имя", personLanguage: "Язык человека", cancel: "Отмена",
    create: "Создать", findings: "Замечания к запросам бота", ok: "Хорошо", guest: "Гость",
    findingsHint: "Запросы, которые настоящий Telegram не принял бы или понял бы иначе.", noFindings: "Замечаний нет.",
    bot: "бот", as: "вы пишете как", you: "Вы", edited: "изменено", today: "Сегодня", yesterday: "Вчера",
    connecting: "соединение…", typing: "печатает…", uploading: "отправляет файл…",
    noMessages: "Сообщений пока нет", photo: "Фотография", topic: "Тема", whatCanBotDo: "Что умеет этот бот?",
    block: "Заблокировать бота", unblock: "Разблокировать бота", kick: "Удалить бота из чата", add: "Вернуть бота в чат",
    copied: "Скопировано", expand: "Развернуть цитату", collapse: "Свернуть цитату", spoiler: "Скрытый текст, показать",
    unread: "непрочитанных", noCommands: "Бот ещё не объявил команд.",
    offline: "Симулятор не отвечает.", unsupported: "Эта кнопка в песочнице не работает.", almaty: "Алматы", chatClosed: "Этот чат закрыт",
  },
  kk: {
    chats: "Чаттар", playground: "Сынақ алаңы", theme: "Түсін ауыстыру", pageLanguage: "Бет тілі", newChat: "Жаңа чат",
    timeMachine: "Уақыт машинасы", close: "Жабу", plusMinute: "+1 мин", plusMinuteLong: "Бір минут алға",
    plusHour: "+1 сағ", plusHourLong: "Бір сағат алға", plusDay: "+1 күн", plusDayLong: "Бір тәулік алға",
    goToTime: "Осы уақытқа өту", back: "Чаттар тізіміне", chatMenu: "Чат мәзірі", pinned: "Бекітілген хабарлама",
    messages: "Хабарламалар", jumpDown: "Төмен", commands: "Бот командалары", menu: "Мәзір", writeMessage: "Хабарлама",
    keyboard: "Бот пернетақтасы", send: "Жіберу", start: "Бастау", chatType: "Чат түрі", person: "Адам",
    group: "Топ", channel: "Арна", title: "Атауы немесе есімі", personLanguage: "Адамның тілі", cancel: "Бас тарту",
    create: "Құру", findings: "Бот сұраулары бойынша ескертулер", ok: "Жарайды", guest: "Қонақ",
    findingsHint: "Нағыз Telegram қабылдамайтын немесе басқаша түсінетін сұраулар.", noFindings: "Ескерту жоқ.",
    bot: "бот", as: "сіз жазасыз:", you: "Сіз", edited: "өзгертілді", today: "Бүгін", yesterday: "Кеше",
    connecting: "қосылуда…", typing: "жазып жатыр…", uploading: "файл жіберуде…",
    noMessages: "Әзірге хабарлама жоқ", photo: "Сурет", topic: "Тақырып", whatCanBotDo: "Бұл бот не істей алады?",
    block: "Ботты бұғаттау", unblock: "Ботты бұғаттан шығару", kick: "Ботты чаттан шығару", add: "Ботты чатқа қайтару",
    copied: "Көшірілді", expand: "Дәйексөзді ашу", collapse: "Дәйексөзді жию", spoiler: "Жасырын мәтін, көрсету",
    unread: "оқылмаған", noCommands: "Бот командаларын әлі жарияламады.",
    offline: "Симулятор жауап бермейді.", unsupported: "Бұл батырма сынақ алаңында істемейді.", almaty: "Алматы", chatClosed: "Бұл чат жабық",
  },
  en: {
    chats: "Chats", playground: "Playground", theme: "Switch theme", pageLanguage: "Page language", newChat: "New chat",
    timeMachine: "Time machine", close: "Close", plusMinute: "+1 min", plusMinuteLong: "One minute ahead",
    plusHour: "+1 h", plusHourLong: "One hour ahead", plusDay: "+1 day", plusDayLong: "One day ahead",
    goToTime: "Go to this time", back: "Back to chats", chatMenu: "Chat menu", pinned: "Pinned message",
    messages: "Messages", jumpDown: "Scroll down", commands: "Bot commands", menu: "Menu", writeMessage: "Message",
    keyboard: "Bot keyboard", send: "Send", start: "Start", chatType: "Kind of chat", person: "Person",
    group: "Group", channel: "Channel", title: "Title or name", personLanguage: "The person's language", cancel: "Cancel",
    create: "Create", findings: "Findings in the bot's requests", ok: "OK", guest: "Guest",
    findingsHint: "Requests the real Telegram would refuse or read differently.", noFindings: "No findings.",
    bot: "bot", as: "you write as", you: "You", edited: "edited", today: "Today", yesterday: "Yesterday",
    connecting: "connecting…", typing: "typing…", uploading: "sending a file…",
    noMessages: "No messages yet", photo: "Photo", topic: "Topic", whatCanBotDo: "What can this bot do?",
    block: "Block the bot", unblock: "Unblock the bot", kick: "Remove the bot", add: "Add the bot back",
    copied: "Copied", expand: "Expand the quotation", collapse: "Collapse the quotation", spoiler: "Hidden text, reveal",
    unread: "unread", noCommands: "The bot has announced no commands yet.",
    offline: "The simulator does not answer.", unsupported: "This button does nothing in the playground.", almaty: "Almaty", chatClosed: "This chat is closed",
  },
};
const fallback = "ru";
const key = "language";
const listeners = [];

function preferred() {
  const known = [localStorage.getItem(key), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return known.find((tag) => tag in labels) ?? fallback;
}

let current = preferred();

export const language = () => current;

export const t = (name) => labels[current][name];

/** Fills every element of the page that names a label. */
export function applyLabels(root = document) {
  document.documentElement.lang = current;
  for (const node of root.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  for (const node of root.querySelectorAll("[data-t-placeholder]")) node.placeholder = t(node.dataset.tPlaceholder);
  for (const node of root.querySelectorAll("[data-t-label]")) {
    node.setAttribute("aria-label", t(node.dataset.tLabel));
    if (node.matches("button, a, input")) node.title = t(node.dataset.tLabel);
  }
}

export function onLanguage(listener) {
  listeners.push(listener);
}

export function setLanguage(tag) {
  current = tag in labels ? tag : fallback;
  localStorage.setItem(key, current);
  applyLabels();
  for (const listener of listeners) listener();
}
