/** Files into the library, and the files of a drop, folders walked. */

import { addFile } from "./api.js";

/**
 * Add files one request at a time, so that each has its own result.
 * @param {File[]} files
 * @param {import("./results.js").ResultList} results
 */
export async function uploadAll(files, results) {
  const lines = files.map((file) => results.add(file.name));
  for (const [at, file] of files.entries()) {
    const line = lines[at];
    line.progress(0, 0);
    try {
      line.finish(await addFile(file, (done, total) => line.progress(done, total)));
    } catch (error) {
      line.fail(error.message);
    }
  }
}

/**
 * Let files be dropped anywhere on the page.
 * @param {HTMLElement} veil shown while files hang over the page
 * @param {(files: File[]) => void} onFiles
 */
export function acceptDrops(veil, onFiles) {
  let depth = 0;
  const show = (change) => {
    depth = change === 0 ? 0 : depth + change;
    veil.hidden = depth <= 0;
  };
  const onDrag = (type, change) => window.addEventListener(type, (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    show(change);
  });
  onDrag("dragenter", 1);
  onDrag("dragleave", -1);
  window.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  window.addEventListener("drop", async (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    show(0);
    onFiles(await droppedFiles(event.dataTransfer));
  });
}

/** The files of a drop; folders are walked, hidden files left out. */
async function droppedFiles(transfer) {
  // Entries and files must be taken before the first await: the drop's data dies with its event.
  const dropped = [...transfer.items].filter((item) => item.kind === "file")
    .map((item) => ({ entry: item.webkitGetAsEntry?.(), file: item.getAsFile() }));
  const found = await Promise.all(dropped.map(({ entry, file }) =>
    (entry?.isDirectory ? filesBelow(entry) : file ? [file] : [])));
  return found.flat();
}

async function filesBelow(entry) {
  if (entry.name.startsWith(".")) return [];
  if (entry.isFile) return [await new Promise((resolve, reject) => entry.file(resolve, reject))];
  const reader = entry.createReader();
  const found = [];
  for (;;) {
    const entries = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (!entries.length) return found;
    for (const child of entries) found.push(...(await filesBelow(child)));
  }
}
