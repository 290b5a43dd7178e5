/**
 * Text and the marks in it: the answer inside a quote, values and [n] in a sentence.
 *
 * Offsets of the server count Unicode code points, JavaScript strings count UTF-16
 * units; everything here that takes an offset cuts by code point.
 */

/**
 * A quote in three: before the answer, the answer, after it.
 * @param {{quote: string, start: number, answer_start: number, answer_end: number}} citation
 * @returns {[string, string, string]} null offsets give the whole quote as the first part
 */
export function splitQuote(citation) {
  const points = Array.from(citation.quote);
  const from = citation.answer_start - citation.start;
  const to = citation.answer_end - citation.start;
  if (!(from >= 0 && from < to && to <= points.length)) return [citation.quote, "", ""];
  return [points.slice(0, from).join(""), points.slice(from, to).join(""), points.slice(to).join("")];
}

/**
 * A sentence cut into plain stretches, values to emphasise and source numbers.
 * A value is marked once, where it stands as a word of its own, before its own source if it
 * can ("21 … (17 June) [1]; 17 … [2]"); `[n]` only where n is one of the numbers.
 * @param {string} text
 * @param {{value: string, n: number, at?: number}[]} values each with the number of its source, and
 *   where it stands in the text if that is known
 * @param {number[]} numbers
 * @returns {{kind: "plain" | "value" | "source", text: string, n?: number}[]}
 */
export function segments(text, values, numbers) {
  const sources = sourceMarks(text, numbers);
  const marks = [...sources, ...valueMarks(text, values, sources)];
  marks.sort((a, b) => a.from - b.from || b.to - a.to);
  const pieces = [];
  let at = 0;
  for (const { from, to, kind, n } of marks) {
    if (from < at) continue;
    if (from > at) pieces.push({ kind: "plain", text: text.slice(at, from) });
    pieces.push({ kind, text: text.slice(from, to), n });
    at = to;
  }
  if (at < text.length) pieces.push({ kind: "plain", text: text.slice(at) });
  return pieces;
}

function sourceMarks(text, numbers) {
  return [...text.matchAll(/\[(\d{1,4})\]/g)]
    .filter((match) => numbers.includes(Number(match[1])))
    .map((match) => ({
      kind: "source", n: Number(match[1]), from: match.index, to: match.index + match[0].length,
    }));
}

function valueMarks(text, values, sources) {
  const marks = [];
  for (const { value, n, at } of values) {
    const own = sources.findIndex((source) => source.n === n);
    const from = at ?? standsAt(text, value, own > 0 ? sources[own - 1].to : 0);
    if (from >= 0) marks.push({ kind: "value", from, to: from + value.length });
  }
  return marks;
}

/** Where a value stands with no letter or digit touching it, from `first` on or else before; or -1. */
function standsAt(text, value, first) {
  if (!value) return -1;
  const lower = value[0].toLowerCase() + value.slice(1); // inside a sentence
  for (const [written, begin] of [[value, first], [lower, first], [value, 0]]) {
    const from = standsFrom(text, written, begin);
    if (from >= 0) return from;
  }
  return -1;
}

function standsFrom(text, value, begin) {
  const touches = (piece, where) => new RegExp(where, "u").test(piece);
  for (let from = text.indexOf(value, begin); from >= 0; from = text.indexOf(value, from + 1)) {
    const before = text.slice(0, from);
    const after = text.slice(from + value.length);
    if (!touches(before, "[\\p{L}\\p{N}]$") && !touches(after, "^[\\p{L}\\p{N}]")) return from;
  }
  return -1;
}
