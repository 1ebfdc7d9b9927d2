import { api } from "./api.js";
import { byId } from "./dom.js";
import { language, t } from "./labels.js";
import { attempt } from "./toasts.js";

const personKey = (id) => `personLanguage.${id}`;

/** The simulator may not tell a person's language; then it is what this page chose for them. */
export function languageOf(chat) {
  return chat.language ?? localStorage.getItem(personKey(chat.id)) ?? language();
}

export async function createChat(chat) {
  const created = await api.createChat(chat);
  localStorage.setItem(personKey(created.id), chat.language);
  return created;
}

/** A shared chat belongs to the page's person, who is its administrator then. */
export function initNewChat(owner, onCreated) {
  const dialog = byId("new-chat-dialog");
  const form = dialog.querySelector("form");
  byId("new-chat").addEventListener("click", () => {
    form.reset();
    form.elements.language.value = language();
    dialog.showModal();
    form.elements.title.focus();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const title = form.elements.title.value.trim();
    if (!title) return;
    const { type, language: { value: personLanguage } } = form.elements;
    const from = type.value === "private" ? undefined : owner;
    const chat = await attempt(() => createChat({ type: type.value, title, from, language: personLanguage }), t("offline"));
    if (!chat) return;
    dialog.close();
    onCreated(chat);
  });
}
