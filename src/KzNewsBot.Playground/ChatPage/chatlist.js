import { avatar } from "./avatar.js";
import { preview } from "./bubble.js";
import { now } from "./clock.js";
import { shortDate } from "./dates.js";
import { byId, h, icon } from "./dom.js";
import { t } from "./labels.js";

const icons = { private: "person", group: "group", supergroup: "group", channel: "channel" };

/** Newest conversation first. */
export function renderChatList({ chats, activeId, unread, bot }) {
  const list = byId("chat-list");
  const focused = document.activeElement?.closest?.("#chat-list a")?.dataset.chatId;
  const ordered = [...chats.values()].sort((a, b) => (b.lastMessage?.date ?? 0) - (a.lastMessage?.date ?? 0));
  list.replaceChildren(...ordered.map((chat) => item(chat, bot, chat.id === activeId, unread.get(chat.id) ?? 0)));
  if (focused) list.querySelector(`[data-chat-id="${focused}"]`)?.focus({ preventScroll: true });
}

/** A private chat is named after the bot, as its owner sees it, and marked with the person who owns it. */
export function chatName(chat, bot) {
  return chat.type === "private" ? bot.firstName : chat.title;
}

function item(chat, bot, active, unread) {
  const name = chatName(chat, bot);
  const isPrivate = chat.type === "private";
  return h("li", {},
    h("a", {
      href: `#chat=${chat.id}`, class: "chat-item", "aria-current": active ? "true" : null,
      "data-testid": `chat-item-${chat.id}`, "data-chat-id": chat.id,
    },
      avatar(isPrivate ? chat.title : name, chat.id),
      h("span", { class: "chat-item-body" },
        h("span", { class: "chat-item-top" },
          isPrivate ? null : icon(icons[chat.type] ?? "group"),
          h("span", { class: "chat-item-name" }, name),
          isPrivate ? h("span", { class: "chat-item-person" }, icon("person"), h("span", {}, chat.title)) : null,
          chat.lastMessage ? h("time", { class: "chat-item-time" }, shortDate(chat.lastMessage.date, now())) : null),
        h("span", { class: "chat-item-bottom" },
          h("span", { class: "chat-item-preview" }, preview(chat.lastMessage, chat)),
          unread > 0 ? h("span", { class: "count", "aria-label": `${unread} ${t("unread")}` }, String(unread)) : null))));
}
