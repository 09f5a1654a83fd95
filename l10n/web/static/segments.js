// The segments of the desk: one open at a time, saved on leaving it; who else is here, what changed on disk.
import { post, say } from "./talk.js";
import { chip, escaped, insert, judged, markHalves, prepare, read, toEnd } from "./editor.js";
import { asked, editorOf, editorsOf, inHandOf, isTyped, isUnsaved, keep, offer, putAway, seenIn, sourceOf, typedIn, untyped } from "./hand.js";
import * as tabs from "./tabs.js";

export const desk = document.getElementById("desk");
const count = document.getElementById("count");
const article = desk.dataset.article.split("/").map(encodeURIComponent).join("/");
export const address = (verb, segment = "") => `/${verb}/${encodeURIComponent(desk.dataset.locale)}/${segment ? `${segment}/` : ""}${article}`;
const RETRY_MS = 2000;
const LONG_MS = 20000;
let mark = "";
let busy = Promise.resolve(true);
let retrying = 0;
let onTheWay = null;

export const opened = () => desk.querySelector(".segment.open");
export const segments = () => [...desk.querySelectorAll(".segment")];
export const byId = (segment) => document.getElementById(`s-${segment}`);
export const isDone = (one) => /state-(translated|reviewed|final)\b/.test(one.className);
export const words = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent.trim();

function made(html) {
  const box = document.createElement("template");
  box.innerHTML = html.trim();
  return box.content.firstElementChild;
}

function put(old, html) {
  const fresh = made(html);
  old.replaceWith(fresh);
  if (fresh.dataset.said) say(fresh.dataset.said);
  if (fresh.dataset.done) counted(fresh.dataset.done);
  window.htmx.process(fresh);
  return fresh;
}

export function counted(done) {
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
    return { ok: false, html: document.body.dataset.silent };
  }
}

// --- opening and leaving

// One after the other: who opens, saves, closes or shows anew finds the segments as the one before left them.
function inTurn(work) {
  busy = busy.then(work).catch((error) => { console.error(error); return false; });
  return busy;
}

export async function open(one) {
  if (one) await inTurn(() => entered(one.dataset.segment));
}

async function entered(segment) {
  if (byId(segment).classList.contains("open") || !(await left())) return;
  const { ok, html } = await fetched(segment);
  if (!ok) return say(words(html));
  begin(put(byId(segment), html));
  const url = new URL(location.href);
  url.searchParams.set("segment", segment);
  history.replaceState(null, "", url);
  sit();
}

function begin(form, focus = true) {
  const editor = editorOf(form);
  if (editor) {
    editorsOf(form).forEach((one, n) => {
      const lines = sourceOf(one).includes("\n") || seenIn(form, n).includes("\n");
      prepare(one, { lines, refused: () => say(desk.dataset.enter) });
      one.addEventListener("input", () => typed(form));
      one.addEventListener("focus", () => inHand(form, one));
    });
    form.elements.questions?.addEventListener("input", () => keep(form));
    offer(form);
    judge(form);
    if (focus) toEnd(editor);
  } else if (focus) {
    form.querySelector("[data-do]")?.focus({ preventScroll: true });
  }
  if (focus) form.scrollIntoView({ block: "nearest" });
}

function inHand(form, editor) {
  for (const one of editorsOf(form)) one.classList.toggle("in-hand", one === editor);
  judge(form);
}

function typed(form) {
  keep(form);
  judge(form);
}

// Which code is missing, before anything is saved.
function judge(form) {
  const line = form.querySelector(".fault");
  if (!line) return;
  const editor = editorOf(form);
  const { fault, missing } = judged(sourceOf(editor), read(editor));
  const said = fault ? `${fault.word} ${fault.codes.join(" ")}` : "";
  if (line.dataset.said !== said) {
    const [before, after] = fault ? line.dataset[fault.word].split("{code}") : ["", ""];
    line.replaceChildren(before, ...(fault?.codes ?? []).map(chip), after);
    line.dataset.said = said;
  }
  form.querySelector("[data-do=code]").hidden = !(fault && missing.length);
  editorsOf(form).forEach(markHalves);
}

// Save what is open and close it; false where both texts are shown, or it could not be saved.
export const leave = (fields) => inTurn(() => left(fields));

async function left(fields = {}) {
  const form = opened();
  if (!form) return true;
  const editor = editorOf(form);
  if (!editor) return close(form);
  if (form.classList.contains("stale") && !fields.stand) {
    say(desk.dataset.choose);
    return false;
  }
  const questions = asked(form);
  const same = !isTyped(form) && !fields.stand && !fields.later;
  if (same && !("questions" in questions)) return close(form);
  const later = same && form.dataset.draft ? { later: "1" } : {};
  const draft = form.dataset.made ? { made: form.dataset.made, origin: form.dataset.origin } : {};
  return save(form, { ...typedIn(form), ...questions, ...draft, ...later }, fields);
}

// Of two texts, keep the one that stands; what was asked beside one's own stays asked.
export async function theirs(form) {
  const questions = asked(form);
  if (!("questions" in questions)) return close(form);
  return save(form, { ...untyped(form), ...questions }, form.dataset.draft ? { later: "1" } : {});
}

export async function close(form) {
  const was = inHandOf(form);
  const { ok, html } = await fetched(form.dataset.segment, true);
  if (ok) return shut(form, html, was);
  say(words(html));
  return false;
}

// Shown closed; was: what was in hand when the workbench was asked.
function shut(form, html, was) {
  putAway(form, was);
  put(form, html).focus({ preventScroll: true });
  sit();
  return true;
}

export async function sent(form, where, fields) {
  form.dataset.state = "saving";
  try {
    const answer = await post(where, fields, AbortSignal.timeout(LONG_MS));
    return { status: answer.status, ok: answer.ok, html: await answer.text() };
  } catch {
    return null;
  }
}

async function save(form, told, how) {
  const was = inHandOf(form);
  const answer = await sent(form, form.dataset.save, { ...told, ...how });
  if (answer === null) {
    keep(form);
    unsaved(form, desk.dataset.unreachable);
    retry(form, how);
    return false;
  }
  if (made(answer.html)?.matches(".segment.stale")) {
    begin(put(form, answer.html));
    return false;
  }
  if (!answer.ok) {
    unsaved(form, words(answer.html));
    return false;
  }
  return shut(form, answer.html, was);
}

export function unsaved(form, why) {
  form.dataset.state = "unsaved";
  warn(form, why);
}

function warn(form, why) {
  const line = form.querySelector(".unsaved");
  line.textContent = why;
  line.hidden = false;
}

// Try again until the workbench answers; what was typed meanwhile is saved, too.
export function retry(form, how = {}) {
  clearTimeout(retrying);
  retrying = setTimeout(async () => {
    if (opened() !== form || form.dataset.state !== "unsaved") return;
    const alive = await post(address("presence"), { segment: form.dataset.segment }).catch(() => null);
    if (!alive) return retry(form, how);
    if (await leave(how)) say(desk.dataset.back);
  }, RETRY_MS);
}

// --- where to go

export function current() {
  return opened() || document.activeElement.closest?.(".segment");
}

export function beside(step) {
  const all = segments();
  const one = current();
  return one ? all[all.findIndex((other) => other.id === one.id) + step] : all[0];
}

export function nextOpen() {
  const all = segments();
  const one = current();
  const at = one ? all.findIndex((other) => other.id === one.id) : -1;
  return [...all.slice(at + 1), ...all.slice(0, Math.max(at, 0))].find((other) => !isDone(other));
}

// What is typed on the way goes to where the way leads: fast fingers lose no letter.
export async function leaveFor(find, fields) {
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

export async function anew(some) {
  for (const segment of some) {
    const there = byId(segment);
    const { ok, html } = await fetched(segment, true);
    if (!ok || !there?.isConnected) continue;
    const had = there.contains(document.activeElement);
    const fresh = put(there, html);
    if (had) fresh.focus({ preventScroll: true });
  }
}

// --- others

// Whether a key was kept for where the way leads.
export function isOnTheWay(event) {
  if (onTheWay === null || event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return false;
  onTheWay += event.key;
  return true;
}

// Who else is here, and what changed under this page.
async function sit() {
  tabs.at(opened()?.dataset.segment || "");
  const answer = await post(address("presence"), { segment: opened()?.dataset.segment || "", mark }).catch(() => null);
  if (!answer?.ok) return;
  const told = await answer.json();
  for (const sign of desk.querySelectorAll(".others:not(.another-tab)")) sign.remove();
  for (const { who, segment } of told.others) {
    const sign = document.createElement("span");
    sign.className = "others";
    sign.textContent = desk.dataset.here.replace("{who}", who);
    byId(segment)?.append(sign);
  }
  for (const [segment, word] of Object.entries(told.stamp || {})) {
    const there = byId(segment);
    if (!there || there.dataset.word === word) continue;
    if (!there.classList.contains("open")) await anew([segment]);
    else await inTurn(() => moved(there, word));
  }
  mark = told.mark;
}

// Another text stands now in the open segment: shown at once where nothing was typed, else said until it is saved.
async function moved(form, word) {
  if (opened() !== form || form.matches(".stale, [data-state=saving]")) return;
  form.dataset.word = word;
  if (isUnsaved(form)) return warn(form, desk.dataset.moved);
  const { ok, html } = await fetched(form.dataset.segment);
  if (!ok || opened() !== form || form.dataset.state === "saving" || isUnsaved(form)) return;
  const had = form.contains(document.activeElement);
  begin(put(form, html), had);
}

document.addEventListener("visibilitychange", () => { if (!document.hidden) sit(); });
setInterval(() => { if (!document.hidden) sit(); }, 5000);
window.addEventListener("beforeunload", (event) => {
  const form = opened();
  if (form && isUnsaved(form)) event.preventDefault();
});
