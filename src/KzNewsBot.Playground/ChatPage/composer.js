import { CommandList } from "./commands.js";
import { byId } from "./dom.js";
import { fillReplyKeyboard } from "./keyboard.js";
import { t } from "./labels.js";

/** The line people write in, with its command list and the bot's reply keyboard. */
export class Composer {
  #form = byId("composer-form");
  #field = byId("composer");
  #send = byId("send");
  #keyboard = byId("reply-keyboard");
  #toggle = byId("keyboard-toggle");
  #drafts = new Map();
  #chatId = null;
  #markup = null;
  #onSend;
  #commands;

  /** onSend(text) gives false when the message was refused; the text then comes back. */
  constructor(onSend) {
    this.#onSend = onSend;
    this.#commands = new CommandList((command) => {
      this.#setText("");
      this.#onSend(command);
    });
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit();
    });
    this.#field.addEventListener("input", () => this.#changed());
    this.#field.addEventListener("keydown", (event) => this.#key(event));
    this.#toggle.addEventListener("click", () => this.#showKeyboard(this.#keyboard.hidden));
  }

  setCommands(commands) {
    this.#commands.setCommands(commands);
  }

  open(chatId) {
    if (chatId === this.#chatId) return;
    this.#drafts.set(this.#chatId, this.#field.value);
    this.#chatId = chatId;
    this.#setText(this.#drafts.get(chatId) ?? "");
    this.#commands.close();
  }

  setReplyMarkup(markup) {
    const same = JSON.stringify(markup) === JSON.stringify(this.#markup);
    this.#markup = markup;
    this.#toggle.hidden = !markup;
    this.#field.placeholder = markup?.input_field_placeholder ?? t("writeMessage");
    if (!markup) this.#keyboard.hidden = true;
    if (!markup || same) return;
    fillReplyKeyboard(this.#keyboard, markup, (text) => {
      this.#onSend(text);
      if (markup.one_time_keyboard) this.#showKeyboard(false);
    });
    this.#showKeyboard(true);
  }

  setVisible(visible) {
    this.#form.hidden = !visible;
    if (!visible) this.#keyboard.hidden = true;
  }

  focus() {
    // On a touch screen focus would raise the keyboard over the conversation.
    if (matchMedia("(hover: hover)").matches) this.#field.focus({ preventScroll: true });
  }

  #showKeyboard(shown) {
    this.#keyboard.hidden = !shown;
    this.#toggle.setAttribute("aria-pressed", String(shown));
  }

  #key(event) {
    if (event.isComposing) return;
    if (this.#commands.handleKey(event)) {
      event.preventDefault();
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#submit();
    }
  }

  async #submit() {
    const text = this.#field.value.trim();
    if (!text) return;
    this.#setText("");
    this.#commands.close();
    if (!await this.#onSend(text) && !this.#field.value) this.#setText(text);
  }

  #setText(text) {
    this.#field.value = text;
    this.#grow();
  }

  #changed() {
    this.#grow();
    this.#commands.suggest(this.#field.value);
  }

  #grow() {
    this.#send.disabled = this.#field.value.trim() === "";
    this.#field.style.height = "auto";
    if (this.#field.value) this.#field.style.height = `${this.#field.scrollHeight}px`;
  }
}
