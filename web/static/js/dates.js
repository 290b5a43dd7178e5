/** The dates that a question was taken to ask about, as a chip that asks again without them. */

import { el, icon } from "./dom.js";
import { day } from "./format.js";

/**
 * @param {object} answer the contract's JSON
 * @param {() => void} onWithout
 * @returns {HTMLElement | null} null for a question without dates
 */
export function askedDates(answer, onWithout) {
  const dates = answer.asked_dates ?? [];
  if (!dates.length) return null;
  const words = dates.map((asked) => asked.text).join(", ");
  return el("p", { class: "asked-dates" },
    el("span", {}, "Asked about "),
    el("button", {
      type: "button", class: "chip", "aria-label": `Ask again without “${words}”`,
      title: "Ask again without the date", onclick: onWithout,
    }, el("span", {}, dates.map(inWords).join(", ")), icon("close")));
}

/** "last week (9 November 2026 to 15 November 2026)"; the words alone where they name the year. */
function inWords({ text, from, to }) {
  if (/\d{4}/.test(text) || (!from && !to)) return text;
  return `${text} (${days(from, to)})`;
}

function days(from, to) {
  if (!to) return `from ${day(from)}`;
  if (!from) return `until ${day(to)}`;
  return from === to ? day(from) : `${day(from)} to ${day(to)}`;
}
