/** "I don't know": why, what came nearest, and what to do about it. */

import { el, icon, iconButton } from "./dom.js";
import { percent } from "./format.js";

const REASONS = {
  library_empty: "The library holds no articles yet, so there is nothing to answer from.",
  filtered_out: "No article passes the filters you set.",
  low_confidence: "Some sentences come near, but none of them clearly answers the question.",
};

/**
 * @param {object} answer with status "no_answer"
 * @param {{onAddArticles: () => void, onWithoutFilters: () => void, onWithoutDates: () => void}} actions
 */
export function noAnswer(answer, actions) {
  return el("div", { class: "no-answer" },
    el("p", { class: "wording" }, "I don’t know."),
    el("p", { class: "reason" }, reason(answer)),
    remedy(answer, actions),
    closestList(answer));
}

/** What was not found has its own words: they name what is missing. */
function reason(answer) {
  return REASONS[answer.reason] ?? answer.text;
}

function remedy({ reason, asked_dates: dates }, actions) {
  if (reason === "library_empty") {
    return el("p", {}, iconButton("plus", "Add an article", actions.onAddArticles, { class: "button primary" }));
  }
  if (reason === "filtered_out") {
    return el("p", {}, iconButton("retry", "Ask again without filters", actions.onWithoutFilters, { class: "button" }));
  }
  if (dates?.length) {
    return el("p", {}, iconButton("retry", "Ask again without the date", actions.onWithoutDates, { class: "button" }));
  }
  return null;
}

function closestList(answer) {
  const closest = answer.closest ?? [];
  if (!closest.length) return null;
  const chance = answer.confidence > 0
    && ` The nearest candidate had a ${percent(answer.confidence)} chance of being right.`;
  return el("section", { class: "closest" },
    el("h3", { class: "eyebrow" }, closest.length === 1 ? "Closest sentence" : "Closest sentences"),
    el("p", { class: "hint" }, "They may not be about your question.", chance),
    el("ul", {}, ...closest.map(item)));
}

function item(near) {
  const link = `/articles/${encodeURIComponent(near.article_id)}?start=${near.start}&end=${near.end}#mark`;
  return el("li", {},
    el("blockquote", {}, near.quote),
    el("p", { class: "citation-source" },
      el("a", { class: "link-button strong", href: link, "data-opens": "article" },
        icon("file"), el("span", {}, near.title || "Untitled article"))));
}
