/**
 * Asking a question as a stream of server-sent events over fetch.
 *
 * An answer that comes as plain JSON, or a stream that breaks before its end, falls
 * back to one plain request.
 */

import { ApiError, answer, send } from "./api.js";

/**
 * Ask, and tell the stages as they come.
 * @param {object} request body of POST /api/v1/answer
 * @param {(name: string, data: any) => void} onStage passages, reading, claims
 * @param {AbortSignal} [signal]
 * @returns {Promise<object>} the answer of the contract
 */
export async function ask(request, onStage, signal) {
  const response = await send("answer", {
    method: "POST", json: request, signal, headers: { Accept: "text/event-stream" },
  });
  const type = response.headers.get("Content-Type") ?? "";
  if (!type.startsWith("text/event-stream")) return response.json();
  return (await lastEvent(response.body, onStage)) ?? answer(request, signal);
}

/** The data of `done`; null when the stream ends or breaks without it. */
async function lastEvent(body, onStage) {
  try {
    for await (const { event, data } of events(body)) {
      if (event === "done") return data;
      if (event === "error") throw new ApiError(data.detail ?? data.title, { status: data.status });
      onStage(event, data);
    }
  } catch (error) {
    if (error instanceof ApiError || error.name === "AbortError") throw error;
  }
  return null;
}

/**
 * The events of a byte stream, each with its data parsed as JSON.
 * @param {ReadableStream<Uint8Array>} body
 * @returns {AsyncGenerator<{event: string, data: any}>}
 */
export async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = "";
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    buffer = (buffer + value).replaceAll("\r\n", "\n");
    const blocks = buffer.split("\n\n");
    buffer = blocks.pop();
    for (const block of blocks) {
      const event = parseEvent(block);
      if (event) yield event;
    }
  }
}

/** One block of lines as an event; null for comments and blocks without data. */
export function parseEvent(block) {
  let event = "message";
  const data = [];
  for (const line of block.split("\n")) {
    const [, field, value] = /^([^:]*):? ?(.*)$/.exec(line) ?? [];
    if (field === "event") event = value;
    else if (field === "data") data.push(value);
  }
  return data.length ? { event, data: JSON.parse(data.join("\n")) } : null;
}
