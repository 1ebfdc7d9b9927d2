import { avatar } from "./avatar.js";
import { clockTime } from "./dates.js";
import { h, icon } from "./dom.js";
import { renderText } from "./entities.js";
import { inlineKeyboard } from "./keyboard.js";
import { t } from "./labels.js";

/** One message as a row of the conversation. `conversation` is { chat, bot, personId }. */
export function messageRow(message, conversation, { onCommand, onPress }) {
  const attributes = { "data-testid": `message-${message.messageId}`, "data-from": message.from, "data-message-id": message.messageId };
  if (message.service) {
    return h("div", { ...attributes, class: "row service" }, h("span", { class: "pill" }, message.service));
  }
  const sender = senderOf(message, conversation);
  const stack = h("div", { class: "stack" },
    h("article", { class: "bubble", "aria-label": sender.name },
      h("p", { class: "sender", "data-tint": String(Math.abs(sender.id) % 7) }, sender.name),
      message.thread ? h("span", { class: "topic" }, `${t("topic")} ${message.thread}`) : null,
      message.photo ? photo(message.photo) : null,
      message.text ? h("div", { class: "text", dir: "auto", "data-testid": "text" }, renderText(message.text, message.entities, { onCommand })) : null,
      meta(message)),
    inlineKeyboard(message.replyMarkup, (button, data) => onPress(message, button, data)));
  const grouped = isShared(conversation.chat) && !sender.own;
  return h("div", { ...attributes, class: `row ${sender.own ? "own" : "theirs"}${grouped ? " named" : ""}`, "data-sender": sender.key },
    grouped ? avatar(sender.name, sender.id, "avatar-small") : null, stack);
}

const isShared = (chat) => chat.type !== "private";

/** In a shared chat other people's words stand on the left, as the bot's do; "own" are those of the page's person. */
function senderOf(message, { chat, bot, personId }) {
  if (message.from === "bot") {
    const channel = chat.type === "channel";
    return { key: "bot", own: false, id: channel ? chat.id : bot.id, name: channel ? chat.title : bot.firstName };
  }
  const { sender } = message;
  const own = chat.type === "private" || !sender || sender.id === personId;
  return { key: `user-${sender?.id ?? personId}`, own, id: sender?.id ?? personId, name: sender?.name ?? t("you") };
}

function meta(message) {
  return h("footer", { class: "meta" },
    message.edited ? h("span", { class: "edited" }, t("edited")) : null,
    h("time", { datetime: new Date(message.date * 1000).toISOString() }, clockTime(message.date)));
}

/** Only pictures of this server can be shown: the page loads nothing from elsewhere. */
function photo({ url, width, height }) {
  if (url.startsWith("/")) return h("img", { class: "photo", src: url, width, height, alt: t("photo"), loading: "lazy" });
  return h("div", { class: "photo photo-absent", role: "img", "aria-label": t("photo") }, icon("image"));
}

/** One line for the chat list and the pinned bar. */
export function preview(message, chat) {
  if (!message) return t("noMessages");
  if (message.service) return message.service;
  const line = (message.text || (message.photo ? t("photo") : "")).replace(/\s+/g, " ").trim();
  if (message.from === "bot") return line;
  const name = chat.type === "private" ? t("you") : message.sender?.name ?? t("you");
  return `${name}: ${line}`;
}
