// Where in the document a place of a text is, and marks that change no element there.
import { escaped } from "./editor.js";

// Of every UTF-16 unit of the text of an element, as a catalog has it, the node and the place that it comes from.
function units(root) {
  const found = [];
  let text = "";
  const add = (said, node, at, end) => {
    for (let n = 0; n < said.length; n += 1) found.push([node, at, end]);
    text += said;
  };
  const letters = (node) => {
    const said = escaped(node.data);
    let k = 0;
    for (let n = 0; n < node.data.length; n += 1) {
      const long = node.data[n] === "&" && said.startsWith("&amp;", k) ? "&amp;" : node.data[n] === "<" && said[k] === "&" ? "&lt;" : node.data[n];
      if (long !== "\u200b") add(long, node, n, n + 1);
      k += long.length;
    }
  };
  const walk = (one) => {
    if (one.nodeType === Node.TEXT_NODE) letters(one);
    else if (one.dataset?.code) add(one.dataset.code, one, -1, -1);
    else if (one.nodeName === "BR") add("\n", one, -1, -1);
    else {
      if (one.nodeName === "DIV" && text && !text.endsWith("\n")) add("\n", one, -1, -1);
      one.childNodes.forEach(walk);
    }
  };
  root.childNodes.forEach(walk);
  return found.slice(text.length - text.trimStart().length);
}

// The part of an element that holds these units of its text; null where it has not so many.
export function rangeOf(root, start, end) {
  const all = units(root);
  const first = all[start];
  const last = all[Math.max(end, start + 1) - 1];
  if (!first || !last) return null;
  const range = document.createRange();
  if (first[1] < 0) range.setStartBefore(first[0]);
  else range.setStart(first[0], first[1]);
  if (end === start) range.collapse(true);
  else if (last[1] < 0) range.setEndAfter(last[0]);
  else range.setEnd(last[0], last[2]);
  return range;
}

// Mark ranges under a name of the style sheet; where the browser cannot, nothing is marked.
export function mark(name, ranges) {
  if (!globalThis.CSS?.highlights) return;
  if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges));
  else CSS.highlights.delete(name);
}
