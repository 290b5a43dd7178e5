/** One turn on the page: the question, how it was understood, then state, error or answer. */

import { answerView } from "./answer.js";
import { askedDates } from "./dates.js";
import { el, icon, iconButton } from "./dom.js";
import { describeFilters } from "./filters.js";

/**
 * @typedef {{
 *   onAsk: (question: string, filters: object, ignoreDates?: boolean) => void,
 *   onAskWithoutFilters: (question: string) => void,
 *   onRetry: (turn: TurnView) => void,
 *   onEdit: (turn: TurnView) => void,
 *   onAddArticles: () => void,
 * }} TurnActions
 */

export class TurnView {
  /** @param {import("./conversation.js").TurnRecord} record @param {TurnActions} actions */
  constructor(record, actions) {
    this.record = record;
    this.actions = actions;
    this.head = el("header", { class: "asked" },
      el("h2", { id: `${record.id}-question` }, record.question), filterNote(record.filters));
    this.body = el("div", { class: "turn-body" });
    this.element = el("article", {
      class: "turn", id: record.id, tabindex: "-1", "aria-labelledby": `${record.id}-question`,
    }, this.head, this.body);
    if (record.answer) this.showAnswer(record.answer);
    else this.showError("This question was not answered yet.");
  }

  /** A line that says what the server is doing, with a button that ends the wait. */
  showState(text) {
    if (!this.stateLine) {
      this.stopping = new AbortController();
      this.stateLine = el("span", { class: "state-text" });
      this.body.replaceChildren(el("p", { class: "state" },
        el("span", { class: "dots", "aria-hidden": "true" }, el("i"), el("i"), el("i")), this.stateLine,
        iconButton("close", "Stop", () => this.stopping.abort(), { class: "link-button stop" })));
    }
    this.stateLine.textContent = text;
  }

  showAnswer(answer) {
    this.stateLine = null;
    const { record, actions } = this;
    const onWithoutDates = () => actions.onAsk(answer.standalone_question, record.filters, true);
    for (const line of this.lines ?? []) line.remove();
    this.lines = [understood(answer, record, actions), askedDates(answer, onWithoutDates)].filter(Boolean);
    this.head.append(...this.lines);
    this.body.replaceChildren(answerView(answer, record.id, {
      onAddArticles: actions.onAddArticles,
      onWithoutFilters: () => actions.onAskWithoutFilters(record.question),
      onWithoutDates,
    }));
  }

  /** A failure in a sentence, with the question kept. */
  showError(sentence) {
    this.stateLine = null;
    this.body.replaceChildren(el("div", { class: "turn-error", role: "alert" },
      el("p", {}, sentence),
      el("p", { class: "turn-error-actions" },
        iconButton("retry", "Try again", () => this.actions.onRetry(this), { class: "button" }),
        iconButton("edit", "Edit the question", () => this.actions.onEdit(this)))));
  }
}

function filterNote(filters) {
  const words = describeFilters(filters);
  if (!words.length) return null;
  return el("p", { class: "asked-filters" }, icon("filter"), el("span", {}, words.join(" · ")));
}

/** How a follow-up was understood, when that differs from what was typed. */
function understood(answer, record, actions) {
  const standalone = answer.standalone_question;
  if (!standalone || plain(standalone) === plain(answer.question)) return null;
  const line = el("div", { class: "understood" });
  const show = () => line.replaceChildren(
    el("span", {}, "Understood as "),
    el("button", { type: "button", class: "understood-text", title: "Edit and ask again", onclick: edit },
      el("span", {}, standalone), icon("edit")));
  const cancel = () => {
    show();
    line.querySelector("button").focus();
  };
  function edit() {
    line.replaceChildren(editor(standalone, record, actions, cancel));
    line.querySelector("input").focus();
  }
  show();
  return line;
}

function editor(standalone, record, actions, onCancel) {
  const input = el("input", { type: "text", value: standalone, "aria-label": "The question as understood" });
  const form = el("form", { class: "understood-form" }, input,
    el("button", { type: "submit", class: "button" }, "Ask this"),
    el("button", { type: "button", class: "link-button", onclick: onCancel }, "Cancel"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const question = input.value.trim();
    if (!question) return;
    onCancel();
    actions.onAsk(question, record.filters);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") onCancel();
  });
  return form;
}

/** A question without its case, spaces and final mark. */
function plain(question) {
  return question.toLowerCase().replace(/\s+/g, " ").replace(/[\s?.!]+$/, "").trim();
}
