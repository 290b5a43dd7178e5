/** Filters of the next questions: dates, publishers, articles; shown as removable chips. */

import { listArticles } from "./api.js";
import { byId, el, icon } from "./dom.js";
import { day } from "./format.js";

const KEY = "dateline.filters";
/** Articles that the list of known publishers is gathered from. */
const LISTED = 100;

/**
 * Filters in words, one entry each: ["from 1 August 2021", "Levant Courier"].
 * @param {object} filters the contract's filters, with `article_titles` beside article_ids
 */
export function describeFilters(filters) {
  return entries(filters).map(({ words }) => words);
}

/** The state behind the filter fields and chips. */
export class FilterBar {
  constructor() {
    this.filters = restore();
    this.chips = byId("filter-chips");
    this.after = byId("filter-after");
    this.before = byId("filter-before");
    this.publisher = byId("filter-publisher");
    this.listen();
    this.show();
  }

  /** What goes into the request; undefined when nothing is limited. */
  static request(filters) {
    const { article_titles: _, ...rest } = filters;
    return Object.keys(rest).length ? rest : undefined;
  }

  /** Limit the next questions to one article. */
  limitToArticle(id, title) {
    this.set({ ...this.filters, article_ids: [id], article_titles: [title] });
  }

  set(filters) {
    this.filters = filters;
    try {
      window.sessionStorage.setItem(KEY, JSON.stringify(filters));
    } catch {
      // Kept for this page only.
    }
    this.show();
  }

  show() {
    this.after.value = this.filters.published_after ?? "";
    this.before.value = this.filters.published_before ?? "";
    this.chips.replaceChildren(...entries(this.filters).map((entry) => this.chip(entry)));
  }

  chip({ words, without }) {
    return el("li", {}, el("button", {
      type: "button", class: "chip", "aria-label": `Remove the filter: ${words}`,
      onclick: () => {
        this.set(without);
        byId("question").focus();
      },
    }, el("span", {}, words), icon("close")));
  }

  listen() {
    const day = (field, name) => field.addEventListener("change", () => {
      const { [name]: _, ...rest } = this.filters;
      this.set(field.value ? { ...rest, [name]: field.value } : rest);
    });
    day(this.after, "published_after");
    day(this.before, "published_before");
    byId("filter-publisher-add").addEventListener("click", () => this.addPublisher());
    this.publisher.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      this.addPublisher();
    });
    byId("filters").addEventListener("toggle", () => this.suggestPublishers());
    byId("filters").addEventListener("keydown", (event) => this.closeOnEscape(event));
    document.addEventListener("pointerdown", (event) => {
      if (!byId("filters").contains(event.target)) this.close();
    });
  }

  closeOnEscape(event) {
    const panel = byId("filters");
    if (event.key !== "Escape" || !panel.open) return;
    this.close();
    panel.querySelector("summary").focus();
  }

  close() {
    byId("filters").open = false;
  }

  addPublisher() {
    const name = this.publisher.value.trim();
    const known = this.filters.publishers ?? [];
    if (name && !known.includes(name)) this.set({ ...this.filters, publishers: [...known, name] });
    this.publisher.value = "";
  }

  async suggestPublishers() {
    if (!byId("filters").open) return;
    try {
      const { articles } = await listArticles(LISTED);
      const names = new Set(articles.map((article) => article.publisher).filter(Boolean));
      byId("publishers").replaceChildren(...[...names].sort().map((value) => el("option", { value })));
    } catch {
      // Only suggestions: a name can still be typed.
    }
  }
}

/** Each filter in words, with the filters that remain when it is taken away. */
function entries(filters) {
  const found = [];
  const { published_after: after, published_before: before, publishers = [], article_ids: ids = [] } = filters ?? {};
  const without = (...names) =>
    Object.fromEntries(Object.entries(filters).filter(([name]) => !names.includes(name)));
  if (after) found.push({ words: `from ${day(after)}`, without: without("published_after") });
  if (before) found.push({ words: `until ${day(before)}`, without: without("published_before") });
  for (const name of publishers) {
    const others = publishers.filter((one) => one !== name);
    const rest = without("publishers");
    found.push({ words: name, without: others.length ? { ...rest, publishers: others } : rest });
  }
  if (ids.length) {
    const titles = filters.article_titles ?? ids;
    found.push({ words: `only “${titles.join("”, “")}”`, without: without("article_ids", "article_titles") });
  }
  return found;
}

function restore() {
  try {
    const stored = JSON.parse(window.sessionStorage.getItem(KEY) ?? "{}");
    return stored && typeof stored === "object" ? stored : {};
  } catch {
    return {};
  }
}
