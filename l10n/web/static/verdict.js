// What an editor says, on its way to the workbench: one after the other, each once; what can be taken back; and what
// became of that to which no answer came.
import { post } from "./talk.js";

export const PATIENCE_MS = 20_000;
const KEPT = 100; // steps that can be taken back
const name = `l10n steps ${location.pathname}`;
let turn = Promise.resolve();
let kept = [];

// --- what can be taken back, the latest last; the browser keeps it where it puts the page away

export function steps() {
  try {
    return JSON.parse(sessionStorage.getItem(name) || "[]");
  } catch {
    return kept;
  }
}

function keep(some) {
  kept = some.slice(-KEPT);
  try {
    sessionStorage.setItem(name, JSON.stringify(kept));
  } catch { /* they last as long as the page */ }
}

// Remember what a verb did, and forget what is taken back now.
export function did(verb, segment, fields, back) {
  const said = verb === "undo" || verb === "withdraw" ? (fields.listed || `${segment}:${fields.digest}`).split(" ") : [];
  const left = (one) => ({ ...one, fields: { ...one.fields, listed: one.fields.listed?.split(" ").filter((pair) => !said.includes(pair)).join(" ") } });
  let some = steps();
  if (verb === "undo") some = [...some.slice(0, -1), ...some.slice(-1).map(left)];
  else if (verb === "withdraw") some = some.map(left);
  else if (verb === "unwaive") some = some.filter((one) => one.segment !== segment || one.fields.finding !== fields.finding);
  else if (verb === "waive") some.push({ verb: "unwaive", segment, fields: { finding: fields.finding, digest: fields.digest } });
  else if (back) some.push({ verb: "undo", segment: "-", fields: { listed: back } });
  keep(some.filter((one) => one.verb !== "undo" || one.fields.listed));
}

export function drop() {
  keep(steps().slice(0, -1));
}

// --- on the way

// {ok, html}: parts of the page; {words}: what is wrong; {away}: it knows this browser no more; null: no answer.
export function tell(path, fields) {
  const mine = turn.then(() => sent(path, fields));
  turn = mine;
  return mine;
}

async function sent(path, fields) {
  try {
    const answer = await post(path, fields, AbortSignal.timeout(PATIENCE_MS));
    const html = await answer.text();
    const away = answer.headers.get("hx-redirect");
    if (away) return { away };
    const page = new DOMParser().parseFromString(html, "text/html");
    if (page.getElementById("review-bar")) return { ok: answer.ok, html };
    const words = page.body.textContent.replace(/\s+/g, " ").trim();
    return { words, isGone: answer.status === 404 };
  } catch {
    return null;
  }
}

// --- what became of it

// Whether a verb was done, by what the segments say now and said before; `before` is by id what this editor said then.
export function wasDone(verb, fields, segments, before) {
  return segments.every((one) => {
    const word = one?.dataset.mine;
    if (verb === "approve") return word === "approve" || word === "final";
    if (verb === "final" || verb === "send-back") return word === verb;
    if (verb === "waive" || verb === "unwaive") return Boolean(one?.querySelector(`[data-verb=unwaive][data-finding="${fields.finding}"]`)) === (verb === "waive");
    if (verb === "answer") return !one?.classList.contains("asks");
    if (verb === "accept") return !one?.dataset.can.split(" ").includes("accept");
    return word !== before[one?.dataset.segment];
  });
}
