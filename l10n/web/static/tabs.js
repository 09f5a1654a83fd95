// Other tabs of this browser on the same article: who has one segment open in two of them is told so in both.
import { say } from "./talk.js";

const desk = document.getElementById("desk");
const channel = new BroadcastChannel(`l10n ${location.pathname}`);
const tab = Math.random().toString(36);
const elsewhere = new Map();
let here = "";

// This tab is in a segment now, or ("") in none: the others are asked where they are.
export function at(segment) {
  if (segment !== here) {
    here = segment;
    elsewhere.clear();
    channel.postMessage({ tab, segment, asks: true });
  }
  show();
}

channel.addEventListener("message", ({ data }) => {
  elsewhere.set(data.tab, data.segment);
  if (data.asks && here) channel.postMessage({ tab, segment: here, asks: false });
  show();
});

function show() {
  const sign = desk.querySelector(".another-tab");
  const form = here && [...elsewhere.values()].includes(here) ? document.getElementById(`s-${here}`) : null;
  if (sign?.parentElement === form) return;
  sign?.remove();
  if (!form) return;
  const made = document.createElement("span");
  made.className = "others another-tab";
  made.textContent = desk.dataset.tab;
  form.append(made);
  say(desk.dataset.tab);
}

window.addEventListener("pagehide", () => at(""));
