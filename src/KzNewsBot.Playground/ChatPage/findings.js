import { api } from "./api.js";
import { byId, h, setCount } from "./dom.js";
import { t } from "./labels.js";

const settleFor = 800;
const pollEvery = 15_000;
let timer = 0;
let findings = [];

/** Re-reads the findings a little later: a request's finding is written beside the message it caused. */
export function refreshFindingsSoon() {
  clearTimeout(timer);
  timer = setTimeout(refresh, settleFor);
}

async function refresh() {
  try {
    findings = await api.findings() ?? [];
  } catch {
    return;
  }
  const button = byId("findings");
  button.classList.toggle("has-findings", findings.length > 0);
  button.dataset.count = String(findings.length);
  setCount(button.querySelector(".count"), findings.length);
  if (byId("findings-dialog").open) renderList();
}

function renderList() {
  const list = byId("findings-dialog").querySelector("ol");
  list.replaceChildren(...findings.map((finding) => h("li", {}, ...describe(finding))));
  if (findings.length === 0) list.append(h("li", { class: "none" }, t("noFindings")));
}

function describe({ method, path, sentence }) {
  return [h("code", {}, path ? `${method} · ${path}` : method), h("span", {}, sentence)];
}

export function initFindings() {
  byId("findings").addEventListener("click", () => {
    renderList();
    byId("findings-dialog").showModal();
  });
  setInterval(() => { if (!document.hidden) refresh(); }, pollEvery);
}
