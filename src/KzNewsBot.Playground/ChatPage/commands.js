import { byId, h } from "./dom.js";
import { t } from "./labels.js";

/** The list of bot commands over the composer: the whole menu, or those beginning as the typed word does. */
export class CommandList {
  #list = byId("commands");
  #menuButton = byId("command-menu");
  #field = byId("composer");
  #commands = [];
  /** What the shown commands begin with; empty for the whole menu. */
  #beginning = "";
  #shown = [];
  #chosen = -1;
  /** Closed by Escape: it stays so until something else is typed. */
  #dismissed = false;
  #onPick;

  constructor(onPick) {
    this.#onPick = onPick;
    this.#menuButton.addEventListener("click", () => {
      if (this.isOpen) this.close();
      else this.#open("");
    });
    document.addEventListener("click", (event) => {
      if (!event.target.closest(".composer-area")) this.close();
    });
  }

  get isOpen() {
    return !this.#list.hidden;
  }

  /** The bot may change its commands while somebody reads them: the list stays open and keeps the choice. */
  setCommands(commands) {
    // The same list again must not move under the finger.
    if (JSON.stringify(commands) === JSON.stringify(this.#commands)) return;
    this.#commands = commands;
    if (!this.isOpen) {
      if (!this.#dismissed && document.activeElement === this.#field) this.suggest(this.#field.value);
      return;
    }
    const chosen = this.#shown[this.#chosen]?.command;
    this.#open(this.#beginning);
    this.#setChosen(this.#shown.findIndex(({ command }) => command === chosen));
    this.#list.children[this.#chosen]?.scrollIntoView({ block: "nearest" });
  }

  /** Follows what is typed: a lone "/word" opens the list. */
  suggest(text) {
    this.#dismissed = false;
    const word = /^\/(\w*)$/.exec(text)?.[1]?.toLowerCase();
    if (word !== undefined && this.#matching(word).length > 0) this.#open(word);
    else this.close();
  }

  /** Handles arrows, Tab, Enter and Escape while open; true when the key was used. */
  handleKey(event) {
    if (!this.isOpen) return false;
    switch (event.key) {
      case "ArrowDown": this.#choose(this.#chosen + 1); return true;
      case "ArrowUp": this.#choose(this.#chosen < 0 ? this.#shown.length - 1 : this.#chosen - 1); return true;
      case "Escape": this.close(); this.#dismissed = true; return true;
      case "Tab": return this.#complete();
      // Enter without a choice sends the typed words, not the first suggestion.
      case "Enter": return this.#chosen >= 0 && this.#pick(this.#shown[this.#chosen]);
      default: return false;
    }
  }

  close() {
    this.#list.hidden = true;
    this.#setChosen(-1);
    this.#menuButton.setAttribute("aria-expanded", "false");
  }

  #matching(beginning) {
    return this.#commands.filter(({ command }) => command.startsWith(beginning));
  }

  #open(beginning) {
    this.#beginning = beginning;
    this.#shown = this.#matching(beginning);
    const options = this.#shown.map((command, index) => h("div", {
      class: "command", role: "option", id: `command-${index}`, "aria-selected": "false", "data-testid": `command-${command.command}`,
      pointerdown: (event) => event.preventDefault(), click: () => this.#pick(command),
    }, h("span", { class: "command-name" }, `/${command.command}`), h("span", { class: "command-description" }, command.description)));
    this.#list.replaceChildren(...(options.length > 0 ? options : [h("p", { class: "hint" }, t("noCommands"))]));
    this.#list.hidden = false;
    this.#list.scrollTop = 0;
    this.#setChosen(-1);
    this.#menuButton.setAttribute("aria-expanded", "true");
  }

  #choose(index) {
    this.#setChosen((index + this.#shown.length) % this.#shown.length);
    this.#list.children[this.#chosen]?.scrollIntoView({ block: "nearest" });
  }

  #setChosen(index) {
    this.#chosen = index;
    [...this.#list.children].forEach((option, place) => option.setAttribute("aria-selected", String(place === index)));
    if (index >= 0) this.#field.setAttribute("aria-activedescendant", `command-${index}`);
    else this.#field.removeAttribute("aria-activedescendant");
  }

  #complete() {
    const command = this.#shown[Math.max(0, this.#chosen)];
    if (!command) return false;
    this.#field.value = `/${command.command} `;
    this.#field.dispatchEvent(new Event("input"));
    return true;
  }

  #pick(command) {
    this.close();
    this.#onPick(`/${command.command}`);
    return true;
  }
}
