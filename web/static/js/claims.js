/** Claims as cards: the value, who said it, when, and how many sources stand behind it. */

import { confidenceNote } from "./confidence.js";
import { el } from "./dom.js";
import { count, dayRange, fullDay } from "./format.js";

/**
 * The cards of an answer. One claim alone repeats no value and no confidence: the
 * sentence above it has both.
 * @param {object} answer
 * @param {(n: number) => Node} marker makes the link to a citation
 * @returns {HTMLElement | null}
 */
export function claimCards(answer, marker) {
  if (!answer.claims.length) return null;
  const isOnly = answer.claims.length === 1;
  const list = el("ul", {
    class: ["claims", isOnly && "single", answer.disagreement && "disagreeing"].filter(Boolean).join(" "),
    "aria-label": answer.disagreement ? "Answers that disagree, side by side" : "Claims",
  });
  for (const claim of current(answer)) list.append(card(claim, answer.citations, marker, isOnly));
  return list;
}

/** The claims of the latest day of the timeline, all without one: earlier ones are in its table. */
function current({ claims, timeline: steps }) {
  if (!steps?.length) return claims;
  const latest = steps[steps.length - 1].date;
  const now = new Set(steps.filter((step) => step.date === latest).map((step) => step.citation));
  const found = claims.filter((claim) => claim.citations.some((n) => now.has(n)));
  return found.length > 1 ? found : claims;
}

/** "3 articles, 1 source", as the claim's citations and its independent sources say. */
export function sourcesText(claim, citations) {
  const cited = citations.filter((citation) => claim.citations.includes(citation.n));
  const articles = new Set(cited.map((citation) => citation.article_id)).size;
  const sources = claim.independent_sources;
  if (articles === sources) return sources === 1 ? "1 source" : `${sources} independent sources`;
  return `${count(articles, "article")}, ${count(sources, "source")}`;
}

function card(claim, citations, marker, isOnly) {
  const facts = el("dl", { class: "facts" });
  if (claim.value_date) facts.append(fact("That is", dayRange(claim.value_date)));
  if (claim.said_by) facts.append(fact(...speaker(claim)));
  const when = saidWhen(claim);
  const reported = citations.find((citation) => citation.n === claim.citations[0])?.published_at;
  if (when) facts.append(fact(isPublishedOn(claim) ? "Published" : "When", when));
  else if (reported) facts.append(fact("Reported", el("time", { datetime: reported }, fullDay(reported))));
  facts.append(fact("Found in", sourcesText(claim, citations), ...claim.citations.map(marker)));
  return el("li", { class: "claim" },
    !isOnly && el("p", { class: "claim-value" }, ...valueWithUnit(claim)),
    facts,
    !isOnly && confidenceNote(claim.confidence));
}

/** The value untouched, with its qualifier and unit beside it where it lacks them. */
function valueWithUnit(claim) {
  const { qualifier, unit } = claim.quantity ?? {};
  const lacks = (word) => word && !claim.value.toLowerCase().includes(word.toLowerCase());
  return [
    lacks(qualifier) && el("span", { class: "aside" }, `${qualifier} `),
    el("span", { class: claim.value.length > 24 ? "value long" : "value" }, claim.value),
    lacks(unit) && el("span", { class: "aside" }, ` ${unit}`),
  ];
}

function speaker(claim) {
  if (claim.said_by_kind === "publisher") return ["Reported by", claim.said_by];
  const written = claim.said_by_written;
  const differs = written && bareName(written) !== bareName(claim.said_by);
  return ["Said by", claim.said_by, differs && el("span", { class: "aside" }, `written “${written}”`)];
}

/** A name without its case and article: "The UN" is no other spelling of "UN". */
function bareName(name) {
  return name.toLowerCase().replace(/^the\s+/, "");
}

/** A publisher's word without a day of its own dates from the article. */
function isPublishedOn(claim) {
  return claim.said_by_kind === "publisher" && !claim.said_when;
}

function saidWhen(claim) {
  if (!claim.said_on && !claim.said_when) return null;
  const wording = claim.said_when && `“${claim.said_when}”`;
  if (!claim.said_on) return wording;
  return el("span", {}, el("time", { datetime: claim.said_on }, fullDay(claim.said_on)),
    wording && el("span", { class: "aside" }, ` ${wording}`));
}

function fact(term, ...values) {
  return el("div", {}, el("dt", {}, term), el("dd", {}, ...values));
}
