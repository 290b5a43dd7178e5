/** The list of what became of each added file or pasted article. */

import { el, icon } from "./dom.js";
import { count } from "./format.js";

const WORDS = { added: "added", unchanged: "already in the library", updated: "updated", failed: "failed" };
/** Failures named under one file; the rest are counted. */
const NAMED = 5;

export class ResultList {
  constructor(section, list, status) {
    this.section = section;
    this.list = list;
    this.status = status;
  }

  /** A new line, waiting. @param {string} name */
  add(name) {
    this.section.hidden = false;
    const line = new ResultLine(name, this.status);
    this.list.append(line.element);
    return line;
  }
}

class ResultLine {
  constructor(name, status) {
    this.name = name;
    this.status = status;
    this.state = el("span", { class: "add-state" }, "waiting");
    this.notes = el("ul", { class: "add-notes" });
    this.element = el("li", { "data-state": "waiting" },
      el("span", { class: "add-name" }, name), this.state, this.notes);
  }

  progress(done, total) {
    this.set("busy", total ? `${done.toLocaleString("en-GB")} of ${total.toLocaleString("en-GB")}` : "reading…");
  }

  /** @param {{id: string, status: string, title?: string, error?: string}[]} results */
  finish(results) {
    const failures = results.filter((result) => result.status === "failed");
    this.set(failures.length === results.length ? "failed" : "done", summary(results));
    if (results.length === 1 && results[0].id) this.linkTo(results[0].id);
    for (const failure of failures.slice(0, NAMED)) this.note(failure.error);
    if (failures.length > NAMED) this.note(`and ${failures.length - NAMED} more`);
  }

  fail(sentence) {
    this.set("failed", "failed");
    this.note(sentence);
  }

  linkTo(id) {
    this.element.querySelector(".add-name").replaceChildren(
      el("a", { href: `/articles/${encodeURIComponent(id)}` }, this.name));
  }

  note(sentence) {
    this.notes.append(el("li", {}, sentence));
  }

  set(state, text) {
    this.element.dataset.state = state;
    this.state.replaceChildren(
      ...(state === "done" ? [icon("check")] : state === "failed" ? [icon("close")] : []), text);
    if (state !== "busy") this.status.textContent = `${this.name}: ${text}`;
  }
}

/** "added", or "3 articles added, 1 failed" for a file of several. */
function summary(results) {
  if (results.length === 0) return "holds no articles";
  if (results.length === 1) return WORDS[results[0].status] ?? results[0].status;
  const parts = Object.entries(WORDS).flatMap(([status, words]) => {
    const number = results.filter((result) => result.status === status).length;
    return number ? [`${number.toLocaleString("en-GB")} ${words}`] : [];
  });
  return `${count(results.length, "article")}: ${parts.join(", ")}`;
}
