/** The line that says the server is gone, and later that it is back. */

import { isServing } from "./api.js";
import { byId } from "./dom.js";

const EVERY_MS = 2000;
const BACK_SHOWN_MS = 5000;

let timer = 0;

/** Show that nobody answers and look every two seconds until somebody does. */
export function watchServer() {
  say("Dateline does not answer. Waiting for it to come back…", "gone");
  if (timer) return;
  timer = setInterval(look, EVERY_MS);
}

/** The server answered: whatever was shown is over. */
export function serverAnswered() {
  stop();
  byId("server-state").hidden = true;
}

async function look() {
  if (!(await isServing()) || !timer) return;
  stop();
  say("Dateline is back.", "back");
  setTimeout(() => {
    if (!timer) byId("server-state").hidden = true;
  }, BACK_SHOWN_MS);
}

function stop() {
  clearInterval(timer);
  timer = 0;
}

function say(text, state) {
  const line = byId("server-state");
  line.textContent = text;
  line.dataset.state = state;
  line.hidden = false;
}
