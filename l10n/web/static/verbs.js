// What can be done with a segment, by a button or a key.
import { post, say, sayNoAnswer } from "./talk.js";
import { insert, judged, read, toEnd, wrap, write } from "./editor.js";
import * as keeping from "./keep.js";
import { asked, editorOf, editorsOf, isTyped, rescue, sourceOf, typedIn } from "./hand.js";
import { address, anew, byId, close, counted, current, desk, leave, open, opened, retry, sent, theirs, unsaved, words } from "./segments.js";

// The next finding: in the open segment first, then in those after it.
export function nextFinding() {
  const signs = [...desk.querySelectorAll(".finding:not([hidden]), .sign.bad, .note")];
  const here = document.activeElement;
  const next = signs.find((one) => here.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING && !one.contains(here)) || signs[0];
  if (!next) return say(desk.dataset.none);
  const one = next.closest(".segment");
  if (one?.classList.contains("open")) {
    next.tabIndex = -1;
    next.focus();
  } else open(one);
}

// What is typed and not saved is saved first: nothing that nobody saw on the page is taken back.
export async function undo(_form, verb = "undo") {
  const had = isTyped(opened());
  if (!(await leave()) || had) return;
  const answer = await post(address(verb)).catch(() => null);
  if (!answer) return sayNoAnswer();
  const told = await answer.json();
  say(told.said);
  if ("done" in told) counted(told.done);
  await anew(told.segments || []);
  byId(told.segment)?.focus();
}

async function together(form, where, fields) {
  const answer = await sent(form, where, fields);
  if (answer === null) {
    unsaved(form, editorOf(form) ? desk.dataset.unreachable : document.body.dataset.silent);
    return editorOf(form) && retry(form);
  }
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
  counted(told.done);
  await anew(told.segments);
  await open(byId(told.open));
  say(told.said);
}

// --- what an editor says: through the editor's desk, of exactly the text that stands here

export async function review(verb, fields = {}) {
  const segment = current()?.dataset.segment;
  if (!segment) return say(desk.dataset.none);
  if (!desk.dataset.review) return say(desk.dataset.noEditor);
  if (!(await leave())) return;
  const body = new URLSearchParams({ digest: byId(segment).dataset.digest, ...fields });
  const headers = { "X-CSRF-Token": document.body.dataset.csrf, Accept: "application/json" };
  const answer = await fetch(address(`review/${verb}`, segment), { method: "POST", headers, body }).catch(() => null);
  if (!answer) return sayNoAnswer();
  const told = await answer.json().catch(() => ({}));
  say(told.said || told.title || desk.dataset.none);
  await anew([segment]);
  byId(segment).focus();
}

export function sendBack() {
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

export function missingCode(form) {
  const editor = editorOf(form);
  const { missing } = judged(sourceOf(editor), read(editor));
  const [first] = missing;
  if (!first) return;
  const second = first.replace("<", "</");
  if (!first.startsWith("</") && missing.includes(second)) {
    return wrap(editor, first, second);
  }
  insert(editor, first);
}

// Put in what a panel offers; a draft that is taken over is known as one.
export function take(form, button) {
  const editor = editorOf(form);
  if (!editor || editor.contentEditable !== "true") return;
  const text = button.dataset.insert;
  if ("origin" in button.dataset) {
    form.dataset.made = text;
    form.dataset.origin = button.dataset.origin;
    write(editor, text);
  } else insert(editor, text);
}

// The source into the editor in hand, and of plural forms into every other one that is empty.
function copy(form) {
  const editor = editorOf(form);
  for (const one of editorsOf(form)) if (one !== editor && !read(one)) write(one, sourceOf(one));
  write(editor, sourceOf(editor));
}

export const verbs = {
  save: () => leave({ stand: "1" }),
  later: () => leave({ later: "1" }),
  close: (form) => close(form),
  copy: (form) => editorOf(form) && copy(form),
  code: missingCode,
  join: (form) => (editorOf(form) ? together(form, form.dataset.join, { ...typedIn(form), ...asked(form) }) : together(form, form.dataset.part, {})),
  part: (form) => together(form, form.dataset.part, {}),
  whole: (form) => editorOf(form) && together(form, form.dataset.join, { ...typedIn(form), ...asked(form), whole: "1" }),
  head: async (form) => {
    const head = form.dataset.head;
    if (await leave()) open(byId(head));
  },
  theirs: (form) => (form.classList.contains("stale") ? theirs(form) : say(desk.dataset.none)),
  rescue,
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
  const code = event.target.closest(".source-side > .source .code")?.dataset.code;
  if (form && action) verbs[action](form);
  else if (form && offered) take(form, offered);
  else if (form && code && editorOf(form)?.contentEditable === "true") insert(editorOf(form), code);
  else if (form && name) {
    const row = [...form.querySelectorAll(".name-row")].find((one) => one.dataset.name === name);
    const button = row?.querySelector(".insert");
    if (button) take(form, button);
  } else if (!form && !getSelection().toString()) open(event.target.closest(".segment"));
});

