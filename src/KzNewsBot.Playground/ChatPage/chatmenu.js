import { byId, h, icon } from "./dom.js";
import { t } from "./labels.js";

const absent = new Set(["kicked", "left", "blocked"]);
const closed = new Set(["migrated", "deleted", "deactivated"]);

/** A private chat's bot is away when its person blocked it; elsewhere when it was removed. */
export const isBotAway = (chat) => absent.has(chat.botStatus);

/** Nobody can write here any more, and no action brings it back. */
export const isChatClosed = (chat) => closed.has(chat.botStatus);

/** The action that changes the bot's standing in this chat, and its label. */
export function standingAction(chat) {
  const away = isBotAway(chat);
  if (chat.type === "private") return away ? "unblock" : "block";
  return away ? "add" : "kick";
}

export function initChatMenu(currentChat, onAction) {
  const button = byId("chat-menu-button");
  const menu = byId("chat-menu");
  const setOpen = (open) => {
    menu.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  };
  button.addEventListener("click", () => {
    const chat = currentChat();
    if (!chat || isChatClosed(chat)) return;
    const action = standingAction(chat);
    const choose = () => {
      setOpen(false);
      onAction(action);
    };
    const harmful = action === "block" || action === "kick";
    menu.replaceChildren(h("button", { type: "button", role: "menuitem", class: harmful ? "harmful" : null, "data-action": action, click: choose },
      icon(harmful ? "block" : "check"), t(action)));
    setOpen(menu.hidden);
    if (!menu.hidden) menu.firstChild.focus();
  });
  document.addEventListener("click", (event) => {
    if (!event.target.closest(".menu-anchor")) setOpen(false);
  });
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    setOpen(false);
    button.focus();
  });
}
