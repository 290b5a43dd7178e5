/** The chat page: joins question box, conversation, filters and library. */

import { AddDialog } from "./add.js";
import { article } from "./api.js";
import { spoken } from "./answer.js";
import { Composer } from "./composer.js";
import { Conversation, leaveFrom } from "./conversation.js";
import { announce, byId, scrollBehavior } from "./dom.js";
import { FilterBar } from "./filters.js";
import { Library } from "./library.js";
import { serverAnswered, watchServer } from "./server.js";
import { ask } from "./stream.js";
import { TurnView } from "./turn.js";
import { acceptDrops } from "./uploads.js";

const conversation = new Conversation();
const library = new Library();
const filters = new FilterBar();
const composer = new Composer((question) => start(question, filters.filters));
const addDialog = new AddDialog(() => library.refresh());
const feed = byId("conversation");
/** Questions are asked one after the other: a follow-up needs the answer before it. */
let running = Promise.resolve();

const actions = {
  onAsk: start,
  onAskWithoutFilters: (question) => {
    filters.set({});
    start(question, {});
  },
  onRetry: answerTurn,
  onEdit: (view) => {
    conversation.drop(view.record);
    view.element.remove();
    composer.fill(view.record.question);
    update();
  },
  onAddArticles: () => addDialog.open(),
};

/** Ask a question as a new turn of the conversation. */
function start(question, withFilters, ignoreDates = false) {
  filters.close();
  const view = show(conversation.start(question, withFilters, ignoreDates));
  update();
  view.element.scrollIntoView({ block: "start", behavior: scrollBehavior() });
  return answerTurn(view);
}

/** Get the answer of a turn, once those before it are done, and show what becomes of it. */
function answerTurn(view) {
  view.showState("Searching the articles…");
  running = running.then(() => view.element.isConnected && answerNow(view));
  return running;
}

async function answerNow(view) {
  try {
    const onStage = (stage, data) => view.showState(stateText(stage, data));
    const answer = await ask(request(view.record), onStage, view.stopping.signal);
    if (!view.element.isConnected) return;
    conversation.finish(view.record, answer);
    view.showAnswer(answer);
    announce(spoken(answer));
    serverAnswered();
  } catch (error) {
    view.showError(error.name === "AbortError" ? "Stopped." : error.message);
    if (error.isGone) watchServer();
  }
}

function request({ question, filters: withFilters, ignoreDates }) {
  return {
    question,
    conversation_id: conversation.serverId ?? undefined,
    filters: FilterBar.request(withFilters ?? {}),
    ignore_dates: ignoreDates || undefined,
  };
}

function stateText(stage, data) {
  if (stage === "passages") return "Reading the best passages…";
  if (stage === "reading") return `Reading ${data.done} of ${data.total}…`;
  return "Putting the answer together…";
}

function show(record) {
  const view = new TurnView(record, actions);
  feed.append(view.element);
  return view;
}

function update() {
  const isEmpty = conversation.turns.length === 0;
  library.showWelcome(isEmpty);
  byId("new-conversation").hidden = isEmpty;
}

function startOver() {
  conversation.clear();
  feed.replaceChildren();
  announce("New conversation");
  update();
  composer.focus();
}

/** Show the turns of before the reload, and the one an article was opened from. */
function restore() {
  conversation.turns.forEach(show);
  update();
  const turn = document.getElementById(window.location.hash.slice(1) || (conversation.turns.at(-1)?.id ?? ""));
  turn?.scrollIntoView({ block: "start" });
  if (window.location.hash === "#add") addDialog.open();
}

/** `/?article=ID` limits the questions to that article. */
async function limitFromAddress() {
  const id = new URLSearchParams(window.location.search).get("article");
  if (!id) return;
  window.history.replaceState(null, "", "/");
  try {
    filters.limitToArticle(id, (await article(id)).title);
  } catch (error) {
    announce(error.message);
  }
}

for (const example of document.querySelectorAll(".example")) {
  example.addEventListener("click", () => start(example.textContent, filters.filters));
}
for (const opener of document.querySelectorAll("#open-add, [data-open-add]")) {
  opener.addEventListener("click", () => addDialog.open());
}
feed.addEventListener("click", (event) => {
  if (event.target.closest("[data-opens]")) leaveFrom(event.target.closest(".turn").id);
});
byId("new-conversation").addEventListener("click", startOver);
acceptDrops(byId("drop-veil"), (files) => addDialog.addFiles(files));
restore();
limitFromAddress();
if (window.matchMedia("(hover: hover)").matches) composer.box.focus({ preventScroll: true });
