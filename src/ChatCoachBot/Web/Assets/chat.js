// The page: sends what the learner says and shows what the coach answers. Replies come as HTML that the server has encoded.
const log = document.getElementById("log");
const form = document.getElementById("composer");
const said = document.getElementById("said");
const status = document.getElementById("status");
const antiForgery = document.querySelector('meta[name="anti-forgery"]').content;

const TRIES = 4;
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const tell = (text) => { status.textContent = text; };
// What became of the learner's own message matters more than the state of the connection.
let unsent = false;
const tellOfConnection = (text) => { if (!unsent) tell(text); };

// A message keeps its id through every try, so that the server knows a repeat.
async function post(message) {
  for (let tried = 1; ; tried++) {
    try {
      const response = await fetch("/chat/messages", {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Anti-Forgery": antiForgery },
        body: JSON.stringify(message),
      });
      if (response.status < 500) {
        return response.ok ? null : (await response.text()) || "That could not be sent. Reload the page and try again.";
      }
    } catch {
      // The server is out of reach; it may only be starting again.
    }
    if (tried === TRIES) {
      return "The coach does not answer. Check that it is running; your text is still here.";
    }
    tell("Sending…");
    await wait(500 * 2 ** tried);
  }
}

function toEnd() {
  log.lastElementChild?.scrollIntoView({ block: "start", behavior: "instant" });
  window.scrollTo({ top: document.body.scrollHeight });
}

const answers = () => log.querySelectorAll("button[data-answer]");

// The numbers of an earlier exercise must not answer the newest one; those of a hint behind it may.
function settleAnswers() {
  const newest = [...log.querySelectorAll("[data-exercise]")].at(-1);
  for (const button of answers()) {
    button.disabled = newest !== undefined && (newest.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
  }
}

function addLearner(text) {
  const message = document.createElement("article");
  message.className = "message learner";
  message.setAttribute("aria-label", "You");
  message.dir = "auto";
  message.textContent = text;
  log.append(message);
  toEnd();
  return message;
}

async function say(text) {
  // A button that stands apart from its exercise says its key, which means nothing to a person.
  const message = addLearner(text.replace(/^(too easy|i was right) about [^\s/]+\/[^\s/]+$/i, "$1"));
  const problem = await post({ id: crypto.randomUUID(), text });
  unsent = problem !== null;
  tell(problem ?? "");
  if (problem) {
    message.remove();
  }
  return problem === null;
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const text = said.value.trim();
  if (text === "") {
    tell("Write a few words first, then send them.");
    said.focus();
    return;
  }
  said.value = "";
  said.focus();
  if (!(await say(text)) && said.value === "") {
    said.value = text;
  }
});

said.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    form.requestSubmit();
  }
});

document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-says]");
  if (!button) {
    return;
  }
  said.focus({ preventScroll: true });
  if (button.dataset.answer !== undefined) {
    // A second press would answer whatever comes next: the numbers wait for the reply.
    answers().forEach((answer) => { answer.disabled = true; });
  }
  if (!(await say(button.dataset.says))) {
    settleAnswers();
  }
});

const events = new EventSource(`/chat/events?after=${log.dataset.last}`);
events.addEventListener("reply", (event) => {
  if (Number(event.lastEventId) <= Number(log.dataset.last)) {
    return;
  }
  log.dataset.last = event.lastEventId;
  log.insertAdjacentHTML("beforeend", event.data);
  settleAnswers();
  toEnd();
});
events.addEventListener("open", () => tellOfConnection(""));
events.addEventListener("error", () => tellOfConnection(
  events.readyState === EventSource.CLOSED ? "This page is not connected. Close other tabs of ChatCoach, then reload it." : "The connection is lost. Trying again…"));

form.noValidate = true;
settleAnswers();
if (log.dataset.welcome !== undefined) {
  post({ id: crypto.randomUUID(), timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone }).then((problem) => tell(problem ?? ""));
}
toEnd();
