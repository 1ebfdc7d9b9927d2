import { h, icon } from "./dom.js";
import { t } from "./labels.js";
import { toast } from "./toasts.js";

const blocks = new Set(["blockquote", "expandable_blockquote", "pre"]);
const plainTags = { bold: "strong", italic: "em", underline: "u", strikethrough: "s" };

/**
 * Message text with its entities as nodes. Offsets count UTF-16 units, as Telegram and JavaScript strings both do.
 * The text content of the result is exactly the text.
 */
export function renderText(text, entities, { onCommand }) {
  const spans = (entities ?? [])
    .map((entity) => ({ entity, start: Math.max(0, entity.offset), end: Math.min(text.length, entity.offset + entity.length) }))
    .filter(({ start, end }) => start < end)
    .sort(outerFirst);
  const root = document.createDocumentFragment();
  fill(root, text, 0, text.length, spans, onCommand);
  return root;
}

function outerFirst(a, b) {
  return a.start - b.start || b.end - a.end || Number(blocks.has(b.entity.type)) - Number(blocks.has(a.entity.type));
}

function fill(parent, text, start, end, spans, onCommand) {
  let at = start;
  let queue = spans;
  while (queue.length > 0) {
    const [span, ...others] = queue;
    appendText(parent, text.slice(at, span.start));
    const { inside, after } = cutAt(others, span.end);
    const node = element(span.entity, text.slice(span.start, span.end), onCommand);
    // A block carries a button of its own in front of which the text goes.
    fill(node.querySelector(".quote-text, code") ?? node, text, span.start, span.end, inside, onCommand);
    parent.append(node);
    at = span.end;
    queue = after;
  }
  appendText(parent, text.slice(at, end));
}

/** Entities that overlap without nesting are cut in two at the outer one's end. */
function cutAt(spans, end) {
  const inside = [];
  const after = [];
  for (const span of spans) {
    if (span.start < end) inside.push({ ...span, end: Math.min(span.end, end) });
    if (span.end > end) after.push({ ...span, start: Math.max(span.start, end) });
  }
  return { inside, after: after.sort(outerFirst) };
}

function appendText(parent, text) {
  // A block ends its line by itself; the line feed after it would show as an empty line.
  if (text.startsWith("\n") && parent.lastElementChild?.matches("blockquote, pre") && parent.lastChild.nodeType === Node.ELEMENT_NODE) {
    parent.append(h("span", { class: "line-end" }, "\n"));
    text = text.slice(1);
  }
  if (text) parent.append(text);
}

function element(entity, text, onCommand) {
  const { type } = entity;
  if (type in plainTags) return h(plainTags[type]);
  switch (type) {
    case "text_link": return link(entity.url);
    case "url": return link(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`);
    case "mention": return link(`https://t.me/${text.slice(1)}`);
    case "email": return link(`mailto:${text}`);
    case "phone_number": return link(`tel:${text.replace(/[^+\d]/g, "")}`);
    case "bot_command": return h("button", { type: "button", class: "command-link", click: () => onCommand(text) });
    case "hashtag": case "cashtag": return h("span", { class: "tag" });
    case "code": return h("code", { class: "copyable", click: () => copy(text) });
    case "pre": return h("pre", { "data-language": entity.language }, h("code"));
    case "spoiler": return spoiler();
    case "blockquote": return h("blockquote");
    case "expandable_blockquote": return expandable();
    default: return h("span", { "data-entity": type });
  }
}

function link(address) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return h("span");
  }
  if (!["http:", "https:", "mailto:", "tel:"].includes(url.protocol)) return h("span");
  return h("a", { href: url.href, target: "_blank", rel: "noopener noreferrer", "data-host": url.host || url.pathname });
}

function spoiler() {
  const node = h("span", { class: "spoiler", role: "button", tabindex: "0", "aria-label": t("spoiler") });
  const reveal = (event) => {
    if (node.classList.contains("revealed") || (event.key && event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    node.classList.add("revealed");
    for (const name of ["role", "tabindex", "aria-label"]) node.removeAttribute(name);
  };
  node.addEventListener("click", reveal);
  node.addEventListener("keydown", reveal);
  return node;
}

function expandable() {
  const button = h("button", { type: "button", class: "expander", "aria-expanded": "false", "aria-label": t("expand"), hidden: true }, icon("down"));
  const quote = h("blockquote", { class: "expandable" }, h("div", { class: "quote-text" }), button);
  const toggle = () => {
    const open = quote.classList.toggle("open");
    button.setAttribute("aria-expanded", String(open));
    button.setAttribute("aria-label", t(open ? "collapse" : "expand"));
  };
  button.addEventListener("click", toggle);
  quote.firstChild.addEventListener("click", (event) => {
    if (!button.hidden && !quote.classList.contains("open") && !event.target.closest("a, button")) toggle();
  });
  return quote;
}

/** A quotation short enough to stand whole needs no button; only the laid-out page knows. */
export function measureQuotes(root) {
  for (const quote of root.querySelectorAll("blockquote.expandable:not(.open)")) {
    const [body, button] = quote.children;
    button.hidden = body.scrollHeight <= body.clientHeight + 2;
  }
}

export async function copy(text) {
  await navigator.clipboard?.writeText(text);
  toast(t("copied"));
}
