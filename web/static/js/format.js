/** Dates, counts and percentages in words. Pure functions. */

const DAY = new Intl.DateTimeFormat("en-GB", {
  day: "numeric", month: "long", year: "numeric", timeZone: "UTC",
});
const WEEKDAY = new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone: "UTC" });
const SHORT = new Intl.DateTimeFormat("en-GB", {
  day: "numeric", month: "short", timeZone: "UTC",
});

/** An ISO day as a Date at midnight UTC, or null when it is not a real day. */
export function parseDay(iso) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso ?? "")) return null;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** "2021-08-24" as "24 August 2021"; anything else comes back as it is. */
export function day(iso) {
  const date = parseDay(iso);
  return date ? DAY.format(date) : (iso ?? "");
}

/** "2021-08-24" as "Tuesday 24 August 2021". */
export function fullDay(iso) {
  const date = parseDay(iso);
  return date ? `${WEEKDAY.format(date)} ${DAY.format(date)}` : (iso ?? "");
}

/** "2021-08-24" as "24 Aug". */
export function shortDay(iso) {
  const date = parseDay(iso);
  return date ? SHORT.format(date) : (iso ?? "");
}

/** `{from, to}` as one day, or as "1 August 2021 to 24 August 2021". */
export function dayRange(range) {
  if (range.from === range.to) return fullDay(range.from);
  return `${day(range.from)} to ${day(range.to)}`;
}

/** `count(3, "article")` is "3 articles". */
export function count(number, noun) {
  return `${number.toLocaleString("en-GB")} ${noun}${number === 1 ? "" : "s"}`;
}

/** 0.914 as "91%"; never "100%" or "0%" for what is merely close to it. */
export function percent(probability) {
  const rounded = Math.round(probability * 100);
  if (rounded >= 100 && probability < 1) return "over 99%";
  if (rounded <= 0 && probability > 0) return "under 1%";
  return `${rounded}%`;
}

/** 57.3 as "57 ms", 2280 as "2.3 s". */
export function duration(milliseconds) {
  if (milliseconds < 1000) return `${Math.max(1, Math.round(milliseconds))} ms`;
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** The address when it is a web address, else null: nothing else may become a link. */
export function webAddress(url) {
  if (!url || !/^https?:\/\//i.test(url)) return null;
  return URL.canParse(url) ? url : null;
}
