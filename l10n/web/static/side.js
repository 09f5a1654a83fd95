// The panel beside the text: the concordance, and find and replace (replace.js).
import { editorOf } from "./hand.js";
import { leave, open, opened } from "./segments.js";
import { escaped, insert, toEnd } from "./editor.js";
import * as replace from "./replace.js";
import { say, sayNoAnswer } from "./talk.js";

const desk = document.getElementById("desk");
const side = document.getElementById("side");
const LETTER = /[\p{L}\p{M}\p{N}\u200c'’-]/u;
const MOST = 200;

// --- opening and closing

export async function show(address, focus = "#side-q") {
  const answer = await fetch(address, { headers: { "HX-Request": "true" } }).catch(() => null);
  if (!answer) return sayNoAnswer();
  side.innerHTML = await answer.text();
  window.htmx.process(side);
  const field = side.querySelector(focus);
  field?.focus();
  field?.select?.();
}

function close() {
  side.replaceChildren();
  back();
}

// To the text that was in hand.
function back() {
  const form = opened();
  if (form && editorOf(form)) return toEnd(editorOf(form));
  (form ?? desk.querySelector(".segment"))?.focus();
}

// What is selected, or the word at the cursor; and on which side it stands.
function asked() {
  const selection = getSelection();
  const node = selection.anchorNode;
  const element = node?.nodeType === Node.TEXT_NODE ? node.parentElement : node;
  const where = element?.closest?.(".source") ? "source" : element?.closest?.(".target, .said") ? "target" : "";
  if (!where) return { word: "", where };
  if (selection.isCollapsed) return { word: node.nodeType === Node.TEXT_NODE ? wordAt(node.data, selection.anchorOffset) : "", where };
  const box = document.createElement("div");
  box.append(selection.getRangeAt(0).cloneContents());
  for (const one of box.querySelectorAll(".code")) one.replaceWith(" ");
  return { word: box.textContent.replace(/\s+/g, " ").trim().slice(0, MOST), where };
}

function wordAt(text, place) {
  let start = place;
  let end = place;
  while (start > 0 && LETTER.test(text[start - 1])) start -= 1;
  while (end < text.length && LETTER.test(text[end])) end += 1;
  return text.slice(start, end).slice(0, MOST);
}

function concordance() {
  const { word, where } = asked();
  const told = new URLSearchParams({ q: word, side: where, panel: "1" });
  return show(`${side.dataset.concordance}&${told}`);
}

function replacing() {
  const told = new URLSearchParams({ q: asked().word });
  return show(`${side.dataset.replace}?${told}`, asked().word ? "#side-with" : "#side-q");
}

// --- what the panel offers

// Into the editor: words selected in the passage, or the whole of it.
function put(button) {
  const editor = editorOf(opened());
  if (!editor || editor.contentEditable !== "true") return say(button.closest(".answers").dataset.none);
  const selection = getSelection();
  const chosen = button.closest(".hit").contains(selection.anchorNode) ? escaped(selection.toString().trim()) : "";
  insert(editor, chosen || button.dataset.insert);
}

async function go(link) {
  const { article, locale, segment } = link.dataset;
  if (!(await leave())) return;
  const there = article === desk.dataset.article && locale === desk.dataset.locale && document.getElementById(`s-${segment}`);
  if (there) await open(there);
  else location.href = link.href;
}

side.addEventListener("mousedown", (event) => { if (event.target.closest(".put")) event.preventDefault(); });
side.addEventListener("click", (event) => {
  const link = event.target.closest(".go");
  const button = event.target.closest(".put");
  if (event.target.closest("[data-close]")) close();
  else if (button) put(button);
  else if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    go(link);
  }
});

side.addEventListener("htmx:afterSwap", () => {
  const said = side.querySelector(".answers [data-said]")?.dataset.said;
  if (said) say(said);
});

// --- keys

// The next thing in the list, or back to the field above it.
function step(by) {
  const stops = [...side.querySelectorAll(".hit .put, .places input, .places .go:only-child")];
  const at = stops.indexOf(document.activeElement.closest?.(".hit, .spot")?.querySelector(".put, input"));
  const next = at + by;
  if (next < 0) return side.querySelector("#side-q")?.focus();
  stops[Math.min(next, stops.length - 1)]?.focus();
}

side.addEventListener("keydown", (event) => {
  const bare = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  let verb = null;
  if (event.isComposing) return;
  if (event.code === "Escape") verb = close;
  else if (bare && event.code === "ArrowDown" && event.target.type !== "radio") verb = () => step(1);
  else if (bare && event.code === "ArrowUp" && event.target.type !== "radio") verb = () => step(-1);
  else if (event.altKey && event.code === "Enter") verb = () => document.activeElement.closest(".hit, .spot")?.querySelector(".go")?.click();
  else if ((event.ctrlKey || event.metaKey) && event.code === "Enter") verb = () => replace.apply(side);
  if (!verb) return;
  event.preventDefault();
  event.stopPropagation();
  verb();
});

const anywhere = { KeyS: concordance, KeyH: replacing };
document.addEventListener("keydown", (event) => {
  if (document.querySelector("dialog[open]") || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (event.isComposing || event.getModifierState("AltGraph")) return;
  let verb = event.altKey ? anywhere[event.code] : null;
  if (event.code === "F6" && !event.altKey && side.childElementCount) {
    verb = () => (side.contains(document.activeElement) ? back() : side.querySelector("input:not([type=hidden]), button")?.focus());
  }
  if (!verb) return;
  event.preventDefault();
  verb();
});

replace.begin(side);
