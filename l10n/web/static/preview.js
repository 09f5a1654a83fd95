// In the frame of a preview: a sentence that is clicked says its segment to the page around; nothing else goes out.
// The article may call its elements after what document has, so that only window and prototypes are used.
(() => {
  const home = location.origin;
  const all = () => [...Document.prototype.querySelectorAll.call(document, "[data-segment]")];
  const of = (event) => (event.target instanceof Element ? Element.prototype.closest.call(event.target, "[data-segment]") : null);
  const tell = (one) => parent.postMessage({ l10n: "segment", segment: Element.prototype.getAttribute.call(one, "data-segment") }, home);
  const on = (name, does) => window.addEventListener(name, does, true);

  on("click", (event) => {
    event.preventDefault();
    const one = of(event);
    if (one && getSelection().isCollapsed) tell(one);
  });
  on("auxclick", (event) => event.preventDefault());
  on("submit", (event) => event.preventDefault());
  on("dragstart", (event) => event.preventDefault());
  on("keydown", (event) => {
    const one = of(event);
    if (event.key === "Enter") {
      event.preventDefault();
      if (one) tell(one);
    } else if (["ArrowDown", "ArrowUp"].includes(event.key) && one) {
      const some = all();
      const next = some[some.indexOf(one) + (event.key === "ArrowDown" ? 1 : -1)];
      if (!next) return;
      event.preventDefault();
      enter(next);
      next.focus();
    }
  });

  // One sentence at a time can be tabbed to; arrows lead to the others.
  function enter(one) {
    for (const other of all()) other.tabIndex = other === one ? 0 : -1;
  }
  on("DOMContentLoaded", () => {
    const some = all();
    for (const one of some) Element.prototype.setAttribute.call(one, "role", "link");
    if (some.length) enter(some[0]);
  });
  on("message", (event) => {
    if (event.source !== parent || event.origin !== home || typeof event.data?.show !== "string") return;
    for (const one of all()) {
      const is = Element.prototype.getAttribute.call(one, "data-segment") === event.data.show;
      Element.prototype.toggleAttribute.call(one, "data-shown", is);
      if (is) Element.prototype.scrollIntoView.call(one, { block: "center" });
    }
  });
})();
