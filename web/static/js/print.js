/** Printing one answer with its sources and nothing else. */

/**
 * @param {HTMLElement} turn
 */
export function printOnly(turn) {
  document.body.classList.add("printing-one");
  turn.classList.add("is-printed");
  const done = () => {
    document.body.classList.remove("printing-one");
    turn.classList.remove("is-printed");
  };
  window.addEventListener("afterprint", done, { once: true });
  window.print();
}
