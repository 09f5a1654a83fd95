// The translator's desk: its keys, and where it begins. Keys are known by their place on the board, whatever the layout.
import { say, showKeys } from "./talk.js";
import { back, forth, read, toEnd } from "./editor.js";
import { editorOf } from "./hand.js";
import * as keeping from "./keep.js";
import { beside, byId, current, desk, isDone, isOnTheWay, leave, leaveFor, nextOpen, open, opened, segments } from "./segments.js";
import { missingCode, nextFinding, review, sendBack, take, undo, verbs } from "./verbs.js";

// The keys that are held, and the place of the key on the board: the same in every layout.
function combo(event) {
  if (event.isComposing || event.getModifierState("AltGraph")) return "";
  const held = [event.ctrlKey || event.metaKey ? "Ctrl" : "", event.altKey ? "Alt" : "", event.shiftKey ? "Shift" : ""];
  return [...held.filter(Boolean), event.code].join("+");
}

const redo = (form) => undo(form, "redo");

const anywhere = {
  "F1": showKeys,
  "Alt+KeyO": () => leaveFor(nextOpen),
  "Alt+KeyP": nextFinding,
  "Alt+KeyZ": undo,
  "Alt+Shift+KeyZ": redo,
  "Alt+KeyA": () => review("approve"),
  "Alt+KeyR": sendBack,
  "Alt+ArrowDown": () => leaveFor(() => beside(1)),
  "Alt+ArrowUp": () => leaveFor(() => beside(-1)),
};

const inSegment = {
  "Ctrl+Enter": () => leaveFor(nextOpen, { stand: "1" }),
  "Ctrl+NumpadEnter": () => leaveFor(nextOpen, { stand: "1" }),
  "Alt+Enter": () => leaveFor(nextOpen, { later: "1" }),
  "Escape": (form) => (inNames() ? toEnd(editorOf(form)) : leave()),
  "Alt+KeyN": (form) => names(form),
  "Alt+KeyC": verbs.copy,
  "Alt+KeyI": missingCode,
  "Alt+KeyG": (form) => engine(form),
  "Alt+KeyM": (form) => comments(form),
  "Alt+KeyJ": verbs.join,
  "Alt+KeyK": verbs.whole,
  "Alt+KeyT": verbs.theirs,
};
for (let n = 1; n <= 9; n += 1) {
  inSegment[`Alt+Digit${n}`] = (form) => {
    const button = form.querySelectorAll(".matches .match")[n - 1];
    if (button) take(form, button);
    else say(desk.dataset.none);
  };
}

let wanted = null;
const inNames = () => document.activeElement.closest?.(".names");

function names(form) {
  const first = form.querySelector(".names .insert");
  if (first) first.focus();
  else say(desk.dataset.none);
}

function comments(form) {
  const area = form.elements.questions;
  if (!area) return;
  if (document.activeElement === area) return toEnd(editorOf(form));
  area.closest("details").open = true;
  area.focus();
}

function engine(form) {
  const made = form.querySelector(".drafted .made");
  if (made) return take(form, made);
  const button = form.querySelector(".ask");
  if (!button) return say(desk.dataset.none);
  wanted = { form, text: read(editorOf(form)) };
  button.click();
}

// A draft that was asked for by key is put in when it comes, unless somebody typed meanwhile: then it waits beside.
desk.addEventListener("htmx:afterSettle", (event) => {
  if (!event.target.matches(".drafted")) return;
  const made = event.target.querySelector(".made");
  const form = opened();
  if (made && wanted?.form === form && wanted.text === read(editorOf(form))) take(form, made);
  wanted = null;
});
desk.addEventListener("htmx:beforeRequest", (event) => {
  if (event.target.matches(".ask")) say(event.target.parentElement.querySelector(".asking").textContent);
});

// In the list of names: a digit inserts one, an arrow goes to the next or opens the cases.
function namesKey(event, form) {
  const buttons = [...form.querySelectorAll(".names .insert")];
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
  const at = buttons.indexOf(document.activeElement);
  const row = document.activeElement.closest(".name-row");
  if (digit && !event.altKey && !event.ctrlKey) {
    const button = form.querySelector(`.names .name[data-number="${digit}"]`);
    if (button) take(form, button);
  } else if (event.code === "ArrowDown" || event.code === "ArrowUp") {
    buttons[at + (event.code === "ArrowDown" ? 1 : -1)]?.focus();
  } else if (event.code === "ArrowRight" || event.code === "ArrowLeft") {
    const onward = getComputedStyle(row).direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    if (document.activeElement.closest(".cases")) buttons[at + (event.code === onward ? 1 : -1)]?.focus();
    else cases(row);
  } else return false;
  return true;
}

function cases(row) {
  const button = row?.querySelector(".cases-of");
  if (!button || row.querySelector(".cases").childElementCount) return row?.querySelector(".cases .insert")?.focus();
  row.addEventListener("htmx:afterSettle", () => row.querySelector(".cases .insert")?.focus(), { once: true });
  button.click();
  button.setAttribute("aria-expanded", "true");
}

// Ctrl+Z by what the key types where that is a Latin letter, else by its place: as browsers do.
function isLetter(event, letter) {
  const typed = event.key.toLowerCase();
  return /^[a-z]$/.test(typed) ? typed === letter : event.code === `Key${letter.toUpperCase()}`;
}

function stepsKey(event, form) {
  const editor = editorOf(form);
  const control = (event.ctrlKey || event.metaKey) && !event.altKey;
  if (!control || !editor || !editor.contains(event.target)) return false;
  if (isLetter(event, "z")) (event.shiftKey ? forth : back)(editor);
  else if (isLetter(event, "y") && !event.shiftKey) forth(editor);
  else return false;
  return true;
}

document.addEventListener("keydown", (event) => {
  if (document.querySelector("dialog[open]")) return;
  if (isOnTheWay(event)) return event.preventDefault();
  const form = opened();
  const pressed = combo(event);
  const inside = form && (form.contains(event.target) || event.target === document.body);
  if (inside && inNames() && namesKey(event, form)) return event.preventDefault();
  if (inside && stepsKey(event, form)) return event.preventDefault();
  const verb = (inside && inSegment[pressed]) || anywhere[pressed] || closedKey(event, form, pressed);
  if (!verb) return;
  event.preventDefault();
  verb(form);
});

// Keys without another one held: nowhere that somebody types.
function closedKey(event, form, pressed) {
  if (event.target.closest("input, select, textarea, button, a, summary, [contenteditable=true]")) return null;
  const there = event.target.closest(".segment:not(.open)");
  if (form) return there && pressed === "Enter" ? () => open(there) : null;
  if (pressed === "ArrowDown") return () => beside(1)?.focus();
  if (pressed === "ArrowUp") return () => beside(-1)?.focus();
  if (pressed === "Enter" || pressed === "NumpadEnter") return current() ? () => open(current()) : null;
  if ((event.ctrlKey || event.metaKey) && isLetter(event, "z")) return event.shiftKey ? redo : undo;
  return null;
}

document.getElementById("undo").addEventListener("click", () => undo());
const first = desk.dataset.opened || keeping.all().find(byId);
if (first && byId(first)) open(byId(first));
else segments().find((one) => !isDone(one))?.focus({ preventScroll: true });
