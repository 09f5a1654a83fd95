// Findings of the text in the editor, while it is typed; and marks on the closed segments.
import { editorOf, editorsOf, typedIn } from "./hand.js";
import { opened } from "./segments.js";
import { insert } from "./editor.js";
import { mark, rangeOf } from "./marks.js";
import { post, say } from "./talk.js";

const desk = document.getElementById("desk");
const side = document.getElementById("side");
const PAUSE_MS = 400;
const REST_MS = 2000;
const AGAIN_MS = 800;
const SEVERITIES = ["error", "warning", "note"];
let typing = 0;
let typed = 0;
let resting = 0;
let latest = 0;
let running = null;
let told = {};
let again = 0;

// --- of the open segment

// Ask about the text as it is now; only the answer to the newest question is shown.
async function ask(form) {
  const editor = editorOf(form);
  const box = form.querySelector(".findings[data-check]");
  if (!editor || !box) return;
  const mine = (latest += 1);
  running?.abort();
  running = new AbortController();
  try {
    const answer = await post(box.dataset.check, typedIn(form), running.signal);
    const html = await answer.text();
    if (mine !== latest || opened() !== form) return;
    show(form, box, html);
  } catch { /* a newer question, or no answer: the next letter asks again */ }
}

const name = (one) => one.dataset.check + one.textContent;
const foundIn = (form) => [...form.querySelectorAll(".findings .finding:not([hidden])")];

// Half a sentence always lacks something: what is new of the whole text is told when nobody has typed for a while.
// Whatever comes or goes, nothing below it moves up.
function show(form, box, html) {
  const known = new Set(foundIn(form).map(name));
  box.style.minBlockSize = `${box.getBoundingClientRect().height}px`;
  box.innerHTML = html;
  if (form.querySelector(".fault")?.textContent) box.querySelector("[data-check='markup.code']")?.remove(); // it says the same
  const rest = typed + REST_MS - Date.now();
  const late = rest > 0 ? [...box.querySelectorAll("[data-whole]")].filter((one) => !known.has(name(one))) : [];
  for (const one of late) one.hidden = true;
  paint(form);
  clearTimeout(resting);
  if (late.length) resting = setTimeout(() => reveal(form), rest);
  else counted(form, box);
}

function reveal(form) {
  clearTimeout(resting);
  const box = form.querySelector(".findings[data-check]");
  if (!box?.childElementCount) return;
  for (const one of box.querySelectorAll("[hidden]")) one.hidden = false;
  counted(form, box);
  paint(form);
}

// Say how many there are to those who don't see it, where the number changed.
function counted(form, box) {
  let line = form.querySelector(".findings-said");
  if (!line) {
    line = document.createElement("span");
    line.className = "findings-said unseen";
    line.setAttribute("role", "status");
    box.after(line);
  }
  const said = box.querySelector("[data-said]")?.dataset.said ?? "";
  if (line.textContent !== said) line.textContent = said;
}

// Places are those of the first form.
function spanOf(form, one) {
  return one.dataset.start ? rangeOf(editorsOf(form)[0], +one.dataset.start, +one.dataset.end) : null;
}

function paint(form) {
  const source = form.querySelector(".source");
  const all = foundIn(form);
  for (const severity of SEVERITIES) {
    const some = all.filter((one) => one.dataset.severity === severity);
    const there = some.map((one) => spanOf(form, one));
    const beside = some.map((one) => (one.dataset.sourceStart ? rangeOf(source, +one.dataset.sourceStart, +one.dataset.sourceEnd) : null));
    mark(`l10n-${severity}`, [...there, ...beside].filter((range) => range && !range.collapsed));
  }
}

// Mend the finding that is in hand: in focus, at the cursor, or the first that can be mended.
function mend() {
  const form = opened();
  const all = form ? foundIn(form).filter((one) => one.querySelector(".fix")) : [];
  const selection = getSelection();
  const at = selection.rangeCount && editorOf(form)?.contains(selection.anchorNode) ? selection.getRangeAt(0) : null;
  const here = (one) => {
    const range = spanOf(form, one);
    return at && range && range.compareBoundaryPoints(Range.END_TO_START, at) <= 0 && range.compareBoundaryPoints(Range.START_TO_END, at) >= 0;
  };
  const one = all.find((other) => other.contains(document.activeElement)) ?? all.find(here) ?? all[0];
  if (!one) return say(desk.dataset.none);
  put(form, one);
}

function put(form, one) {
  const editor = editorOf(form);
  const range = spanOf(form, one);
  if (!range || editor.contentEditable !== "true") return;
  editor.focus();
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  insert(editor, one.querySelector(".fix").dataset.fix);
  clearTimeout(typing);
  ask(form);
}

desk.addEventListener("input", (event) => {
  const form = event.target.closest(".segment.open");
  if (!form || !event.target.closest(".editor")) return;
  latest += 1; // what was asked of the text before is no longer shown
  clearTimeout(typing);
  clearTimeout(resting);
  typed = Date.now();
  typing = setTimeout(() => { if (opened() === form) ask(form); }, PAUSE_MS);
});

// Who goes out of the text has it as it shall be.
desk.addEventListener("focusout", (event) => {
  const form = event.target.closest(".segment.open");
  if (!form || !event.target.closest(".editor") || event.relatedTarget?.closest(".editor")) return;
  typed = 0;
  reveal(form);
});

desk.addEventListener("click", (event) => {
  const one = event.target.closest(".fix")?.closest(".finding");
  if (one) put(opened(), one);
});

document.addEventListener("keydown", (event) => {
  if (event.code !== "KeyX" || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.getModifierState("AltGraph")) return;
  if (document.querySelector("dialog[open]")) return;
  event.preventDefault();
  mend();
});

// --- of the closed ones

function sign(one) {
  one.querySelector(".sign.finding")?.remove();
  const what = told[one.dataset.segment];
  if (!what) return;
  let signs = one.querySelector(".signs");
  if (!signs) {
    signs = document.createElement("span");
    signs.className = "signs";
    one.append(signs);
  }
  const made = document.createElement("span");
  made.className = `sign finding is-${what.severity}${what.severity === "error" ? " bad" : ""}`;
  made.textContent = what.said;
  made.title = what.messages.join("\n");
  signs.append(made);
}

async function load() {
  const answer = await fetch(side.dataset.findings, { headers: { Accept: "application/json" } }).catch(() => null);
  if (!answer?.ok) return;
  const before = told;
  told = (await answer.json()).segments;
  const ids = new Set([...Object.keys(before), ...Object.keys(told)]);
  for (const id of ids) {
    const one = document.getElementById(`s-${id}`);
    if (one && !one.classList.contains("open")) sign(one);
  }
}

new MutationObserver((records) => {
  const fresh = records.flatMap((record) => [...record.addedNodes]).filter((node) => node.matches?.(".segment"));
  for (const one of fresh) {
    if (one.classList.contains("open")) ask(one);
    else sign(one);
  }
  if (!opened()) for (const severity of SEVERITIES) mark(`l10n-${severity}`, []);
  if (fresh.some((one) => !one.classList.contains("open"))) {
    clearTimeout(again);
    again = setTimeout(load, AGAIN_MS);
  }
}).observe(desk, { childList: true, subtree: true });

if (opened()) ask(opened());
load();
