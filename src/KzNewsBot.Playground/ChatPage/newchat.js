import { api } from "./api.js";
import { byId } from "./dom.js";
import { language, t } from "./labels.js";
import { attempt } from "./toasts.js";

const personKey = (id) => `personLanguage.${id}`;

/** The simulator may not tell a person's language; then it is what this page chose for them. */
export function languageOf(chat) {
  return chat.language ?? localStorage.getItem(personKey(chat.id)) ?? language();
}

export async function createChat(type, title, personLanguage) {
  const chat = await api.createChat({ type, title, language: personLanguage });
  localStorage.setItem(personKey(chat.id), personLanguage);
  return chat;
}

export function initNewChat(onCreated) {
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
    const chat = await attempt(() => createChat(form.elements.type.value, title, form.elements.language.value), t("offline"));
    if (!chat) return;
    dialog.close();
    onCreated(chat);
  });
}
