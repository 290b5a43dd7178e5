/** The sources of an answer: quote with the answer marked, article, link, copy button. */

import { copyFrom } from "./clipboard.js";
import { el, icon, iconButton, scrollBehavior } from "./dom.js";
import { day, webAddress } from "./format.js";
import { splitQuote } from "./quote.js";

/** Sources shown at once; the others stand behind "Show more". */
const SHOWN = 4;

/**
 * The list of an answer's sources.
 * @param {object} answer
 * @param {string} turnId prefix of the anchors, unique on the page
 */
export function citationList(answer, turnId) {
  const items = answer.citations.map((citation) => item(citation, turnId));
  const rest = items.slice(SHOWN);
  return el("section", { class: "sources" },
    el("h3", { class: "eyebrow" }, items.length === 1 ? "Source" : "Sources"),
    el("ol", { class: "citations" }, ...items.slice(0, SHOWN)),
    rest.length > 0 && el("details", { class: "more-sources" },
      el("summary", {}, `${rest.length} more`),
      el("ol", { class: "citations" }, ...rest)));
}

/**
 * A maker of [n] links that lead to, and point out, an answer's citation n.
 * @param {string} turnId
 * @returns {(n: number) => HTMLElement}
 */
export function markerMaker(turnId) {
  return (n) => el("a", {
    class: "marker", href: `#${anchor(turnId, n)}`, "aria-label": `Source ${n}`,
    onclick: (event) => {
      event.preventDefault();
      pointOut(document.getElementById(anchor(turnId, n)));
    },
  }, `[${n}]`);
}

/** Where a stored quotation is read: the article, scrolled to the mark. */
export function storedLink(citation) {
  const link = citation.link ?? "";
  return /^\/(?!\/)/.test(link) ? `${link}#mark` : null;
}

/**
 * A citation as plain text: quote, title, publisher, day, address.
 * @param {object} citation
 */
export function citationText(citation) {
  const about = [citation.publisher, citation.published_at && day(citation.published_at)]
    .filter(Boolean).join(", ");
  const stored = storedLink(citation);
  const address = webAddress(citation.url) ?? (stored && new URL(stored, window.location.href).href);
  const title = citation.title + (about ? ` (${about})` : "");
  return [`“${citation.quote}”`, title, address].filter(Boolean).join("\n");
}

function item(citation, turnId) {
  return el("li", { class: "citation", id: anchor(turnId, citation.n), tabindex: "-1", value: citation.n },
    el("span", { class: "citation-n", "aria-hidden": "true" }, citation.n),
    el("div", { class: "citation-body" }, quoteBlock(citation), source(citation), actions(citation)));
}

function quoteBlock(citation) {
  const [before, answer, after] = splitQuote(citation);
  return el("blockquote", {}, before, answer && el("mark", {}, answer), after);
}

function source(citation) {
  const details = [
    citation.publisher && el("span", { class: "publisher" }, citation.publisher),
    citation.published_at
      ? el("time", { datetime: citation.published_at }, day(citation.published_at))
      : el("span", {}, "no date"),
  ].filter(Boolean).flatMap((part, at) => (at ? [" · ", part] : [part]));
  return el("p", { class: "citation-source" },
    el("cite", {}, citation.title || "Untitled article"), el("span", { class: "byline" }, ...details));
}

function actions(citation) {
  const stored = storedLink(citation);
  const original = webAddress(citation.url);
  return el("p", { class: "citation-actions" },
    stored && el("a", { class: "link-button strong", href: stored, "data-opens": "article" },
      icon("file"), el("span", {}, "Read in the article")),
    iconButton("copy", "Copy citation",
      (event) => copyFrom(event.currentTarget, citationText(citation))),
    original && el("a", {
      class: "link-button", href: original, target: "_blank", rel: "noopener noreferrer external",
    }, icon("out"), el("span", {}, "Original"), el("span", { class: "print-only" }, ` ${original}`)));
}

function pointOut(target) {
  if (!target) return;
  const hidden = target.closest("details:not([open])");
  if (hidden) hidden.open = true;
  target.scrollIntoView({ block: "center", behavior: scrollBehavior() });
  target.focus({ preventScroll: true });
  target.classList.remove("pointed-out");
  void target.offsetWidth; // restarts the animation
  target.classList.add("pointed-out");
}

function anchor(turnId, n) {
  return `${turnId}-source-${n}`;
}
