/** What the page knows of the library: how many articles, and so which welcome to show. */

import { listArticles } from "./api.js";
import { byId } from "./dom.js";

export class Library {
  constructor() {
    this.count = Number(byId("article-count").dataset.count);
    this.welcome = byId("welcome");
  }

  /** Ask the server how many articles there are now. */
  async refresh() {
    try {
      this.set((await listArticles(1)).total);
    } catch {
      // The old figure stays until the server answers again.
    }
  }

  set(count) {
    this.count = count;
    byId("article-count").textContent = count.toLocaleString("en-GB");
    byId("article-noun").textContent = count === 1 ? "article" : "articles";
    this.welcome.querySelector('[data-when="library"]').hidden = count === 0;
    this.welcome.querySelector('[data-when="empty"]').hidden = count > 0;
  }

  /** The welcome is for a page without a conversation. */
  showWelcome(isShown) {
    this.welcome.hidden = !isShown;
  }
}
