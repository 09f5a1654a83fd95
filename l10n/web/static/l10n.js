// What every page has: forms that send themselves, themes, keys; and the scripts of the page.
import { post, sayNoAnswer, showKeys } from "./talk.js";

document.addEventListener("change", (event) => {
  if (event.target.matches("[data-submits]")) event.target.form.requestSubmit();
});

document.addEventListener("click", async (event) => {
  if (event.target.closest("[data-keys]")) showKeys();
  if (event.target.closest("[data-theme-next]")) {
    const dark = document.documentElement.dataset.theme
      ? document.documentElement.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    document.documentElement.dataset.theme = dark ? "light" : "dark";
    await post("/manner", { theme: dark ? "light" : "dark", next: "/" });
  }
});

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("[contenteditable='true'], input, textarea, select");
  if (event.key === "?" && !typing && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    showKeys();
  }
});

document.addEventListener("htmx:sendError", (event) => {
  event.target.removeAttribute("aria-busy");
  sayNoAnswer();
});

// Scripts of a page; who waits for them (a test, an impatient typist) sees when they are there.
if (document.getElementById("desk")) {
  await import("./desk.js");
  await Promise.all([import("./findings.js"), import("./side.js")]);
}
if (document.getElementById("publish")) await import("./publish.js");
if (document.querySelector("[data-names]")) await import("./names.js");
document.documentElement.dataset.ready = "";
