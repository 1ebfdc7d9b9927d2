import { byId } from "./dom.js";

const gap = 6;

/** Names the host behind a link while it is pointed at or focused: outlet names are links, and readers want to know where. */
export function initLinkHint(root) {
  const hint = byId("link-hint");
  const show = (event) => {
    const link = event.target.closest?.("a[data-host]");
    hint.hidden = !link;
    if (!link) return;
    hint.textContent = link.dataset.host;
    const box = link.getClientRects()[0];
    const left = Math.min(box.left, innerWidth - hint.offsetWidth - gap);
    const above = box.top - hint.offsetHeight - gap;
    hint.style.left = `${Math.max(gap, left)}px`;
    hint.style.top = `${above > gap ? above : box.bottom + gap}px`;
  };
  const hide = () => { hint.hidden = true; };
  root.addEventListener("pointerover", show);
  root.addEventListener("focusin", show);
  root.addEventListener("focusout", hide);
  root.addEventListener("pointerleave", hide);
  root.addEventListener("scroll", hide, { passive: true });
}
