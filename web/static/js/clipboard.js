/** Copying plain text, and telling on the button that it happened. */

import { announce, icon } from "./dom.js";

const SHOWN_MS = 2000;

/**
 * Copy text; where the clipboard is closed (a page served without TLS to another
 * machine), a hidden field and the old command do it.
 * @param {string} text
 * @returns {Promise<boolean>}
 */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByField(text);
  }
}

/** Copy, then show "Copied" on the button for a moment. */
export async function copyFrom(button, text) {
  const copied = await copyText(text);
  const before = [...button.childNodes];
  const label = document.createElement("span");
  label.textContent = copied ? "Copied" : "Could not copy";
  button.replaceChildren(icon(copied ? "check" : "close"), label);
  announce(label.textContent);
  setTimeout(() => button.replaceChildren(...before), SHOWN_MS);
}

function copyByField(text) {
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "visually-hidden";
  document.body.append(field);
  const focused = document.activeElement;
  field.select();
  const copied = document.execCommand("copy");
  field.remove();
  focused?.focus();
  return copied;
}
