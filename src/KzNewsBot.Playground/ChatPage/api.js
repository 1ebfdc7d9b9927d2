/** The sentence the simulator answered with; it is meant for people. */
export class ApiError extends Error {}

async function call(path, body) {
  const request = body === undefined
    ? { headers: { accept: "application/json" } }
    : { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  const response = await fetch(`/sim/${path}`, { cache: "no-store", ...request });
  const text = await response.text();
  const answer = read(text);
  if (!response.ok) throw new ApiError(answer?.error ?? `${response.status} ${response.statusText}`);
  return answer;
}

function read(text) {
  try {
    return text ? JSON.parse(text) : null;
  } catch {
    return null;
  }
}

const inChat = (id) => `chats/${encodeURIComponent(id)}`;

export const api = {
  bot: (language) => call(`bot?language=${encodeURIComponent(language)}`),
  chats: () => call("chats"),
  createChat: (chat) => call("chats", chat),
  messages: (id) => call(`${inChat(id)}/messages`),
  send: (id, text) => call(`${inChat(id)}/messages`, { text }),
  press: (id, messageId, data) => call(`${inChat(id)}/buttons`, { messageId, data }),
  act: (id, action) => call(`${inChat(id)}/actions`, { action }),
  commands: (id, language) => call(`${inChat(id)}/commands?language=${encodeURIComponent(language)}`),
  clock: () => call("clock"),
  advance: (step) => call("clock", { advance: step }),
  findings: () => call("findings"),
};
