// The editor's desk: verbs of segments, paragraphs and the rest; what changed is shown anew, the next one is in hand.
import { post, say, showKeys } from "./talk.js";

const page = document.getElementById("review");
const article = page.dataset.article.split("/").map(encodeURIComponent).join("/");
const locale = encodeURIComponent(page.dataset.locale);
const PULSE_MS = 8000;
const MANY = 20; // changed segments from which on the page is read anew
let stamp = null;
const own = new Set(); // segments that this page changed since the last pulse
let back = ""; // what was done last, and can be taken back

const all = () => [...page.querySelectorAll(".verdict")];
const waiting = () => [...page.querySelectorAll(".verdict.waits")];
const there = (segment) => document.getElementById(`s-${segment}`);
const can = (one, verb) => one.dataset.can.split(" ").includes(verb);
const listed = (some) => some.map((one) => `${one.dataset.segment}:${one.dataset.digest}`).join(" ");
const inHand = () => document.activeElement?.closest?.(".verdict") || page.querySelector(".verdict.current");

// Put parts of the page in the places of those with the same id.
function place(html) {
  const box = document.createElement("template");
  box.innerHTML = html;
  for (const part of [...box.content.children]) document.getElementById(part.id)?.replaceWith(part);
  const bar = document.getElementById("review-bar");
  bar.querySelector("[data-do=back]").hidden = !back;
  return bar;
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
  const busy = segment === "-" ? page : there(segment);
  busy?.setAttribute("aria-busy", "true");
  let answer;
  try {
    answer = await post(`/review/${verb}/${locale}/${segment}/${article}`, fields);
  } catch {
    say(page.dataset.unreachable);
    return false;
  } finally {
    busy?.removeAttribute("aria-busy");
  }
  const html = await answer.text();
  if (!html.includes('id="review-bar"')) {
    const words = new DOMParser().parseFromString(html, "text/html").body.textContent.replace(/\s+/g, " ").trim();
    say(answer.status === 404 ? page.dataset.gone : words);
    return false;
  }
  const fresh = html.match(/data-back="([^"]*)"/)?.[1];
  for (const id of html.matchAll(/data-segment="([0-9a-f]+)"/g)) own.add(id[1]);
  if (verb === "withdraw") back = "";
  else if (fresh) back = fresh;
  const bar = place(html);
  say(bar.dataset.said);
  const same = from && there(from.dataset.segment);
  const stays = !answer.ok || ["withdraw", "waive", "unwaive"].includes(verb) || same?.classList.contains("waits");
  const to = stays && same ? same : next(same);
  if (to) focus(to);
  else bar.focus({ preventScroll: true });
  return answer.ok;
}

function ask(one, verb, button) {
  close(one);
  const form = document.getElementById(`ask-${verb}`).content.firstElementChild.cloneNode(true);
  Object.assign(form.dataset, { verb, finding: button?.dataset.finding || "", of: button?.dataset.of || one.dataset.digest });
  (verb === "waive" ? button.closest(".finding") : one.querySelector(".verbs")).after(form);
  form.querySelector("textarea").focus();
  form.scrollIntoView({ block: "nearest" });
}

function close(one) {
  for (const form of one.querySelectorAll("form.reason")) form.remove();
}

function send(form) {
  const one = form.closest(".verdict");
  const reason = form.elements.reason.value;
  if (!form.reportValidity()) return;
  tell(form.dataset.verb, one.dataset.segment, { reason, digest: form.dataset.of, finding: form.dataset.finding }, one);
}

function act(one, verb, button) {
  if (verb === "waive" || verb === "send-back") return ask(one, verb, button);
  const digest = button?.dataset.of || one.dataset.digest;
  return tell(verb, one.dataset.segment, { digest, finding: button?.dataset.finding || "" }, one);
}

function approveAll(some, verb, from) {
  const meant = some.filter((one) => (verb === "final" ? can(one, "final") : one.classList.contains("waits")));
  if (!meant.length) return say(page.dataset.nothing);
  return tell(verb, "-", { listed: listed(meant) }, from || meant.at(-1));
}

async function takeBack() {
  if (!back) return say(page.dataset.cannot);
  const first = there(back.split(":")[0]);
  return tell("withdraw", "-", { listed: back }, first);
}

async function shown(segment, opened) {
  const answer = await fetch(`/review/${locale}/${article}?segment=${segment}${opened ? "&open=1" : ""}`, { headers: { "HX-Request": "true" } }).catch(() => null);
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
  if (does === "back") takeBack();
  else if (does === "next") focus(next(inHand()));
  else if (does === "open") toggle(one);
  else if (does === "leave") { close(one); focus(one); }
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
  say(one.querySelector(".objection")?.textContent || page.dataset.cannot);
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
    else say(page.dataset.cannot);
  },
};

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("textarea, input, select, [contenteditable='true']");
  const form = event.target.closest("form.reason");
  if (form && event.key === "Escape") {
    const one = form.closest(".verdict");
    close(one);
    return focus(one);
  }
  if (form && event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    return send(form);
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
  const answer = await post(`/presence/${locale}/${article}`, { segment: inHand()?.dataset.segment || "" }).catch(() => null);
  if (!answer?.ok) return;
  const told = await answer.json();
  for (const sign of page.querySelectorAll(".others")) sign.remove();
  for (const { who, segment } of told.others) {
    const sign = document.createElement("span");
    sign.className = "others";
    sign.textContent = who;
    there(segment)?.append(sign);
  }
  const others = Object.keys(stamp ? told.stamp : {}).filter((id) => stamp[id] !== told.stamp[id] && there(id) && !own.has(id));
  stamp = told.stamp;
  own.clear();
  const isTyping = page.querySelector("form.reason");
  if (others.length > MANY && !isTyping) return location.reload();
  for (const id of others.slice(0, MANY)) {
    const had = there(id).contains(document.activeElement);
    if (there(id).querySelector("form.reason") || !(await shown(id))) continue;
    if (had) focus(there(id));
    if (had) say(page.dataset.changed);
  }
}

// What the checks say may take a moment: it comes when the page is there already.
async function check() {
  if (page.dataset.checked) return;
  document.getElementById("review-bar").dataset.checking = page.dataset.checking;
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
  delete document.getElementById("review-bar").dataset.checking;
  page.dataset.checked = "1";
}

setInterval(() => { if (!document.hidden) pulse(); }, PULSE_MS);
pulse();
check();
focus(page.dataset.chosen ? there(page.dataset.chosen) : waiting()[0]);
if (page.dataset.chosen) { const one = there(page.dataset.chosen); if (one?.classList.contains("shut")) toggle(one); }
