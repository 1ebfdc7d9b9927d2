import { api } from "./api.js";
import { renderChatList } from "./chatlist.js";
import { initChatMenu } from "./chatmenu.js";
import { initClock, onMinute, renderClock, setNow } from "./clock.js";
import { Conversation } from "./conversation.js";
import { byId } from "./dom.js";
import { follow } from "./events.js";
import { initFindings, refreshFindingsSoon } from "./findings.js";
import { applyLabels, language, onLanguage, setLanguage, t } from "./labels.js";
import { initLinkHint } from "./linkhint.js";
import { createChat, initNewChat } from "./newchat.js";
import { attempt, showAlert, toast } from "./toasts.js";
import { TypingState } from "./typing.js";

/** The person the simulator plays by default; the first visit opens their chat. */
const defaultPerson = 1001;

const state = { bot: null, chats: new Map(), activeId: null, unread: new Map() };
const typing = new TypingState();
let conversation = null;
let profileTimer = 0;
let reloads = 0;
let shownReload = 0;
let botReads = 0;
let shownBot = 0;

async function reload() {
  // Answers may overtake each other: an older one than is shown comes too late.
  const turn = ++reloads;
  document.body.dataset.connection = "open";
  await readBot();
  const chats = state.bot && await attempt(() => api.chats(), t("offline"));
  if (!chats || turn < shownReload) return;
  shownReload = turn;
  for (const chat of chats) noticeMissed(chat);
  state.chats = new Map(chats.map((chat) => [chat.id, chat]));
  if (chats.length === 0) await greetFirstVisit();
  render();
  await route();
  refreshFindingsSoon();
}

/** The bot presents itself in the page's language. */
async function readBot() {
  const turn = ++botReads;
  const bot = await attempt(() => api.bot(language()), t("offline"));
  if (!bot || turn < shownBot) return;
  shownBot = turn;
  state.bot = bot;
  if (conversation) {
    conversation.present(bot);
  } else {
    conversation = new Conversation(bot, defaultPerson);
  }
}

/** A bot that starts sets its texts one after the other. */
function readBotSoon() {
  clearTimeout(profileTimer);
  profileTimer = setTimeout(readBot, 200);
}

async function greetFirstVisit() {
  const chat = await attempt(() => createChat({ type: "private", title: t("guest"), id: defaultPerson, language: language() }), t("offline"));
  if (chat) state.chats.set(chat.id, chat);
}

/** What the bot wrote while the page was cut off is unread too. */
function noticeMissed(chat) {
  const known = state.chats.get(chat.id);
  const last = chat.lastMessage;
  if (!known || chat.id === state.activeId || last?.from !== "bot" || last.messageId === known.lastMessage?.messageId) return;
  state.unread.set(chat.id, (state.unread.get(chat.id) ?? 0) + 1);
}

/** Opens what the address names: "#chat=ID", "#list" on a phone, else the default person's chat. */
async function route() {
  const list = location.hash === "#list";
  document.body.dataset.view = list ? "list" : "chat";
  const named = state.chats.get(Number(/^#chat=(-?\d+)$/.exec(location.hash)?.[1]));
  const chat = named ?? (list ? state.chats.get(state.activeId) : null) ?? defaultChat();
  if (!chat) return;
  state.activeId = chat.id;
  typing.open(chat.id);
  markRead();
  render();
  await conversation.open(chat);
}

function defaultChat() {
  const chats = [...state.chats.values()];
  return state.chats.get(defaultPerson) ?? chats.find(({ type }) => type === "private") ?? chats[0];
}

const isReading = (chatId) => chatId === state.activeId && !document.hidden && !(isPhone() && document.body.dataset.view === "list");

const isPhone = () => matchMedia("(max-width: 700px)").matches;

function markRead() {
  if (isReading(state.activeId)) state.unread.delete(state.activeId);
}

function render() {
  renderChatList(state);
  const unread = [...state.unread.values()].reduce((sum, count) => sum + count, 0);
  document.title = `${unread > 0 ? `(${unread}) ` : ""}${state.bot?.firstName ?? "KzNewsBot"} · ${t("playground")}`;
}

function onEvent(kind, data) {
  const { chatId } = data;
  switch (kind) {
    case "clock": setNow(data.now); return;
    case "commands": conversation?.loadCommands(); return;
    case "profile": readBotSoon(); return;
    case "reset": location.reload(); return;
    case "typing": typing.set(chatId, data); return;
    case "chat": onChat(data.chat); return;
    case "answer": onAnswer(data); break;
    case "message": onMessage(data); break;
    case "edit": onEdit(data); break;
  }
  if (chatId === state.activeId) conversation?.apply(kind, data);
}

function onChat(chat) {
  state.chats.set(chat.id, chat);
  if (chat.id === state.activeId) conversation?.update(chat);
  render();
}

function onMessage({ chatId, message }) {
  const chat = state.chats.get(chatId);
  if (!chat) {
    reload();
    return;
  }
  chat.lastMessage = message;
  if (message.from === "bot") {
    typing.clear(chatId);
    refreshFindingsSoon();
    if (!isReading(chatId)) state.unread.set(chatId, (state.unread.get(chatId) ?? 0) + 1);
  }
  render();
}

function onEdit({ chatId, message }) {
  const chat = state.chats.get(chatId);
  if (chat?.lastMessage?.messageId === message.messageId) chat.lastMessage = message;
  typing.clear(chatId);
  refreshFindingsSoon();
  render();
}

function onAnswer({ chatId, text, showAlert: alert, url }) {
  if (text && chatId === state.activeId) (alert ? showAlert : toast)(text);
  if (url && !followStartLink(url) && /^https?:/i.test(url)) open(url, "_blank", "noopener");
}

/** "t.me/<this bot>?start=…" would leave the playground; here it does what it does in Telegram. */
function followStartLink(address) {
  const url = URL.parse(address);
  const isOurs = url?.host === "t.me" && url.pathname.slice(1).toLowerCase() === state.bot?.username?.toLowerCase();
  const payload = url?.searchParams.get("start");
  if (!isOurs || !payload || conversation.chat.type !== "private") return false;
  conversation.send(`/start ${payload}`);
  return true;
}

function initPage() {
  applyLabels();
  const choice = byId("page-language");
  choice.value = language();
  choice.addEventListener("change", () => setLanguage(choice.value));
  onLanguage(() => {
    renderClock();
    readBot();
    conversation?.relabel();
    render();
  });
  onMinute(() => {
    conversation?.regroup();
    render();
  });
  for (const button of document.querySelectorAll("[data-close]")) {
    button.addEventListener("click", () => button.closest("dialog").close());
  }
  byId("log").addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (link && followStartLink(link.href)) event.preventDefault();
  });
  addEventListener("hashchange", route);
  document.addEventListener("visibilitychange", () => {
    markRead();
    render();
  });
}

initPage();
initLinkHint(byId("log"));
initFindings();
initNewChat(defaultPerson, (chat) => {
  state.chats.set(chat.id, { ...chat, lastMessage: chat.lastMessage ?? null });
  location.hash = `#chat=${chat.id}`;
});
initChatMenu(() => conversation?.chat, (action) => conversation.act(action));
// Days are told by the simulated time: nothing is shown by the machine's.
await initClock();
follow({
  onOpen: reload,
  onLost: () => { document.body.dataset.connection = "connecting"; },
  onEvent,
});
