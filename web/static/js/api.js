/**
 * The JSON interface of the server, and what can go wrong with it.
 *
 * Every failure is an `ApiError` with a sentence to show; `isGone` tells that nobody
 * answered at all.
 */

const ROOT = "/api/v1";

/** A refusal or failure, in words. */
export class ApiError extends Error {
  /** @param {string} message @param {{status?: number, isGone?: boolean}} [about] */
  constructor(message, { status = 0, isGone = false } = {}) {
    super(message);
    this.name = "ApiError";
    this.status = status;
    this.isGone = isGone;
  }
}

/**
 * Send a request to the server; a fetch that fails is told as `isGone`.
 * @param {string} path below /api/v1, or from the root when it starts with "/"
 * @param {RequestInit & {json?: unknown}} [options] `json` is sent as the body
 * @returns {Promise<Response>} a response with a good status
 */
export async function send(path, { json, headers = {}, ...options } = {}) {
  const address = path.startsWith("/") ? path : `${ROOT}/${path}`;
  const sent = { Accept: "application/json", ...headers };
  if (json !== undefined) {
    options.body = JSON.stringify(json);
    sent["Content-Type"] = "application/json";
  }
  const response = await reach(address, { ...options, headers: sent });
  if (!response.ok) throw await refusal(response);
  return response;
}

/** The answer to a question as one JSON object. */
export async function answer(request, signal) {
  const response = await send("answer", { method: "POST", json: request, signal });
  return response.json();
}

/** A page of the article list. */
export async function listArticles(limit) {
  return (await send(`articles?limit=${limit}`)).json();
}

/** One stored article. */
export async function article(id) {
  return (await send(`articles/${encodeURIComponent(id)}`)).json();
}

/** Take an article out of the library. */
export async function removeArticle(id) {
  await send(`articles/${encodeURIComponent(id)}`, { method: "DELETE" });
}

/**
 * Add one pasted article.
 * @param {Record<string, string>} fields title, text, publisher, published_at, url
 * @returns {Promise<{id: string, status: string, error?: string}[]>}
 */
export async function addArticle(fields) {
  return results(await send("articles", { method: "POST", json: fields }));
}

/**
 * Add the articles of one file.
 * @param {File} file
 * @param {(done: number, total: number) => void} onProgress for files of many articles
 */
export async function addFile(file, onProgress) {
  const body = new FormData();
  body.append("files", file, file.name);
  return results(await send("articles", { method: "POST", body }), onProgress);
}

/** Whether a server answers at all. */
export async function isServing() {
  try {
    return (await fetch("/healthz", { cache: "no-store" })).ok;
  } catch {
    return false;
  }
}

async function results(response, onProgress = () => {}) {
  if (response.status !== 202) return (await response.json()).articles;
  const location = new URL(response.headers.get("Location"), window.location.href).pathname;
  for (;;) {
    const job = await (await send(location)).json();
    onProgress(job.done ?? 0, job.total ?? 0);
    if (job.articles && job.status !== "running" && job.status !== "queued") return job.articles;
    if (job.status === "failed") throw new ApiError(job.error ?? "The articles could not be added.");
    await new Promise((resolve) => setTimeout(resolve, 700));
  }
}

async function reach(address, options) {
  try {
    return await fetch(address, options);
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new ApiError("Dateline does not answer. Start it again with “dateline serve”, then retry.",
      { isGone: true });
  }
}

/** The problem JSON of a refused request as an error with one sentence. */
async function refusal(response) {
  let problem = {};
  try {
    problem = await response.json();
  } catch {
    // A proxy's page or an empty body: the status alone has to do.
  }
  const sentence = problem.detail || problem.title || `The server refused this (${response.status}).`;
  return new ApiError(sentence, { status: response.status });
}
