// The translator's desk: one segment open at a time, saved on leaving it.
import { post, say, showKeys } from "./talk.js";
import { back, escaped, forth, hasSelection, insert, judged, markHalves, prepare, read, toEnd, wrap, write } from "./editor.js";
import * as keeping from "./keep.js";

const desk = document.getElementById("desk");
const count = document.getElementById("count");
const article = desk.dataset.article.split("/").map(encodeURIComponent).join("/");
const address = (verb, segment = "") => `/${verb}/${encodeURIComponent(desk.dataset.locale)}/${segment ? `${segment}/` : ""}${article}`;
const RETRY_MS = 2000;
const LONG_MS = 20000;
let stamp = JSON.parse(desk.dataset.stamp);
let mark = "";
let busy = Promise.resolve(true);
let retrying = 0;
let onTheWay = null;

export const opened = () => desk.querySelector(".segment.open");
export const editorOf = (form) => form?.querySelector(".editor") ?? null;
const segments = () => [...desk.querySelectorAll(".segment")];
const byId = (segment) => document.getElementById(`s-${segment}`);
const isDone = (one) => /state-(translated|reviewed|final)\b/.test(one.className);
const words = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent.trim();

function put(old, html) {
  const box = document.createElement("template");
  box.innerHTML = html.trim();
  const fresh = box.content.firstElementChild;
  old.replaceWith(fresh);
  if (fresh.dataset.said) say(fresh.dataset.said);
  if (fresh.dataset.done) counted(fresh.dataset.done);
  window.htmx.process(fresh);
  return fresh;
}

function counted(done) {
  count.textContent = count.dataset.said.replace("{done}", done).replace("{total}", count.dataset.total);
  count.parentElement.querySelector("progress").value = done;
}

async function fetched(segment, closed = false) {
  try {
    const answer = await fetch(address("segment", segment) + (closed ? "?closed=1" : ""), {
      headers: { "HX-Request": "true" },
      signal: AbortSignal.timeout(LONG_MS),
    });
    return { ok: answer.ok, html: await answer.text() };
  } catch {
    return { ok: false, html: desk.dataset.unreachable };
  }
}

// --- opening and leaving

export async function open(one) {
  if (!one || one.classList.contains("open")) return;
  const segment = one.dataset.segment;
  if (!(await leave())) return;
  const { ok, html } = await fetched(segment);
  if (!ok) return say(words(html));
  const form = put(byId(segment), html);
  begin(form);
  const url = new URL(location.href);
  url.searchParams.set("segment", segment);
  history.replaceState(null, "", url);
  sit();
}

function begin(form) {
  const editor = editorOf(form);
  if (editor) {
    const source = form.querySelector(".source").dataset.text;
    const seen = form.elements.seen.value;
    prepare(editor, { lines: source.includes("\n") || seen.includes("\n"), refused: () => say(desk.dataset.enter) });
    editor.addEventListener("input", () => typed(form));
    offer(form);
    judge(form);
    toEnd(editor);
  } else {
    form.querySelector("[data-do]")?.focus({ preventScroll: true });
  }
  form.scrollIntoView({ block: "nearest" });
}

function typed(form) {
  const editor = editorOf(form);
  keeping.keep(form.dataset.segment, read(editor), form.elements.seen.value);
  judge(form);
}

// What was typed before and never saved.
function offer(form) {
  const lost = keeping.kept(form.dataset.segment);
  const box = form.querySelector(".rescued");
  if (!lost || !box) return;
  if (lost.text === read(editorOf(form))) return keeping.forget(form.dataset.segment);
  box.querySelector(".lost").textContent = lost.text;
  box.hidden = false;
}

// Which code is missing, before anything is saved.
function judge(form) {
  const line = form.querySelector(".fault");
  if (!line) return;
  const { fault, missing } = judged(form.querySelector(".source").dataset.text, read(editorOf(form)));
  const said = fault ? line.dataset[fault.word].replace("{code}", fault.code) : "";
  if (line.textContent !== said) line.textContent = said;
  form.querySelector("[data-do=code]").hidden = !(fault && missing.length);
  markHalves(editorOf(form));
}

function asked(form) {
  const area = form.elements.questions;
  return area && area.value !== area.defaultValue ? { questions: area.value } : {};
}

// Save what is open and close it; false where both texts are shown, or it could not be saved.
export function leave(fields = {}) {
  busy = busy.then(async () => {
    const form = opened();
    if (!form) return true;
    const editor = editorOf(form);
    if (!editor) return close(form);
    if (form.classList.contains("stale") && !fields.stand) {
      say(desk.dataset.choose);
      return false;
    }
    const text = read(editor);
    const seen = form.elements.seen.value;
    const questions = asked(form);
    if (text === seen && !fields.stand && !fields.later && !("questions" in questions)) return close(form);
    const later = "questions" in questions && text === seen && !fields.stand && !fields.later && form.dataset.draft ? { later: "1" } : {};
    const made = form.dataset.made ? { made: form.dataset.made, origin: form.dataset.origin } : {};
    return save(form, { target: text, seen, ...questions, ...made, ...later, ...fields });
  }).catch((error) => { console.error(error); return false; });
  return busy;
}

async function close(form) {
  const { ok, html } = await fetched(form.dataset.segment, true);
  if (!ok) {
    say(words(html));
    return false;
  }
  if (!form.querySelector(".rescued:not([hidden])")) keeping.forget(form.dataset.segment);
  put(form, html).focus({ preventScroll: true });
  sit();
  return true;
}

async function sent(form, where, fields) {
  form.dataset.state = "saving";
  try {
    const answer = await post(where, fields);
    return { status: answer.status, ok: answer.ok, html: await answer.text() };
  } catch {
    return null;
  }
}

async function save(form, fields) {
  const answer = await sent(form, form.dataset.save, fields);
  if (answer === null) {
    keeping.keep(form.dataset.segment, fields.target, fields.seen);
    unsaved(form, desk.dataset.unreachable);
    retry(form, fields);
    return false;
  }
  if (answer.status === 409 && answer.html.includes('class="segment open stale"')) {
    begin(put(form, answer.html));
    return false;
  }
  if (!answer.ok) {
    unsaved(form, words(answer.html));
    return false;
  }
  keeping.forget(form.dataset.segment);
  put(form, answer.html).focus({ preventScroll: true });
  sit();
  return true;
}

function unsaved(form, why) {
  form.dataset.state = "unsaved";
  const line = form.querySelector(".unsaved");
  line.textContent = why;
  line.hidden = false;
}

// Try again until the workbench answers; what was typed meanwhile is saved, too.
function retry(form, fields) {
  clearTimeout(retrying);
  retrying = setTimeout(async () => {
    if (opened() !== form || form.dataset.state !== "unsaved") return;
    const alive = await post(address("presence"), { segment: form.dataset.segment }).catch(() => null);
    if (!alive) return retry(form, fields);
    const { target, seen, ...how } = fields;
    if (await leave(how)) say(desk.dataset.back);
  }, RETRY_MS);
}

// --- where to go

function current() {
  return opened() || document.activeElement.closest?.(".segment");
}

function beside(step) {
  const all = segments();
  const one = current();
  return one ? all[all.findIndex((other) => other.id === one.id) + step] : all[0];
}

function nextOpen() {
  const all = segments();
  const one = current();
  const at = one ? all.findIndex((other) => other.id === one.id) : -1;
  return [...all.slice(at + 1), ...all.slice(0, Math.max(at, 0))].find((other) => !isDone(other));
}

// What is typed on the way goes to where the way leads: fast fingers lose no letter.
async function leaveFor(find, fields) {
  const next = find()?.dataset.segment;
  onTheWay = "";
  try {
    if (!(await leave(fields))) return;
    if (next && byId(next)) await open(byId(next));
    else if (!next) say(desk.dataset.none);
  } finally {
    const editor = editorOf(opened());
    if (onTheWay && editor) insert(editor, escaped(onTheWay));
    onTheWay = null;
  }
}

// The next finding: in the open segment first, then in those after it.
function nextFinding() {
  const signs = [...desk.querySelectorAll(".finding, .sign.bad, .note")];
  const here = document.activeElement;
  const next = signs.find((one) => here.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING && !one.contains(here)) || signs[0];
  if (!next) return say(desk.dataset.none);
  const one = next.closest(".segment");
  if (one?.classList.contains("open")) {
    next.tabIndex = -1;
    next.focus();
  } else open(one);
}

// --- verbs

// What is typed and not saved is saved first: nothing that nobody saw on the page is taken back.
async function undo() {
  const form = opened();
  const isTyped = editorOf(form) && read(editorOf(form)) !== form.elements.seen.value;
  if (!(await leave()) || isTyped) return;
  const answer = await post(address("undo")).catch(() => null);
  if (!answer) return say(desk.dataset.unreachable);
  const told = await answer.json();
  say(told.said);
  if ("done" in told) counted(told.done);
  await anew(told.segments || []);
  byId(told.segment)?.focus();
}

async function anew(some) {
  for (const segment of some) {
    const there = byId(segment);
    const { ok, html } = await fetched(segment, true);
    if (!ok || !there?.isConnected) continue;
    const had = there.contains(document.activeElement);
    const fresh = put(there, html);
    if (had) fresh.focus({ preventScroll: true });
  }
}

async function together(form, where, fields) {
  const answer = await sent(form, where, fields);
  if (answer === null) return unsaved(form, desk.dataset.unreachable);
  if (!answer.ok) {
    delete form.dataset.state;
    try {
      return say(JSON.parse(answer.html).said);
    } catch {
      return say(words(answer.html));
    }
  }
  const told = JSON.parse(answer.html);
  keeping.forget(form.dataset.segment);
  await anew(told.segments);
  await open(byId(told.open));
  say(told.said);
}

// --- what an editor says: through the editor's desk, of exactly the text that stands here

async function review(verb, fields = {}) {
  const segment = current()?.dataset.segment;
  if (!segment) return say(desk.dataset.none);
  if (!desk.dataset.review) return say(desk.dataset.noEditor);
  if (!(await leave())) return;
  const body = new URLSearchParams({ digest: byId(segment).dataset.digest, ...fields });
  const headers = { "X-CSRF-Token": document.body.dataset.csrf, Accept: "application/json" };
  const answer = await fetch(address(`review/${verb}`, segment), { method: "POST", headers, body }).catch(() => null);
  if (!answer) return say(desk.dataset.unreachable);
  const told = await answer.json().catch(() => ({}));
  say(told.said || told.title || desk.dataset.none);
  await anew([segment]);
  byId(segment).focus();
}

function sendBack() {
  if (!current()) return say(desk.dataset.none);
  if (!desk.dataset.review) return say(desk.dataset.noEditor);
  const dialog = document.getElementById("reason");
  const why = document.getElementById("why");
  const one = current();
  dialog.returnValue = "";
  why.value = "";
  dialog.addEventListener("close", () => {
    (editorOf(one) ?? one).focus();
    if (dialog.returnValue === "send" && why.value.trim()) review("send-back", { reason: why.value.trim() });
  }, { once: true });
  dialog.showModal();
  return why.focus();
}

function inHand(form) {
  return { target: read(editorOf(form)), seen: form.elements.seen.value };
}

function missingCode(form) {
  const editor = editorOf(form);
  const { missing } = judged(form.querySelector(".source").dataset.text, read(editor));
  const [first] = missing;
  if (!first) return;
  const second = first.replace("<", "</");
  if (!first.startsWith("</") && missing.includes(second)) {
    if (hasSelection(editor)) return wrap(editor, first, second);
    return insert(editor, first + second);
  }
  insert(editor, first);
}

// Put in what a panel offers; a draft that is taken over is known as one.
function take(form, button) {
  const editor = editorOf(form);
  if (!editor || editor.contentEditable !== "true") return;
  const text = button.dataset.insert;
  if ("origin" in button.dataset) {
    form.dataset.made = text;
    form.dataset.origin = button.dataset.origin;
    write(editor, text);
  } else insert(editor, text);
}

const verbs = {
  save: () => leave({ stand: "1" }),
  later: () => leave({ later: "1" }),
  close: (form) => close(form),
  copy: (form) => editorOf(form) && write(editorOf(form), form.querySelector(".source").dataset.text),
  code: missingCode,
  join: (form) => (editorOf(form) ? together(form, form.dataset.join, inHand(form)) : together(form, form.dataset.part, {})),
  part: (form) => together(form, form.dataset.part, {}),
  whole: (form) => editorOf(form) && together(form, form.dataset.join, { ...inHand(form), whole: "1" }),
  head: async (form) => {
    const head = form.dataset.head;
    if (await leave()) open(byId(head));
  },
  rescue: (form) => {
    write(editorOf(form), form.querySelector(".lost").textContent);
    form.querySelector(".rescued").hidden = true;
  },
  forget: (form) => {
    keeping.forget(form.dataset.segment);
    form.querySelector(".rescued").hidden = true;
    toEnd(editorOf(form));
  },
};

desk.addEventListener("click", (event) => {
  const form = event.target.closest(".segment.open");
  const action = event.target.closest("[data-do]")?.dataset.do;
  const offered = event.target.closest(".insert");
  const name = event.target.closest(".source .named")?.dataset.name;
  if (form && action) verbs[action](form);
  else if (form && offered) take(form, offered);
  else if (form && name) {
    const row = [...form.querySelectorAll(".name-row")].find((one) => one.dataset.name === name);
    const button = row?.querySelector(".insert");
    if (button) take(form, button);
  } else if (!form && !getSelection().toString()) open(event.target.closest(".segment"));
});

document.getElementById("undo").addEventListener("click", undo);

// --- keys

// The keys that are held, and the place of the key on the board: the same in every layout.
function combo(event) {
  if (event.isComposing || event.getModifierState("AltGraph")) return "";
  const held = [event.ctrlKey || event.metaKey ? "Ctrl" : "", event.altKey ? "Alt" : "", event.shiftKey ? "Shift" : ""];
  return [...held.filter(Boolean), event.code].join("+");
}

const anywhere = {
  "F1": showKeys,
  "Alt+KeyO": () => leaveFor(nextOpen),
  "Alt+KeyP": nextFinding,
  "Alt+KeyZ": undo,
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
  "Alt+KeyN": (form) => form.querySelector(".names .insert")?.focus() ?? say(desk.dataset.none),
  "Alt+KeyC": verbs.copy,
  "Alt+KeyI": missingCode,
  "Alt+KeyG": (form) => engine(form),
  "Alt+KeyM": (form) => comments(form),
  "Alt+KeyJ": verbs.join,
  "Alt+KeyK": verbs.whole,
};
for (let n = 1; n <= 9; n += 1) {
  inSegment[`Alt+Digit${n}`] = (form) => {
    const button = form.querySelectorAll(".matches .match")[n - 1];
    if (button) take(form, button);
    else say(desk.dataset.none);
  };
}

const inNames = () => document.activeElement.closest?.(".names");

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
  const taken = (event) => {
    if (!event.target.matches(".drafted")) return;
    form.removeEventListener("htmx:afterSettle", taken);
    const answer = form.querySelector(".drafted .made");
    if (answer && opened() === form) take(form, answer);
  };
  form.addEventListener("htmx:afterSettle", taken);
  button.click();
}

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
    cases(row);
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
  if (onTheWay !== null && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
    onTheWay += event.key;
    return event.preventDefault();
  }
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
  if (form || event.target.closest("input, select, textarea, button, a, summary, [contenteditable=true]")) return null;
  if (pressed === "ArrowDown") return () => beside(1)?.focus();
  if (pressed === "ArrowUp") return () => beside(-1)?.focus();
  if (pressed === "Enter" || pressed === "NumpadEnter") return current() ? () => open(current()) : null;
  if ((event.ctrlKey || event.metaKey) && isLetter(event, "z")) return undo;
  return null;
}

// --- others

// Who else is here, and what changed under this page.
async function sit() {
  const answer = await post(address("presence"), { segment: opened()?.dataset.segment || "", mark }).catch(() => null);
  if (!answer?.ok) return;
  const told = await answer.json();
  for (const sign of desk.querySelectorAll(".others")) sign.remove();
  for (const { who, segment } of told.others) {
    const sign = document.createElement("span");
    sign.className = "others";
    sign.textContent = desk.dataset.here.replace("{who}", who);
    byId(segment)?.append(sign);
  }
  mark = told.mark;
  if (!told.stamp) return;
  for (const [segment, word] of Object.entries(told.stamp)) {
    const there = byId(segment);
    if (stamp[segment] === word || !there) continue;
    if (!there.classList.contains("open")) await anew([segment]);
    else if (!there.classList.contains("stale") && there.dataset.state !== "saving") say(desk.dataset.moved);
  }
  stamp = told.stamp;
}

setInterval(() => { if (!document.hidden) sit(); }, 5000);
window.addEventListener("beforeunload", (event) => {
  const form = opened();
  const editor = editorOf(form);
  if (editor && read(editor) !== form.elements.seen.value) event.preventDefault();
});
const wanted = desk.dataset.opened || keeping.all().find(byId);
if (wanted && byId(wanted)) open(byId(wanted));
else segments().find((one) => !isDone(one))?.focus({ preventScroll: true });
