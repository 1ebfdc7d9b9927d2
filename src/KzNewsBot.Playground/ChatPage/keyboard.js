import { h, icon } from "./dom.js";
import { t } from "./labels.js";
import { toast } from "./toasts.js";

/** Rows of buttons under a message. onPress(button node, callback data) sends the press. */
export function inlineKeyboard(markup, onPress) {
  const rows = (markup?.inline_keyboard ?? []).filter((row) => row.length > 0);
  if (rows.length === 0) return null;
  return h("div", { class: "inline-keyboard", role: "group", "data-testid": "inline-keyboard" },
    ...rows.map((row) => h("div", { class: "key-row" }, ...row.map((button) => inlineButton(button, onPress)))));
}

function inlineButton(button, onPress) {
  const caption = h("span", { class: "key-text" }, button.text);
  if (button.url) {
    return h("a", { class: "key", href: safeUrl(button.url), target: "_blank", rel: "noopener noreferrer", "data-host": host(button.url) },
      caption, corner("outside"));
  }
  const data = button.callback_data;
  if (data !== undefined) {
    const press = (event) => onPress(event.currentTarget, data);
    return h("button", { type: "button", class: "key", "data-callback": data, click: press }, caption, h("span", { class: "spinner", "aria-hidden": "true" }));
  }
  if (button.copy_text) {
    const copy = async () => {
      await navigator.clipboard?.writeText(button.copy_text.text);
      toast(t("copied"));
    };
    return h("button", { type: "button", class: "key", click: copy }, caption);
  }
  return h("button", { type: "button", class: "key", click: () => toast(t("unsupported")) }, caption);
}

function corner(name) {
  const node = icon(name);
  node.classList.add("key-corner");
  return node;
}

function safeUrl(address) {
  return /^https?:/i.test(address) ? address : null;
}

function host(address) {
  try {
    return new URL(address).host;
  } catch {
    return null;
  }
}

/** The reply keyboard now in force: the newest one a bot message brought, unless a later one took it away. */
export function currentReplyMarkup(messages) {
  const markup = messages.findLast(({ from, replyMarkup }) => from === "bot" && (replyMarkup?.keyboard || replyMarkup?.remove_keyboard))?.replyMarkup;
  return markup?.keyboard ? markup : null;
}

/** Fills the area under the composer. */
export function fillReplyKeyboard(area, markup, onText) {
  area.replaceChildren(...markup.keyboard.map((row) => h("div", { class: "key-row" }, ...row.map((button) => {
    const text = typeof button === "string" ? button : button.text;
    return h("button", { type: "button", class: "key", click: () => onText(text) }, h("span", { class: "key-text" }, text));
  }))));
}
