/** The article page: goes to the mark, leads back to the question, removes the article. */

import { removeArticle } from "./api.js";
import { cameFrom } from "./conversation.js";
import { byId } from "./dom.js";

/** Bring the marked quotation to the middle of the window and the focus to it. */
function showMark() {
  const mark = document.getElementById("mark");
  if (!mark) return;
  mark.scrollIntoView({ block: "center" });
  mark.focus({ preventScroll: true });
}

/** The link back leads to the turn that the article was opened from. */
function leadBack() {
  const turn = cameFrom();
  if (turn && /^turn-\d+$/.test(turn)) byId("back").href = `/#${turn}`;
}

async function remove(button) {
  const sure = window.confirm(`Remove “${button.dataset.title}” from the library? Its text is deleted.`);
  if (!sure) return;
  button.disabled = true;
  try {
    await removeArticle(button.dataset.id);
    window.location.assign("/articles");
  } catch (error) {
    byId("remove-error").textContent = error.message;
    button.disabled = false;
  }
}

leadBack();
showMark();
byId("remove-article").addEventListener("click", (event) => remove(event.currentTarget));
