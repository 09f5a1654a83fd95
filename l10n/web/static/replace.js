// Find and replace: what is open is saved first, the chosen places are sent, and what changed is shown anew.
import { anew, leave } from "./segments.js";

const boxes = (form) => [...form.querySelectorAll("[data-spot]")];

export function begin(side) {
  side.addEventListener("htmx:confirm", (event) => {
    if (!event.target.matches("form[data-leaves]")) return;
    event.preventDefault();
    leave().then((done) => { if (done) event.detail.issueRequest(true); });
  });
  side.addEventListener("htmx:configRequest", (event) => {
    const form = event.target;
    if (!form.matches("form[data-chooses]")) return;
    event.detail.parameters.chosen = boxes(form).filter((one) => one.checked).map((one) => one.dataset.spot).join("\n");
  });
  side.addEventListener("htmx:afterSwap", () => {
    const done = side.querySelector(".done[data-changed]");
    if (!done || done.dataset.shown) return;
    done.dataset.shown = "1";
    anew(JSON.parse(done.dataset.changed));
    side.querySelector("#side-q")?.focus();
  });
  side.addEventListener("click", (event) => {
    if (!event.target.closest("[data-all]")) return;
    const all = boxes(event.target.closest("form")).filter((one) => !("approved" in one.dataset));
    const wanted = !all.every((one) => one.checked);
    for (const one of all) one.checked = wanted;
  });
}

export function apply(side) {
  side.querySelector("form[data-chooses]")?.requestSubmit();
}
