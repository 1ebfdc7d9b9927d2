import { messageRow } from "./bubble.js";
import { now } from "./clock.js";
import { dayHeading, wall } from "./dates.js";
import { byId, h, setCount } from "./dom.js";
import { measureQuotes } from "./entities.js";

const joinWithin = 300;
const nearBottom = 80;
const pressPatience = 15_000;
const headingLinger = 1200;

/** The open conversation: keeps its rows in step with its messages. */
export class ConversationLog {
  #view = byId("log");
  #jump = byId("jump");
  #column = h("div", { class: "column" });
  #rows = new Map();
  #messages = new Map();
  #missed = 0;
  #following = true;
  #height = 0;
  #scrollingTimer = 0;
  #conversation = null;
  #handlers;

  constructor(handlers) {
    this.#handlers = handlers;
    this.#view.append(this.#column);
    this.#view.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    this.#jump.addEventListener("click", () => this.toBottom("smooth"));
    // Bubbles rewrap and the phone's keyboard comes up: whoever read the end still reads the end.
    new ResizeObserver(() => {
      this.#height = this.#view.clientHeight;
      measureQuotes(this.#column);
      if (this.#following) this.toBottom();
    }).observe(this.#view);
  }

  get messages() {
    return [...this.#messages.values()].sort((a, b) => a.messageId - b.messageId);
  }

  show(conversation, messages) {
    const stay = this.#conversation?.chat.id === conversation.chat.id && !this.#following;
    const top = this.#view.scrollTop;
    this.#view.setAttribute("aria-busy", "true");
    this.#conversation = conversation;
    this.#messages = new Map(messages.map((message) => [message.messageId, message]));
    this.#rows = new Map(this.messages.map((message) => [message.messageId, this.#row(message)]));
    this.#column.replaceChildren(...this.#rows.values());
    this.regroup();
    measureQuotes(this.#column);
    if (stay) this.#view.scrollTop = top;
    else this.toBottom();
    this.#view.removeAttribute("aria-busy");
  }

  upsert(message) {
    const follow = this.#following;
    const known = this.#rows.get(message.messageId);
    const row = this.#row(message);
    this.#messages.set(message.messageId, message);
    this.#rows.set(message.messageId, row);
    if (known) {
      replaceKeepingFocus(known, row);
    } else {
      row.classList.add("arriving");
      this.#column.append(row);
    }
    this.regroup();
    measureQuotes(row);
    if (follow) this.toBottom();
    else if (!known) setCount(this.#jump.querySelector(".count"), ++this.#missed);
  }

  remove(messageId) {
    this.#rows.get(messageId)?.remove();
    this.#rows.delete(messageId);
    this.#messages.delete(messageId);
    this.regroup();
  }

  /** Joins neighbours of one sender and puts a heading before each day. */
  regroup() {
    // By the message below, not by the day: a clock that was set back shows one day twice.
    const headings = new Map([...this.#column.querySelectorAll(".day")].map((node) => [Number(node.dataset.above), node]));
    let before = null;
    for (const message of this.messages) {
      const row = this.#rows.get(message.messageId);
      const day = wall(message.date).index;
      const joined = before && before.day === day && before.row.dataset.sender === row.dataset.sender
        && message.date - before.date <= joinWithin && !message.service;
      row.classList.toggle("first", !joined);
      row.classList.add("last");
      before?.row.classList.toggle("last", !joined);
      if (before?.day !== day) {
        const heading = headings.get(message.messageId) ?? h("div", { class: "day", "data-above": message.messageId }, h("span", { class: "pill" }));
        heading.firstChild.textContent = dayHeading(message.date, now());
        if (row.previousElementSibling !== heading) row.before(heading);
        headings.delete(message.messageId);
      }
      before = { row, day, date: message.date };
    }
    for (const unused of headings.values()) unused.remove();
  }

  /** Ends the wait of the buttons under a message. */
  answered(messageId) {
    for (const button of this.#rows.get(messageId)?.querySelectorAll(".pending") ?? []) settle(button);
  }

  reveal(messageId) {
    const row = this.#rows.get(messageId);
    row?.scrollIntoView({ block: "center", behavior: "smooth" });
    row?.classList.add("flash");
    setTimeout(() => row?.classList.remove("flash"), 1600);
  }

  toBottom(behavior = "instant") {
    this.#following = true;
    this.#view.scrollTo({ top: this.#view.scrollHeight, behavior });
    if (behavior === "instant") this.#showJump();
  }

  #row(message) {
    return messageRow(message, this.#conversation, { onCommand: this.#handlers.onCommand, onPress: (...press) => this.#press(...press) });
  }

  async #press(message, button, data) {
    if (button.classList.contains("pending")) return;
    button.classList.add("pending");
    button.setAttribute("aria-busy", "true");
    setTimeout(() => settle(button), pressPatience);
    if (!await this.#handlers.onPress(message, data)) settle(button);
  }

  #atBottom() {
    return this.#view.scrollHeight - this.#view.scrollTop - this.#view.clientHeight < nearBottom;
  }

  #scrolled() {
    // A shrinking view fires this too, before its size is known here; that is no wish to leave the end.
    if (this.#view.clientHeight === this.#height) this.#following = this.#atBottom();
    this.#showJump();
    if (this.#following) return;
    this.#view.classList.add("scrolling");
    clearTimeout(this.#scrollingTimer);
    this.#scrollingTimer = setTimeout(() => this.#view.classList.remove("scrolling"), headingLinger);
  }

  #showJump() {
    this.#jump.hidden = this.#following || this.#atBottom();
    if (!this.#jump.hidden) return;
    this.#missed = 0;
    setCount(this.#jump.querySelector(".count"), 0);
  }
}

function settle(button) {
  button.classList.remove("pending");
  button.removeAttribute("aria-busy");
}

/** An edit replaces the row under the finger; keyboard users stay on the button in the same place. */
function replaceKeepingFocus(old, row) {
  const place = [...old.querySelectorAll(".key")].indexOf(document.activeElement);
  row.className = `${row.className} ${["first", "last"].filter((name) => old.classList.contains(name)).join(" ")}`.trim();
  old.replaceWith(row);
  if (place >= 0) [...row.querySelectorAll(".key")].at(Math.min(place, row.querySelectorAll(".key").length - 1))?.focus({ preventScroll: true });
}
