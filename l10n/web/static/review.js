// The editor's desk: verbs of segments, paragraphs and the rest; what changed is shown anew, the next one is in hand.
import { post, say, showKeys } from "./talk.js";
import { ASKING, ask, leave, reopen, sent } from "./asking.js";
import { PATIENCE_MS, did, drop, steps, tell as verdict, wasDone } from "./verdict.js";

const page = document.getElementById("review");
const article = page.dataset.article.split("/").map(encodeURIComponent).join("/");
const locale = encodeURIComponent(page.dataset.locale);
const PULSE_MS = 8000;
const LOOK_MS = 2000;
const SETTLED_MS = 350;
const READ_MS = 2500; // to read a sentence before the page goes
const AT_ONCE = ["approve", "final", "accept", "withdraw"]; // verbs that ask nothing before
const ONWARD = ["approve", "final", "send-back", "accept"]; // after which the next one is in hand
const MANY = 20; // changed segments from which on the page is read anew
let mark = ""; // of all segments as this page shows them
const doubts = []; // what was said and got no answer
let settling;
let looking = false;

const all = () => [...page.querySelectorAll(".verdict")];
const waiting = () => [...page.querySelectorAll(".verdict.waits, .verdict.asks")];
const there = (segment) => document.getElementById(`s-${segment}`);
const can = (one, verb) => one.dataset.can.split(" ").includes(verb);
const listed = (some) => some.map((one) => `${one.dataset.segment}:${one.dataset.digest}`).join(" ");
const inHand = () => document.activeElement?.closest?.(".verdict") || page.querySelector(".verdict.current");

// Put parts of the page in the places of those with the same id.
function place(html) {
  const box = document.createElement("template");
  box.innerHTML = html;
  for (const part of [...box.content.children]) {
    document.getElementById(part.id)?.replaceWith(part);
    window.htmx?.process(part);
  }
  return document.getElementById("review-bar");
}

// What happened stands in the bar until something else does, with the way back beside it.
function speak(words, isTrouble = false) {
  say(words);
  const latest = document.getElementById("latest");
  latest.querySelector("p").classList.toggle("sorry", isTrouble);
  latest.hidden = !words && !steps().length;
  latest.querySelector("p").textContent = words;
  latest.querySelector("button").hidden = !steps().length;
  for (const one of page.querySelectorAll("form.reason .trouble")) one.textContent = isTrouble ? words : "";
}

// What moved under a finger a moment ago is not meant by it: the second half of a double tap approves nothing.
function settle() {
  page.dataset.moved = "1";
  clearTimeout(settling);
  settling = setTimeout(() => delete page.dataset.moved, SETTLED_MS);
}

function focus(one) {
  if (!one) return;
  for (const other of page.querySelectorAll(".current")) other.classList.remove("current");
  one.classList.add("current");
  one.focus({ preventScroll: true });
  one.scrollIntoView({ block: "nearest" });
}

function next(from) {
  const some = waiting();
  const after = some.find((one) => from && from.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
  return after || some[0];
}

// Say a verb to the workbench; false where nothing came of it.
async function tell(verb, segment, fields, from) {
  const meant = segment === "-" ? fields.listed.split(" ").map((pair) => pair.split(":")[0]) : [segment];
  const before = Object.fromEntries(meant.map((id) => [id, there(id)?.dataset.mine]));
  const busy = segment === "-" ? page : there(segment);
  if (busy?.hasAttribute("aria-busy")) return false;
  busy?.setAttribute("aria-busy", "true");
  const told = await verdict(`/review/${verb}/${locale}/${segment}/${article}`, fields);
  busy?.removeAttribute("aria-busy");
  if (!told) {
    doubts.push({ verb, segment, fields, meant, before });
    speak(page.dataset.silent, true);
    return false;
  }
  if (told.away) return away(told.away);
  if (told.words !== undefined) {
    speak(told.isGone ? page.dataset.gone : told.words, true);
    return false;
  }
  const bar = place(told.html);
  if (told.ok) {
    did(verb, segment, fields, bar.dataset.back);
    sent(verb, segment, fields.finding);
  } else if (verb === "undo") drop();
  settle();
  speak(bar.dataset.said, !told.ok);
  if (!told.ok) reopen();
  const same = from && there(from.dataset.segment);
  const stays = !told.ok || !ONWARD.includes(verb) || same?.classList.contains("waits");
  const to = stays && same ? same : next(same);
  if (to) focus(to);
  else bar.focus({ preventScroll: true });
  return told.ok;
}

// Who is not known any more says who they are, and comes back; what was typed is kept.
function away(door) {
  speak(page.dataset.away, true);
  const back = encodeURIComponent(encodeURIComponent(location.pathname));
  setTimeout(() => location.assign(`${door.split("?")[0]}?next=${back}`), READ_MS);
  return false;
}

// Of that to which no answer came: was it done?
async function lookUp() {
  if (looking || !doubts.length) return;
  looking = true;
  while (doubts.length) {
    const { verb, segment, fields, meant, before } = doubts[0];
    if (!(await shown(meant.join(","), ["waive", "unwaive"].includes(verb)))) break;
    doubts.shift();
    const isDone = wasDone(verb, fields, meant.map(there), before);
    if (isDone) {
      did(verb, segment, fields, ["approve", "final", "send-back"].includes(verb) && (fields.listed || `${segment}:${fields.digest}`));
      sent(verb, segment, fields.finding);
    }
    settle();
    speak(isDone ? page.dataset.done : page.dataset.undone, !isDone);
    reopen();
  }
  looking = false;
}

function send(form) {
  const one = form.closest(".verdict");
  if (!form.reportValidity()) return;
  const { verb, of: digest, finding } = form.dataset;
  tell(verb, one.dataset.segment, { ...Object.fromEntries(new FormData(form)), digest, finding }, one);
}

function act(one, verb, button) {
  if (ASKING.includes(verb)) return ask(one, verb, button);
  const digest = button?.dataset.of || one.dataset.digest;
  return tell(verb, one.dataset.segment, { digest, finding: button?.dataset.finding || "" }, one);
}

function approveAll(some, verb, from) {
  const meant = some.filter((one) => (verb === "final" ? can(one, "final") : one.classList.contains("waits")));
  if (!meant.length) return speak(page.dataset.nothing);
  return tell(verb, "-", { listed: listed(meant) }, from || meant.at(-1));
}

// Step by step, the latest first.
async function takeBack() {
  const step = steps().at(-1);
  if (!step) return speak(page.dataset.cannot);
  const first = step.fields.listed?.split(":")[0] || step.segment;
  return tell(step.verb, step.segment, step.fields, there(first));
}

async function shown(segment, opened) {
  const answer = await fetch(`/review/${locale}/${article}?segment=${segment}${opened ? "&open=1" : ""}`, { headers: { "HX-Request": "true" }, signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => null);
  if (!answer?.ok) return false;
  place(await answer.text());
  return true;
}

async function toggle(one) {
  if (one.classList.contains("waits")) return;
  if (await shown(one.dataset.segment, one.classList.contains("shut"))) focus(there(one.dataset.segment));
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  const one = event.target.closest(".verdict");
  if (!button) {
    if (one?.classList.contains("shut") && !event.target.closest("a") && getSelection().isCollapsed) toggle(one);
    return;
  }
  const { verb, do: does } = button.dataset;
  if (AT_ONCE.includes(verb) && !("all" in button.dataset) && event.detail && page.dataset.moved) return;
  if (does === "back") takeBack();
  else if (does === "next") focus(next(inHand()));
  else if (does === "open") toggle(one);
  else if (does === "leave") focus(leave(button.form));
  else if (verb && "all" in button.dataset) approveAll(all(), verb);
  else if (verb && "unit" in button.dataset) approveAll([...button.closest(".unit").querySelectorAll(".verdict")], verb);
  else if (verb && one) act(one, verb, button);
});

document.addEventListener("submit", (event) => {
  if (!event.target.matches("form.reason")) return;
  event.preventDefault();
  send(event.target);
});

document.addEventListener("focusin", (event) => {
  const one = event.target.closest(".verdict");
  if (!one) return;
  for (const other of page.querySelectorAll(".current")) if (other !== one) other.classList.remove("current");
  one.classList.add("current");
});

function step(one, by) {
  const some = all();
  focus(one ? some[some.indexOf(one) + by] : some[0]);
}

function verbOf(one, verb) {
  if (!one) return;
  if (can(one, verb)) return act(one, verb);
  speak(one.querySelector(".objection")?.textContent || page.dataset.cannot);
}

// By the place of a key, so that they are the same under a Russian, Kazakh or Uyghur layout.
const KEYS = {
  KeyJ: (one) => step(one, 1),
  ArrowDown: (one) => step(one, 1),
  KeyK: (one) => step(one, -1),
  ArrowUp: (one) => step(one, -1),
  KeyN: (one) => focus(next(one)),
  KeyA: (one) => verbOf(one, "approve"),
  KeyF: (one) => verbOf(one, "final"),
  KeyS: (one) => verbOf(one, "send-back"),
  KeyP: (one) => one && approveAll([...one.closest(".unit").querySelectorAll(".verdict")], "approve", one),
  KeyU: (one) => (one && can(one, "withdraw") ? act(one, "withdraw") : takeBack()),
  KeyW: (one) => {
    const button = one?.querySelector("[data-verb=waive]");
    if (button) ask(one, "waive", button);
    else speak(page.dataset.cannot);
  },
  KeyQ: (one) => verbOf(one, "answer"),
};

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("textarea, input, select, [contenteditable='true']");
  const form = event.target.closest("form.reason");
  if (form && event.key === "Escape") {
    return focus(leave(form));
  }
  if (form && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    return send(form);
  }
  if (!typing && event.code === "KeyZ" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) {
    event.preventDefault();
    return takeBack();
  }
  if (typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  const one = inHand();
  if (event.code === "Slash" && event.shiftKey && event.key !== "?") return showKeys();
  const isPiece = event.target === one;
  if (isPiece && (event.key === "Enter" || (event.key === "Escape" && one.classList.contains("open")))) {
    event.preventDefault();
    toggle(one);
  } else if (KEYS[event.code] && !event.shiftKey && (!event.repeat || /^(Arrow|Key[JK])/.test(event.code))) {
    event.preventDefault();
    KEYS[event.code](one);
  }
});

// Who else is here, and what changed under this page.
async function pulse() {
  const answer = await post(`/presence/${locale}/${article}`, { segment: inHand()?.dataset.segment || "", mark }).catch(() => null);
  if (!answer?.ok) return;
  const told = await answer.json();
  for (const sign of page.querySelectorAll(".others")) sign.remove();
  for (const { who, segment } of told.others) {
    const sign = document.createElement("span");
    sign.className = "others";
    sign.textContent = who;
    there(segment)?.append(sign);
  }
  const others = Object.entries(told.stamp || {}).filter(([id, word]) => there(id) && there(id).dataset.word !== word).map(([id]) => id);
  const isTyping = page.querySelector("form.reason");
  if (others.length > MANY && !isTyping) return location.reload();
  let left = others.length > MANY;
  for (const id of others.slice(0, MANY)) {
    const one = there(id);
    const had = one.contains(document.activeElement);
    if (one.closest("[aria-busy]") || one.querySelector("form.reason") || !(await shown(id))) left = true;
    else if (had) {
      focus(there(id));
      speak(page.dataset.changed);
    }
  }
  if (!left) mark = told.mark;
  if (others.length) reopen(); // a form may have been opened while its segment was asked for
}

// What the checks say may take a moment: it comes when the page is there already.
async function check() {
  if (page.dataset.checked) return;
  const below = document.getElementById("review-bar").parentElement;
  below.dataset.checking = page.dataset.checking;
  const answer = await fetch(`/review/${locale}/${article}?findings=1`, { headers: { "HX-Request": "true" } }).catch(() => null);
  if (answer?.ok) {
    const box = document.createElement("template");
    box.innerHTML = await answer.text();
    for (const part of box.content.children) {
      const old = there(part.dataset.segment);
      if (!old || old.dataset.digest !== part.dataset.digest || !old.querySelector(".about") || old.querySelector(".about form")) continue;
      const had = old === inHand();
      old.querySelector(".about").replaceWith(part.querySelector(".about"));
      if (had) old.scrollIntoView({ block: "nearest" });
    }
  }
  delete below.dataset.checking;
  page.dataset.checked = "1";
  reopen();
}

setInterval(() => { if (!document.hidden) pulse(); }, PULSE_MS);
setInterval(lookUp, LOOK_MS);
addEventListener("online", lookUp);
pulse();
check();
focus(page.dataset.chosen ? there(page.dataset.chosen) : page.querySelector(".verdict.waits") || waiting()[0]);
if (page.dataset.chosen) { const one = there(page.dataset.chosen); if (one?.classList.contains("shut")) toggle(one); }
if (steps().length) speak("");
reopen();
