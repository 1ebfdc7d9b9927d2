import { byId, h } from "./dom.js";

const shownFor = 4500;

export function toast(text, kind = "info") {
  const node = h("div", { class: `toast toast-${kind}`, "data-testid": "toast" }, text);
  const area = byId("toasts");
  const remove = () => {
    node.remove();
    if (!area.hasChildNodes() && area.matches(":popover-open")) area.hidePopover();
  };
  // Shown anew each time: the newest popover stands above an open dialog.
  if (area.matches(":popover-open")) area.hidePopover();
  area.showPopover();
  area.append(node);
  node.addEventListener("click", remove);
  setTimeout(remove, shownFor);
}

/** The answer a bot wants confirmed. */
export function showAlert(text) {
  const dialog = byId("alert");
  dialog.querySelector("p").textContent = text;
  if (!dialog.open) dialog.showModal();
}

/** Runs a request of the reader's; a refusal becomes a toast. Gives undefined then. */
export async function attempt(action, offlineText) {
  try {
    return await action();
  } catch (error) {
    // fetch throws TypeError when nobody answers; its text is the browser's, not ours.
    toast(error instanceof TypeError ? offlineText : error.message, "error");
    return undefined;
  }
}
