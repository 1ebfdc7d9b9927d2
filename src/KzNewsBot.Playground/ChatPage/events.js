const kinds = ["message", "edit", "delete", "typing", "answer", "chat", "commands", "clock", "profile", "reset"];
const retryAfter = 2000;

/**
 * Follows the simulator. onOpen runs after every (re)connect, because whatever happened in between was missed;
 * onEvent gets the kind and its data.
 */
export function follow({ onOpen, onLost, onEvent }) {
  const source = new EventSource("/sim/events");
  source.addEventListener("open", onOpen);
  source.addEventListener("error", () => {
    onLost();
    // The browser retries a cut connection by itself, but gives up for good on any answer other than 200.
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(() => follow({ onOpen, onLost, onEvent }), retryAfter);
    }
  });
  for (const kind of kinds) {
    source.addEventListener(kind, (event) => onEvent(kind, JSON.parse(event.data || "{}")));
  }
}
