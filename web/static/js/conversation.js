/**
 * The conversation of this browser tab: its turns and the server's id for it.
 *
 * Kept in sessionStorage, so that a reload or a visit to an article keeps it and
 * closing the tab forgets it.
 */

const KEY = "dateline.conversation";
const RETURN_KEY = "dateline.return";
/** Older turns are forgotten past this many; an answer is a few kilobytes. */
const MAX_TURNS = 100;

/**
 * @typedef {{
 *   id: string, question: string, filters: object, ignoreDates?: boolean, answer: object | null,
 * }} TurnRecord
 */

export class Conversation {
  constructor(storage = window.sessionStorage) {
    this.storage = storage;
    const stored = read(storage);
    /** @type {TurnRecord[]} */
    this.turns = stored.turns;
    /** @type {string | null} */
    this.serverId = stored.serverId;
  }

  /** Add a question without an answer yet. @returns {TurnRecord} */
  start(question, filters, ignoreDates = false) {
    const last = this.turns.at(-1)?.id ?? "turn-0";
    const turn = { id: `turn-${Number(last.slice(5)) + 1}`, question, filters, ignoreDates, answer: null };
    this.turns = [...this.turns, turn].slice(-MAX_TURNS);
    this.save();
    return turn;
  }

  /** Keep a turn's answer and the id the server knows the conversation by. */
  finish(turn, answer) {
    turn.answer = answer;
    this.serverId = answer.conversation_id ?? this.serverId;
    this.save();
  }

  /** Take a question back that was never answered. */
  drop(turn) {
    this.turns = this.turns.filter((one) => one !== turn);
    this.save();
  }

  clear() {
    this.turns = [];
    this.serverId = null;
    this.save();
  }

  /** Write everything down; when the storage is full, the oldest turns go. */
  save() {
    for (let from = 0; from <= this.turns.length; from += 1) {
      const kept = { serverId: this.serverId, turns: this.turns.slice(from) };
      try {
        this.storage.setItem(KEY, JSON.stringify(kept));
        return;
      } catch {
        // Full, or closed altogether: the loop tries with less, then gives up.
      }
    }
  }
}

/** Remember which turn an article was opened from. */
export function leaveFrom(turnId) {
  try {
    window.sessionStorage.setItem(RETURN_KEY, turnId);
  } catch {
    // Without storage the way back leads to the top of the page.
  }
}

/** The turn that an article was opened from, or null. */
export function cameFrom() {
  try {
    return window.sessionStorage.getItem(RETURN_KEY);
  } catch {
    return null;
  }
}

function read(storage) {
  try {
    const { turns, serverId } = JSON.parse(storage.getItem(KEY) ?? "{}");
    const isTurn = (turn) => typeof turn?.question === "string" && /^turn-\d+$/.test(turn.id);
    return { turns: (turns ?? []).filter(isTurn), serverId: serverId ?? null };
  } catch {
    return { turns: [], serverId: null };
  }
}
