import { byId } from "./dom.js";
import { t } from "./labels.js";

/** Telegram shows an action for five seconds unless told otherwise. */
const defaultSeconds = 5;

/** Who is typing where; the line under the title shows it for the open chat. */
export class TypingState {
  #until = new Map();

  set(chatId, { action, seconds }) {
    this.clear(chatId);
    const timer = setTimeout(() => this.clear(chatId), (seconds ?? defaultSeconds) * 1000);
    this.#until.set(chatId, { action, timer });
    this.#render();
  }

  clear(chatId) {
    clearTimeout(this.#until.get(chatId)?.timer);
    this.#until.delete(chatId);
    this.#render();
  }

  open(chatId) {
    this.activeId = chatId;
    this.#render();
  }

  #render() {
    const action = this.#until.get(this.activeId)?.action;
    const line = byId("typing");
    line.hidden = !action;
    line.textContent = action ? t(action === "typing" ? "typing" : "uploading") : "";
    byId("chat-subtitle").hidden = Boolean(action);
  }
}
