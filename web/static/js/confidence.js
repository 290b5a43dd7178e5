/** A probability in words, in percent and as a meter. */

import { el } from "./dom.js";
import { percent } from "./format.js";

/** From which probability on which words hold; the numbers are calibrated by the server. */
const WORDS = [
  [0.9, "Very likely right", "high"],
  [0.7, "Likely right", "high"],
  [0.5, "More likely right than wrong", "middle"],
  [0, "Doubtful: check the source", "low"],
];

/**
 * @param {number} probability 0 to 1
 * @returns {{words: string, level: "high" | "middle" | "low"}}
 */
export function inWords(probability) {
  const [, words, level] = WORDS.find(([from]) => probability >= from) ?? WORDS.at(-1);
  return { words, level };
}

/** The line under an answer: meter, words, percent. */
export function confidenceLine(probability) {
  const { words, level } = inWords(probability);
  return el("p", { class: "confidence", "data-level": level },
    meter(probability, `Confidence: ${words}, ${percent(probability)}`),
    el("span", { class: "confidence-words" }, words),
    el("span", { class: "confidence-percent" }, percent(probability)));
}

/** The small one on a claim among several. */
export function confidenceNote(probability) {
  return el("span", { class: "confidence small", "data-level": inWords(probability).level },
    meter(probability, `Confidence ${percent(probability)}`), percent(probability));
}

function meter(probability, label) {
  return el("meter", {
    min: 0, max: 1, value: probability, "aria-label": label, title: label,
  }, percent(probability));
}
