/**
 * Building elements without markup strings.
 *
 * Text from outside only ever becomes a text node or an attribute value here; nothing
 * in these pages assigns markup.
 */

const SVG = "http://www.w3.org/2000/svg";

/**
 * Make an element: `el("p", {class: "lead"}, "text", child)`.
 * Properties that start with "on" are listeners, `true` is an empty attribute, and
 * null, undefined or false leave the attribute out. Empty children are skipped.
 * @param {string} tag
 * @param {Record<string, unknown>} [properties]
 * @param {...(Node | string | number | null | undefined | false)} children
 * @returns {HTMLElement}
 */
export function el(tag, properties = {}, ...children) {
  return fill(document.createElement(tag), properties, children);
}

/**
 * The same for SVG elements.
 * @param {string} tag
 * @param {Record<string, unknown>} [properties]
 * @param {...(Node | string | number | null | undefined | false)} children
 * @returns {SVGElement}
 */
export function svg(tag, properties = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), properties, children);
}

/**
 * One icon of the page's sprite, hidden from screen readers.
 * @param {string} name
 */
export function icon(name) {
  return svg("svg", { class: "icon", "aria-hidden": "true", focusable: "false" },
    svg("use", { href: `#i-${name}` }));
}

/**
 * A button with an icon and a label.
 * @param {string} iconName
 * @param {string} label
 * @param {(event: Event) => void} onclick
 * @param {Record<string, unknown>} [properties]
 */
export function iconButton(iconName, label, onclick, properties = {}) {
  return el("button", { type: "button", class: "link-button", onclick, ...properties },
    icon(iconName), el("span", {}, label));
}

/**
 * The element with this id; a page without it is a mistake in its template.
 * @param {string} id
 * @returns {any}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found;
}

/** Say something to screen readers, without moving the focus. */
export function announce(text) {
  byId("announcer").textContent = text;
}

/** How to scroll: at once for people who asked for less motion. */
export function scrollBehavior() {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
}

function fill(element, properties, children) {
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : String(child));
  }
  return element;
}
