import { api } from "./api.js";
import { clockTime, dateWithWeekday, secondsUntil } from "./dates.js";
import { byId } from "./dom.js";
import { t } from "./labels.js";
import { attempt } from "./toasts.js";

const pollEvery = 5000;
const listeners = [];
let present = Date.now() / 1000;

/** The simulated time in Unix seconds, as last heard. */
export const now = () => present;

export function onMinute(listener) {
  listeners.push(listener);
}

/** Takes a time from the simulator: ISO 8601 text or Unix seconds. */
export function setNow(value) {
  const seconds = typeof value === "number" ? value : Date.parse(value) / 1000;
  if (!Number.isFinite(seconds)) return;
  const newMinute = Math.floor(seconds / 60) !== Math.floor(present / 60);
  present = seconds;
  renderClock();
  if (newMinute) for (const listener of listeners) listener();
}

export function renderClock() {
  const face = byId("clock");
  face.textContent = clockTime(present);
  face.dateTime = new Date(present * 1000).toISOString();
  byId("clock-date").textContent = `${dateWithWeekday(present)} · ${t("almaty")}`;
}

async function advance(step) {
  const answer = await attempt(() => api.advance(step), t("offline"));
  if (answer?.now) setNow(answer.now);
}

async function refresh() {
  try {
    setNow((await api.clock()).now);
  } catch {
    // The event stream notices a lost simulator and says so; the next poll simply tries again.
  }
}

export function initClock() {
  for (const button of document.querySelectorAll("[data-step]")) {
    button.addEventListener("click", () => advance(button.dataset.step));
  }
  byId("clock-goto").addEventListener("submit", async (event) => {
    event.preventDefault();
    await refresh();
    await advance(`PT${Math.ceil(secondsUntil(event.target.querySelector("input").value, present))}S`);
  });
  const panel = byId("clock-panel");
  const opener = byId("clock-open");
  const setOpen = (open) => {
    panel.classList.toggle("open", open);
    opener.setAttribute("aria-expanded", String(open));
  };
  opener.addEventListener("click", () => setOpen(!panel.classList.contains("open")));
  byId("clock-close").addEventListener("click", () => setOpen(false));
  const refreshSeen = () => document.hidden || refresh();
  setInterval(refreshSeen, pollEvery);
  document.addEventListener("visibilitychange", refreshSeen);
  return refresh();
}
