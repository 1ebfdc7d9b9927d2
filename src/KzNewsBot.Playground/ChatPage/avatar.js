import { h } from "./dom.js";

const tints = 7;

/** First letters of the first two words, whole code points. */
export function initials(name) {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? ["?"];
  return words.slice(0, 2).map((word) => String.fromCodePoint(word.codePointAt(0)).toUpperCase()).join("");
}

export function avatar(name, id, size = "") {
  const tint = Math.abs(Number(id) || 0) % tints;
  return h("span", { class: `avatar ${size}`.trim(), "data-tint": String(tint), "aria-hidden": "true" }, initials(name));
}
