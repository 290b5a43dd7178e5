/** The dialog that adds articles: pasted text, chosen or dropped files. */

import { addArticle } from "./api.js";
import { byId } from "./dom.js";
import { ResultList } from "./results.js";
import { uploadAll } from "./uploads.js";

export class AddDialog {
  /** @param {() => void} onAdded something in the library changed */
  constructor(onAdded) {
    this.onAdded = onAdded;
    this.dialog = byId("add-dialog");
    this.form = byId("paste-form");
    this.results = new ResultList(byId("add-results"), byId("add-list"), byId("add-status"));
    this.listen();
  }

  open() {
    if (!this.dialog.open) this.dialog.showModal();
  }

  /** Add files one after the other, each with its own line. */
  async addFiles(files) {
    if (!files.length) return;
    this.open();
    await uploadAll(files, this.results);
    this.onAdded();
  }

  listen() {
    byId("close-add").addEventListener("click", () => this.dialog.close());
    this.dialog.addEventListener("click", (event) => {
      if (event.target === this.dialog) this.dialog.close();
    });
    byId("file-input").addEventListener("change", (event) => {
      const files = [...event.target.files];
      event.target.value = "";
      this.addFiles(files);
    });
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.addPasted();
    });
  }

  async addPasted() {
    const fields = filled(new FormData(this.form));
    const button = byId("paste-submit");
    this.showError("");
    button.disabled = true;
    try {
      const [result] = await addArticle(fields);
      if (result.status === "failed") throw new Error(result.error);
      this.results.add(fields.title ?? firstWords(fields.text)).finish([result]);
      this.form.reset();
      this.onAdded();
    } catch (error) {
      this.showError(error.message);
    } finally {
      button.disabled = false;
    }
  }

  showError(sentence) {
    byId("paste-error").textContent = sentence;
  }
}

/** The fields that hold something; the text stays as it was pasted. */
function filled(data) {
  const fields = [...data.entries()].map(([name, value]) => [name, name === "text" ? value : value.trim()]);
  return Object.fromEntries(fields.filter(([, value]) => value.trim()));
}

function firstWords(text) {
  const line = text.trim().split("\n", 1)[0];
  const points = Array.from(line);
  return points.length > 60 ? `${points.slice(0, 59).join("")}…` : line;
}
