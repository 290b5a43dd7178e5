/** A figure that changed over time: chart above, the same as a table below. */

import { lineChart } from "./chart.js";
import { el } from "./dom.js";
import { day } from "./format.js";

/**
 * @param {object} answer
 * @param {(n: number) => Node} marker
 * @returns {HTMLElement | null} null when the answer has no timeline
 */
export function timeline(answer, marker) {
  if (!answer.timeline?.length) return null;
  const points = chartPoints(answer);
  return el("section", { class: "timeline", "aria-label": "How it changed over time" },
    new Set(points.map((point) => point.iso)).size > 1 && lineChart(points),
    table(answer.timeline, marker));
}

/**
 * The points that can be drawn: dated, and with a number.
 * @returns {{iso: string, number: number, label: string}[]} oldest first
 */
export function chartPoints(answer) {
  return answer.timeline
    .map((step) => ({ iso: step.date, label: step.value, number: numberOf(step, answer.claims) }))
    .filter((point) => point.iso && Number.isFinite(point.number));
}

/** The claim's own number where there is one, else the first figure in the value. */
function numberOf(step, claims) {
  const claim = claims.find((one) => one.value === step.value && one.citations.includes(step.citation));
  if (Number.isFinite(claim?.quantity?.number)) return claim.quantity.number;
  const figure = /\d[\d,]*(\.\d+)?/.exec(step.value);
  return figure ? Number(figure[0].replaceAll(",", "")) : NaN;
}

function table(steps, marker) {
  const rows = steps.map((step) => el("tr", {},
    el("td", {}, step.date && el("time", { datetime: step.date }, day(step.date))),
    el("td", { class: "figure" }, step.value),
    el("td", {}, step.said_by ?? ""),
    el("td", {}, marker(step.citation))));
  return el("table", {},
    el("caption", { class: "visually-hidden" }, "Every figure with its date and source, oldest first"),
    el("thead", {}, el("tr", {},
      ...["Date", "Figure", "Said by", "Source"].map((name) => el("th", { scope: "col" }, name)))),
    el("tbody", {}, ...rows));
}
