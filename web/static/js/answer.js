/** An answer on the page: the sentence, confidence, claims, timeline, sources. */

import { citationList, citationText, markerMaker } from "./citations.js";
import { claimCards } from "./claims.js";
import { copyFrom } from "./clipboard.js";
import { confidenceLine } from "./confidence.js";
import { el, iconButton } from "./dom.js";
import { duration, percent } from "./format.js";
import { noAnswer } from "./noanswer.js";
import { printOnly } from "./print.js";
import { segments, splitQuote } from "./quote.js";
import { timeline } from "./timeline.js";

const LABELS = {
  value: null,
  list: "Several answers",
  disagreement: "Sources disagree",
  development: "Changed over time",
  sentence: "In the article’s words",
  yes_no: "What the articles say",
};

/** Values of more characters are sentences: emphasis on all of it is none. */
const LONGEST_VALUE = 70;

/**
 * @param {object} answer the contract's JSON
 * @param {string} turnId
 * @param {{onAddArticles: () => void, onWithoutFilters: () => void, onWithoutDates: () => void}} actions
 * @returns {HTMLElement}
 */
export function answerView(answer, turnId, actions) {
  const isAnswered = answer.status === "answered";
  const marker = markerMaker(turnId);
  const body = isAnswered ? answered(answer, turnId, marker) : [noAnswer(answer, actions)];
  return el("section", {
    class: "answer", "data-status": answer.status, "data-kind": answer.kind,
    "aria-label": isAnswered ? "Answer" : "No answer",
  }, ...body, footer(answer));
}

/** The answer as one sentence for screen readers. */
export function spoken(answer) {
  if (answer.status !== "answered") return "No answer was found.";
  const sentence = answer.text.replace(/\s*\[\d+\]/g, "");
  return `${answer.disagreement ? "Sources disagree. " : ""}${sentence} Confidence ${percent(answer.confidence)}.`;
}

/** The answer and its sources as plain text. */
export function answerText(answer) {
  const sources = answer.citations.map((citation) => `[${citation.n}] ${citationText(citation)}`);
  return [answer.standalone_question || answer.question, answer.text, ...sources].join("\n\n");
}

function answered(answer, turnId, marker) {
  return [
    kindLabel(answer),
    wording(answer, marker),
    confidenceLine(answer.confidence),
    (answer.disagreement || !answer.timeline?.length) && claimCards(answer, marker),
    timeline(answer, marker),
    citationList(answer, turnId),
  ];
}

/** What kind of answer this is, where that is not plain from the sentence. */
function kindLabel(answer) {
  const label = LABELS[answer.disagreement ? "disagreement" : answer.kind];
  return label && el("p", { class: `eyebrow answer-label${answer.disagreement ? " warn" : ""}` }, label);
}

function wording(answer, marker) {
  const values = answer.claims
    .filter((claim) => claim.value.length <= LONGEST_VALUE)
    .map((claim) => ({ value: claim.value, n: claim.citations[0], at: placeInQuote(answer, claim) }));
  const numbers = answer.citations.map((citation) => citation.n);
  const pieces = segments(answer.text, values, numbers).map((piece) => {
    if (piece.kind === "value") return el("strong", { class: "value" }, piece.text);
    return piece.kind === "source" ? marker(piece.n) : piece.text;
  });
  return el("p", { class: answer.text.length > 220 ? "wording long" : "wording" }, ...pieces);
}

/** Where the value stands in a sentence that is quoted whole; undefined elsewhere. */
function placeInQuote(answer, claim) {
  const citation = answer.citations.find(({ n }) => n === claim.citations[0]);
  const begin = answer.kind === "sentence" && citation ? answer.text.indexOf(citation.quote) : -1;
  return begin < 0 ? undefined : begin + splitQuote(citation)[0].length;
}

function footer(answer) {
  const isAnswered = answer.status === "answered";
  return el("footer", { class: "answer-foot" },
    isAnswered && iconButton("copy", "Copy answer",
      (event) => copyFrom(event.currentTarget, answerText(answer))),
    isAnswered && iconButton("print", "Print",
      (event) => printOnly(event.currentTarget.closest(".turn"))),
    el("span", { class: "timing" }, duration(answer.timing_ms.total)));
}
