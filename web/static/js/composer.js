/** The question box: it grows, Enter asks, "/" comes back to it. */

import { byId } from "./dom.js";

export class Composer {
  /** @param {(question: string) => void} onAsk */
  constructor(onAsk) {
    this.form = byId("composer");
    this.box = byId("question");
    this.button = byId("send");
    this.onAsk = onAsk;
    this.listen();
    this.update();
  }

  /** Put a question into the box and the cursor behind it. */
  fill(question) {
    this.box.value = question;
    this.update();
    this.focus();
    this.box.setSelectionRange(question.length, question.length);
  }

  focus() {
    this.box.focus();
  }

  listen() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.submit();
    });
    this.box.addEventListener("input", () => this.update());
    this.box.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.submit();
    });
    document.addEventListener("keydown", (event) => this.comeBack(event));
  }

  submit() {
    const question = this.box.value.trim();
    if (!question) {
      this.focus();
      return;
    }
    this.box.value = "";
    this.update();
    // On a phone the keyboard would cover the answer.
    if (window.matchMedia("(hover: none)").matches) this.box.blur();
    this.onAsk(question);
  }

  /** "/" anywhere but in a field or dialog. */
  comeBack(event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, dialog, [contenteditable]")) return;
    event.preventDefault();
    this.focus();
  }

  update() {
    this.button.disabled = this.box.value.trim() === "";
    this.box.style.height = "auto";
    this.box.style.height = `${this.box.scrollHeight}px`;
  }
}
