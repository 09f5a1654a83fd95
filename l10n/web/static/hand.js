// What is in hand in an open segment: its texts and its questions, form by form; and what was typed before.
import { nodes, read, toEnd, write } from "./editor.js";
import * as keeping from "./keep.js";

const lost = new WeakMap(); // what an open segment offers of what was typed before

export const editorsOf = (form) => [...form.querySelectorAll(".editor")];
// The editor in hand: the one that was written in last, of plural forms.
export const editorOf = (form) => form?.querySelector(".editor.in-hand") ?? form?.querySelector(".editor") ?? null;
export const sourceOf = (editor) => editor.dataset.source ?? editor.closest(".segment").querySelector(".source").dataset.text;

const named = (name, n) => (n ? `${name}-${n}` : name);
export const seenIn = (form, n) => form.elements[named("seen", n)].value;

function told(form, said) {
  return Object.fromEntries(editorsOf(form).flatMap((one, n) => [[named("target", n), said(one, n)], [named("seen", n), seenIn(form, n)]]));
}

// As a request says it, with what stood there before; and as if nothing had been typed.
export const typedIn = (form) => told(form, read);
export const untyped = (form) => told(form, (_, n) => seenIn(form, n));

export function isTyped(form) {
  return Boolean(form) && editorsOf(form).some((one, n) => read(one) !== seenIn(form, n));
}

// Questions that are others than before.
export function asked(form) {
  const area = form.elements.questions;
  return area && area.value !== (area.dataset.seen ?? area.defaultValue) ? { questions: area.value } : {};
}

// Whether something in it is not saved.
export const isUnsaved = (form) => isTyped(form) || "questions" in asked(form);
// All of it, to be compared.
export const inHandOf = (form) => JSON.stringify({ ...typedIn(form), ...asked(form) });

// --- what was typed before and never saved

export function keep(form) {
  keeping.keep(form.dataset.segment, { texts: editorsOf(form).map(read), ...asked(form) });
}

// Offered in the segment.
export function offer(form) {
  const box = form.querySelector(".rescued");
  const kept = keeping.kept(form.dataset.segment) ?? {};
  const { texts = [], questions } = kept;
  if (!box) return;
  const isText = texts.some((text, n) => editorsOf(form)[n] && text !== read(editorsOf(form)[n]));
  const isQuestion = questions !== undefined && questions !== form.elements.questions.value;
  if (!isText && !isQuestion) return keeping.forget(form.dataset.segment);
  const lines = texts.flatMap((text, n) => [...(n ? [document.createElement("br")] : []), ...nodes(text)]);
  lost.set(form, kept);
  box.querySelector(".lost").replaceChildren(...(isText ? lines : []));
  box.querySelector(".lost-question").textContent = isQuestion ? questions : "";
  box.hidden = false;
}

// Put it back, whatever was typed since it was offered.
export function rescue(form) {
  const { texts = [], questions } = lost.get(form);
  form.querySelector(".rescued").hidden = true;
  if (questions !== undefined) {
    form.elements.questions.value = questions;
    form.elements.questions.closest("details").open = true;
  }
  editorsOf(form).forEach((one, n) => { if ((texts[n] ?? "") !== read(one)) write(one, texts[n] ?? ""); });
  toEnd(editorOf(form));
}

// What was typed since (was: what was in hand then), or is still offered, is offered when it is opened again.
export function putAway(form, was) {
  const { segment } = form.dataset;
  if (inHandOf(form) !== was) keep(form);
  else if (form.querySelector(".rescued:not([hidden])")) keeping.keep(segment, lost.get(form));
  else keeping.forget(segment);
}
