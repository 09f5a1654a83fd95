// Reasons and answers: a form in the segment that they are about; what is typed is kept until it is sent or left.
import * as keeping from "./keep.js";

const page = document.getElementById("review");
const there = (segment) => document.getElementById(`s-${segment}`);
const draft = (verb, segment, finding) => `${verb} ${segment} ${finding || ""}`;
const draftOf = (form) => draft(form.dataset.verb, form.closest(".verdict").dataset.segment, form.dataset.finding);

export const ASKING = ["waive", "send-back", "answer"];

export function ask(one, verb, button = one.querySelector(`[data-verb=${verb}]`)) {
  close(one);
  const form = document.getElementById(`ask-${verb}`).content.firstElementChild.cloneNode(true);
  Object.assign(form.dataset, { verb, finding: button?.dataset.finding || "", of: button?.dataset.of || one.dataset.digest });
  (button?.closest(".finding, .question") || one.querySelector(".verdict > .verbs")).after(form);
  const field = form.querySelector("textarea");
  field.value = keeping.kept(draftOf(form)) || "";
  field.focus();
  form.scrollIntoView({ block: "nearest" });
}

export function close(one) {
  for (const form of one.querySelectorAll("form.reason")) form.remove();
}

// The segment of a form that is left, with what was typed in it.
export function leave(form) {
  const one = form.closest(".verdict");
  keeping.forget(draftOf(form));
  close(one);
  return one;
}

export function sent(verb, segment, finding) {
  keeping.forget(draft(verb, segment, finding));
}

// Forms that were open when their segment, or the whole page, was put up anew.
export function reopen() {
  for (const name of keeping.all()) {
    const [verb, segment, finding] = name.split(" ");
    const one = there(segment);
    const button = one?.querySelector(`[data-verb=${verb}]${finding ? `[data-finding="${finding}"]` : ""}`);
    if (button && !one.querySelector("form.reason")) ask(one, verb, button);
  }
}

page.addEventListener("input", (event) => {
  const form = event.target.closest("form.reason");
  if (form) keeping.keep(draftOf(form), event.target.value);
});
