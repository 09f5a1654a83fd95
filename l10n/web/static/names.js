// Names: candidates taken with one key, answers said aloud, everything by keyboard.
import { post, say, sayNoAnswer } from "./talk.js";

const main = document.querySelector("[data-names]");
const cards = () => [...main.querySelectorAll(".rendering")];
const cardOf = (node) => node?.closest?.(".rendering");
let last = "";
document.addEventListener("focusin", (event) => { last = cardOf(event.target)?.dataset.locale || last; });
// The card in hand: an answer that was just put in its place has no focus yet.
const here = () => cardOf(document.activeElement) || cards().find((one) => one.dataset.locale === last) || cards()[0];
const typing = (node) => node.closest("input:not([type=checkbox]), textarea, select");

// --- answers

// A part that was put in says what happened, and who typed there goes on there.
let asked = "";
document.addEventListener("htmx:beforeRequest", (event) => {
  asked = cardOf(event.target)?.dataset.locale || "";
  if (event.detail.requestConfig.verb === "post") event.target.setAttribute("aria-busy", "true");
});
document.addEventListener("htmx:afterSettle", (event) => {
  const part = event.target;
  const said = part.dataset?.said;
  if (said) say(said);
  if (part.matches("tr.added") && document.activeElement === document.body) {
    (part.nextElementSibling || part.previousElementSibling || part).querySelector("button.main, a").focus();
  }
  if (!asked || part.dataset?.locale !== asked) return;
  asked = "";
  if (part.querySelector(".outcome")) again();
  if (document.activeElement !== document.body) return; // somebody went on meanwhile
  const next = part.querySelector(".touched button, [role=alert], .outcome");
  if (next?.matches("button")) next.focus({ preventScroll: true });
  else part.querySelector(".type").focus({ preventScroll: true });
  part.scrollIntoView({ block: "nearest" });
});

// The list of uses, once texts in it are others.
function again() {
  const uses = main.querySelector(".uses");
  if (uses) window.htmx.ajax("GET", uses.dataset.from, { target: uses, swap: "outerHTML" });
}
if (main.dataset.said) say(main.dataset.said);
main.querySelector(":scope > [role=alert], .entry-form > [role=alert]")?.focus();

// --- verbs

function take(card, place) {
  const one = place ? card?.querySelectorAll("[data-take]")[place - 1] : null;
  if (one) one.click();
}

document.addEventListener("click", (event) => {
  const one = event.target.closest("[data-take]");
  if (!one || one.disabled) return;
  const form = cardOf(one).querySelector(".typing");
  form.elements.target.value = one.dataset.take;
  form.requestSubmit(form.querySelector("[data-do=save]"));
});

function press(card, selector) {
  card?.querySelector(selector)?.click();
}

function sendBack(card) {
  const sending = card?.querySelector(".sending");
  if (!sending) return;
  sending.open = true;
  sending.querySelector("[name=reason]").focus();
}

// The reason is needed for one verb of the form alone.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !event.target.matches(".sending [name=reason]")) return;
  event.preventDefault();
  press(cardOf(event.target), ".sending button");
});

function beside(step) {
  const all = cards();
  const next = all[all.indexOf(here()) + (cardOf(document.activeElement) ? step : 0)];
  next?.querySelector(".type").focus();
}

function rowBeside(step) {
  const all = [...main.querySelectorAll("a.entry")];
  const place = all.indexOf(document.activeElement);
  (place < 0 ? all[step > 0 ? 0 : all.length - 1] : all[place + step])?.focus();
}

function turn(rel) {
  main.querySelector(`[rel=${rel}]`)?.click();
}

// --- taken back

// Nothing that is typed and not saved is lost by it.
function unsaved() {
  const fields = main.querySelectorAll("form:not(.seek) :is(input:not([type=hidden], [type=checkbox]), textarea)");
  return [...fields].find((one) => !one.readOnly && one.value !== one.defaultValue);
}

async function back() {
  const typed = unsaved();
  if (typed) {
    say(main.dataset.unsaved);
    return typed.focus();
  }
  const answer = await post("/names/-/undo").catch(() => null);
  if (!answer) return sayNoAnswer();
  const told = await answer.json();
  if (!answer.ok) return say(told.said);
  const card = told.name === main.dataset.name && cards().find((one) => one.dataset.locale === told.locale);
  const found = main.querySelector(".found");
  if (!card && !found) return location.assign(told.to);
  const [part, from] = card ? [card, card.dataset.from] : [found, location.href];
  await window.htmx.ajax("GET", from, { target: part, swap: "outerHTML" });
  if (card) again();
  const next = card ? cards().find((one) => one.dataset.locale === told.locale).querySelector(".type") : main.querySelector("[data-back]");
  next.focus();
  say(told.said);
}

document.addEventListener("click", (event) => { if (event.target.closest("[data-back]")) back(); });

// --- keys

const withAlt = {
  ArrowUp: () => beside(-1),
  ArrowDown: () => beside(1),
  Enter: () => press(here(), "[data-do=later]"),
  KeyA: () => press(here(), "[value=approve]"),
  KeyR: () => sendBack(here()),
  KeyZ: back,
  KeyE: () => document.getElementById("entry")?.parentElement.querySelector("[name=form]").focus(),
  PageUp: () => turn("prev"),
  PageDown: () => turn("next"),
};

function verbOf(event) {
  const isUndo = (event.ctrlKey || event.metaKey) && event.code === "KeyZ" && !event.shiftKey;
  if (isUndo && !typing(event.target) && !document.querySelector("dialog[open]")) return back;
  if (event.ctrlKey || event.metaKey || document.querySelector("dialog[open]")) return null;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
  if (event.altKey && digit) return () => take(here(), Number(digit[1]));
  if (event.altKey) return withAlt[event.code] || withAlt[event.key];
  if (event.key === "Escape") {
    const leave = here()?.querySelector("[data-do=leave]");
    return leave ? () => leave.click() : null;
  }
  if (typing(event.target)) return null;
  if (event.key === "/") return () => document.getElementById("words")?.focus();
  if (event.key === "ArrowDown" && !cards().length) return () => rowBeside(1);
  if (event.key === "ArrowUp" && !cards().length) return () => rowBeside(-1);
  return null;
}

document.addEventListener("keydown", (event) => {
  const verb = verbOf(event);
  if (!verb) return;
  event.preventDefault();
  // What was just put in answers to nothing before it is settled.
  if (!main.querySelector(".htmx-added, .htmx-settling")) verb();
  else document.addEventListener("htmx:afterSettle", () => setTimeout(verb), { once: true });
});
