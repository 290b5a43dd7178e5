/** A small line chart of dated figures, drawn as SVG to the width it is given. */

import { svg } from "./dom.js";
import { day, parseDay, shortDay } from "./format.js";

const HEIGHT = 168;
const MARGIN = { top: 30, right: 34, bottom: 28, left: 34 };
/** Labels nearer to each other than this many pixels are left to the table. */
const LABEL_GAP = 58;
/** A little more than the mean width of a letter of the labels, in pixels. */
const LETTER_WIDTH = 7.5;

/**
 * The chart in a box that redraws it when its width changes.
 * @param {{iso: string, number: number, label: string}[]} points oldest first
 * @returns {HTMLElement}
 */
export function lineChart(points) {
  const box = document.createElement("div");
  box.className = "chart";
  let drawn = 0;
  new ResizeObserver(([entry]) => {
    const width = Math.round(entry.contentRect.width);
    if (width === drawn || width < 80) return;
    drawn = width;
    box.replaceChildren(draw(points, width));
  }).observe(box);
  return box;
}

/**
 * Pixel positions of the points: time runs right, figures up; figures start at zero.
 * @param {{iso: string, number: number, label: string}[]} points
 * @param {number} width in pixels
 */
export function positions(points, width) {
  const times = points.map((point) => parseDay(point.iso).getTime());
  const first = Math.min(...times);
  const span = Math.max(...times) - first;
  const top = Math.max(...points.map((point) => point.number), 0) || 1;
  const across = width - MARGIN.left - MARGIN.right;
  const up = HEIGHT - MARGIN.top - MARGIN.bottom;
  return points.map((point, at) => ({
    ...point,
    x: MARGIN.left + across * (span ? (times[at] - first) / span : at / (points.length - 1)),
    y: MARGIN.top + up * (1 - Math.max(point.number, 0) / top),
  }));
}

function draw(points, width) {
  const placed = positions(points, width);
  const base = HEIGHT - MARGIN.bottom;
  const line = placed.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");
  const area = `${placed[0].x},${base} ${line} ${placed.at(-1).x},${base}`;
  return svg("svg", {
    viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, role: "img", "aria-label": summary(points),
  },
  svg("line", { class: "chart-base", x1: 0, x2: width, y1: base, y2: base }),
  svg("polygon", { class: "chart-area", points: area }),
  svg("polyline", { class: "chart-line", points: line }),
  ...placed.map(dot),
  ...labels(placed, width));
}

function dot(point, at, all) {
  return svg("circle", {
    class: at === all.length - 1 ? "chart-dot latest" : "chart-dot", cx: point.x, cy: point.y, r: 4.5,
  }, svg("title", {}, `${day(point.iso)}: ${point.label}`));
}

/** Labels of the last point, the first, then of each other one that leaves room. */
function labels(placed, width) {
  const chosen = [];
  for (const point of [placed.at(-1), ...placed.slice(0, -1)]) {
    if (chosen.every((other) => Math.abs(other.x - point.x) >= LABEL_GAP)) chosen.push(point);
  }
  return chosen.flatMap((point) => [
    label("chart-value", shorten(point.label), point.x, point.y - 12, width),
    label("chart-day", shortDay(point.iso), point.x, HEIGHT - 8, width),
  ]);
}

/** A text centred on x, moved in where it would stick out at a side. */
function label(className, text, x, y, width) {
  const half = (text.length * LETTER_WIDTH) / 2;
  return svg("text", { class: className, x: Math.min(Math.max(x, half), width - half), y }, text);
}

function shorten(label) {
  const points = Array.from(label);
  return points.length > 14 ? `${points.slice(0, 13).join("")}…` : label;
}

function summary(points) {
  const [first, last] = [points[0], points.at(-1)];
  return `From ${first.label} on ${day(first.iso)} to ${last.label} on ${day(last.iso)}; `
    + "the table below has every figure.";
}
