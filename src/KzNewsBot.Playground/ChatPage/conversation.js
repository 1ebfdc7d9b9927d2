import { api } from "./api.js";
import { avatar } from "./avatar.js";
import { preview } from "./bubble.js";
import { chatName } from "./chatlist.js";
import { isBotAway, isChatClosed, standingAction } from "./chatmenu.js";
import { Composer } from "./composer.js";
import { byId } from "./dom.js";
import { currentReplyMarkup } from "./keyboard.js";
import { language, t } from "./labels.js";
import { ConversationLog } from "./log.js";
import { languageOf } from "./newchat.js";
import { attempt } from "./toasts.js";

/** The right side of the page: header, messages and composer of the open chat. */
export class Conversation {
  #chat = null;
  #bot;
  #personId;
  #waiting = null;
  #openings = 0;
  #commandReads = 0;
  #log = new ConversationLog({ onCommand: (text) => this.send(text), onPress: (message, data) => this.#press(message, data) });
  #composer = new Composer((text) => this.send(text));

  constructor(bot, personId) {
    this.#bot = bot;
    this.#personId = personId;
    byId("start").addEventListener("click", () => this.act("start"));
    byId("restore").addEventListener("click", () => this.act(standingAction(this.#chat)));
    byId("pinned").addEventListener("click", () => this.#log.reveal(this.#pinned()?.messageId));
  }

  get chat() {
    return this.#chat;
  }

  /** The bot changed its name or what it says of itself. */
  present(bot) {
    this.#bot = bot;
    if (!this.#chat) return;
    this.renderHeader();
    this.#renderState();
  }

  /** Opens a chat or, when it is open already, re-reads it. */
  async open(chat) {
    const another = this.#chat?.id !== chat.id;
    this.#chat = chat;
    this.#composer.open(chat.id);
    this.renderHeader();
    // Events of this chat wait until the fetched state stands, then apply on top of it.
    this.#waiting = [];
    const turn = ++this.#openings;
    const messages = await attempt(() => api.messages(chat.id), t("offline"));
    if (turn !== this.#openings) return;
    if (messages) this.#log.show({ chat: this.#chat, bot: this.#bot, personId: this.#personId }, messages);
    const missed = this.#waiting;
    this.#waiting = null;
    missed.forEach((apply) => apply());
    this.#renderState();
    await this.loadCommands();
    if (another) this.#composer.focus();
  }

  /** New facts about the open chat itself. */
  update(chat) {
    this.#chat = chat;
    this.renderHeader();
    this.#renderState();
  }

  apply(kind, { message, messageId }) {
    if (this.#waiting) {
      this.#waiting.push(() => this.apply(kind, { message, messageId }));
      return;
    }
    if (kind === "delete") this.#log.remove(messageId);
    else if (kind === "answer") this.#log.answered(messageId);
    else this.#log.upsert(message);
    this.#renderState();
  }

  async loadCommands() {
    if (!this.#chat) return;
    const { id } = this.#chat;
    const turn = ++this.#commandReads;
    const commands = await attempt(() => api.commands(id, languageOf(this.#chat)), t("offline"));
    if (commands && turn === this.#commandReads && this.#chat.id === id) this.#composer.setCommands(commands);
  }

  async send(text) {
    const { id } = this.#chat;
    this.#log.toBottom();
    return await attempt(async () => {
      await api.send(id, text);
      return true;
    }, t("offline"));
  }

  async act(action) {
    await attempt(() => api.act(this.#chat.id, action), t("offline"));
  }

  /** After a change of the page's language. */
  relabel() {
    if (!this.#chat) return;
    this.#log.show({ chat: this.#chat, bot: this.#bot, personId: this.#personId }, this.#log.messages);
    this.renderHeader();
    this.#renderState();
  }

  regroup() {
    this.#log.regroup();
  }

  renderHeader() {
    const chat = this.#chat;
    const isPrivate = chat.type === "private";
    const name = chatName(chat, this.#bot);
    const face = avatar(name, isPrivate ? this.#bot.id : chat.id);
    face.id = "chat-avatar";
    byId("chat-avatar").replaceWith(face);
    byId("chat-title").textContent = name;
    const kind = t(chat.type === "channel" ? "channel" : "group").toLocaleLowerCase(language());
    byId("chat-subtitle").textContent = isPrivate ? `${t("bot")} · ${t("as")} ${chat.title}` : kind;
  }

  async #press(message, data) {
    const { id } = this.#chat;
    return await attempt(async () => {
      await api.press(id, message.messageId, data);
      return true;
    }, t("offline"));
  }

  /** What stands at the bottom: START, "bring the bot back" or the composer. */
  #renderState() {
    const messages = this.#log.messages;
    const closed = isChatClosed(this.#chat);
    const away = closed || isBotAway(this.#chat);
    const untouched = this.#chat.type === "private" && messages.length === 0;
    byId("start").hidden = away || !untouched;
    byId("restore").hidden = !away;
    byId("restore").disabled = closed;
    byId("restore").textContent = t(closed ? "chatClosed" : standingAction(this.#chat));
    byId("chat-menu-button").hidden = closed;
    const writes = !away && !untouched;
    this.#composer.setVisible(writes);
    this.#composer.setReplyMarkup(writes ? currentReplyMarkup(messages) : null);
    this.#renderWelcome(untouched);
    this.#renderPinned();
  }

  #renderWelcome(shown) {
    const welcome = byId("welcome");
    welcome.hidden = !shown;
    if (!shown) return;
    const face = avatar(this.#bot.firstName, this.#bot.id, "avatar-large");
    welcome.querySelector(".avatar").replaceWith(face);
    welcome.querySelector("h3").textContent = t("whatCanBotDo");
    welcome.querySelector("p").textContent = this.#bot.description || this.#bot.shortDescription || "";
  }

  /** As it stands in the conversation: it may have been edited since it was pinned. */
  #pinned() {
    const { pinned } = this.#chat;
    return pinned && (this.#log.messages.find(({ messageId }) => messageId === pinned.messageId) ?? pinned);
  }

  #renderPinned() {
    const message = this.#pinned();
    byId("pinned").hidden = !message;
    if (message) byId("pinned").querySelector(".pinned-text").textContent = preview(message, this.#chat);
  }
}
