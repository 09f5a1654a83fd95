// The publisher's desk: a sentence clicked in the preview opens its segment; what is missed is shown in the preview.
const frame = document.querySelector("iframe.preview");
const SEGMENT = /^[0-9a-f]{8}$/;

function named(event) {
  const told = event.data;
  if (!frame || event.source !== frame.contentWindow || event.origin !== "null") return "";
  if (typeof told !== "object" || told === null || told.l10n !== "segment" || typeof told.segment !== "string") return "";
  return SEGMENT.test(told.segment) ? told.segment : "";
}

window.addEventListener("message", (event) => {
  const segment = named(event);
  if (segment) location.assign(`${frame.dataset.desk}?segment=${segment}`);
});

// The frame has no origin, so that none can be named; what is sent to it is no secret.
const show = (segment) => frame?.contentWindow.postMessage({ show: segment }, "*");

for (const one of document.querySelectorAll("[data-miss]")) {
  one.addEventListener("mouseenter", () => show(one.dataset.miss));
  one.addEventListener("focusin", () => show(one.dataset.miss));
}

document.querySelector("[data-narrow]")?.addEventListener("click", (event) => {
  const narrow = frame.classList.toggle("narrow");
  event.currentTarget.setAttribute("aria-pressed", String(narrow));
});
