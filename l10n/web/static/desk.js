// The translator's desk: one segment open at a time, saved on leaving it.
import { post, say, showKeys } from "./talk.js";
import { prepare, read, toEnd } from "./editor.js";

const desk = document.getElementById("desk");
const place = `${encodeURIComponent(desk.dataset.locale)}/`;
const article = desk.dataset.article.split("/").map(encodeURIComponent).join("/");
const address = (verb, segment = "") => `/${verb}/${place}${segment ? `${segment}/` : ""}${article}`;
let stamp = JSON.parse(desk.dataset.stamp);
let busy = Promise.resolve();

const opened = () => desk.querySelector(".segment.open");
const segments = () => [...desk.querySelectorAll(".segment")];

function put(old, html) {
  const box = document.createElement("template");
  box.innerHTML = html.trim();
  const fresh = box.content.firstElementChild;
  old.replaceWith(fresh);
  if (fresh.dataset.said) say(fresh.dataset.said);
  window.htmx.process(fresh);
  return fresh;
}

async function fetched(segment, closed = false) {
  const answer = await fetch(address("segment", segment) + (closed ? "?closed=1" : ""), { headers: { "HX-Request": "true" } });
  return { ok: answer.ok, html: await answer.text() };
}

async function open(one) {
  if (!one || one.classList.contains("open")) return;
  if (!(await leave())) return;
  const place = document.getElementById(one.id);
  const { ok, html } = await fetched(one.dataset.segment);
  if (!ok) return say(new DOMParser().parseFromString(html, "text/html").body.textContent.trim());
  const form = put(place, html);
  const editor = form.querySelector(".editor");
  prepare(editor);
  toEnd(editor);
  form.scrollIntoView({ block: "nearest" });
  history.replaceState(null, "", `?segment=${one.dataset.segment}`);
  sit();
}

// Save what is open and close it; false where both texts are shown, or it could not be saved.
function leave(fields = {}) {
  busy = busy.then(async () => {
    const form = opened();
    if (!form) return true;
    const text = read(form.querySelector(".editor"));
    const seen = form.elements.seen.value;
    if (text === seen && !("target" in fields) && !("later" in fields) && !fields.stand) return close(form);
    return save(form, { target: text, seen, ...fields });
  });
  return busy;
}

async function close(form) {
  const { ok, html } = await fetched(form.dataset.segment, true);
  if (ok) put(form, html).focus({ preventScroll: true });
  sit();
  return ok;
}

async function save(form, fields) {
  form.dataset.state = "saving";
  let answer;
  try {
    answer = await post(form.dataset.save, fields);
  } catch {
    form.dataset.state = "unsaved";
    say(desk.dataset.unreachable || "not saved");
    return false;
  }
  const html = await answer.text();
  if (answer.status === 409 && html.includes("stale")) {
    prepare(put(form, html).querySelector(".editor"));
    return false;
  }
  if (!answer.ok) {
    form.dataset.state = "unsaved";
    say(new DOMParser().parseFromString(html, "text/html").body.textContent.trim());
    return false;
  }
  put(form, html).focus({ preventScroll: true });
  sit();
  return true;
}

function beside(one, step) {
  const all = segments();
  return all[all.indexOf(one) + step];
}

function nextOpen(one) {
  const all = segments();
  const at = all.findIndex((other) => other.id === one.id);
  const isDone = (other) => /state-(translated|reviewed|final)\b/.test(other.className);
  return [...all.slice(at + 1), ...all.slice(0, at)].find((other) => !isDone(other));
}

async function undo() {
  if (!(await leave())) return;
  const answer = await post(address("undo"));
  const told = await answer.json();
  say(told.said);
  if (told.segment) {
    const { html } = await fetched(told.segment, true);
    put(document.getElementById(`s-${told.segment}`), html).focus();
  }
}

desk.addEventListener("click", async (event) => {
  const action = event.target.closest("[data-do]")?.dataset.do;
  const form = event.target.closest(".segment.open");
  if (form && action === "save") await leave({ stand: "1" });
  else if (form && action === "later") await leave({ later: "1" });
  else if (form && action === "close") await close(form);
  else if (!form) open(event.target.closest(".segment"));
});

document.addEventListener("keydown", async (event) => {
  const one = event.target.closest?.(".segment") || opened() || document.activeElement.closest?.(".segment");
  const control = event.ctrlKey || event.metaKey;
  const form = opened();
  if (control && event.key === "Enter" && form) {
    event.preventDefault();
    const next = nextOpen(form)?.id;
    if ((await leave({ stand: "1" })) && next) open(document.getElementById(next));
  } else if (event.key === "Escape" && form) {
    event.preventDefault();
    await leave();
  } else if (control && event.shiftKey && event.key.toLowerCase() === "z") {
    event.preventDefault();
    undo();
  } else if (!form && one && event.key === "Enter") {
    event.preventDefault();
    open(one);
  } else if (!form && ["ArrowDown", "ArrowUp"].includes(event.key) && !event.target.closest("input, select, textarea")) {
    event.preventDefault();
    const to = one ? beside(one, event.key === "ArrowDown" ? 1 : -1) : segments()[0];
    to?.focus();
  } else if (event.key === "F1") {
    event.preventDefault();
    showKeys();
  }
});

// Who else is here, and what changed under this page.
async function sit() {
  const answer = await post(address("presence"), { segment: opened()?.dataset.segment || "" }).catch(() => null);
  if (!answer?.ok) return;
  const told = await answer.json();
  for (const sign of desk.querySelectorAll(".others")) sign.remove();
  for (const { who, segment } of told.others) {
    const sign = document.createElement("span");
    sign.className = "others";
    sign.textContent = who;
    document.getElementById(`s-${segment}`)?.append(sign);
  }
  for (const [segment, word] of Object.entries(told.stamp)) {
    const there = document.getElementById(`s-${segment}`);
    if (stamp[segment] !== word && there && !there.classList.contains("open")) {
      const { ok, html } = await fetched(segment, true);
      if (ok) put(there, html);
    }
  }
  stamp = told.stamp;
}

setInterval(() => { if (!document.hidden) sit(); }, 5000);
window.addEventListener("beforeunload", (event) => {
  const form = opened();
  if (form && read(form.querySelector(".editor")) !== form.elements.seen.value) event.preventDefault();
});
if (desk.dataset.opened) open(document.getElementById(`s-${desk.dataset.opened}`));
else segments().find((one) => !/state-(translated|reviewed|final)\b/.test(one.className))?.focus({ preventScroll: true });
