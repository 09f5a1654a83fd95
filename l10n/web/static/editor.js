// The editor of one text: words that are typed, and inline codes as chips that stay whole.
// Its own steps back and forth, because a browser forgets them where a script puts something in.
const CODE = /(<\/?(?:[a-z][a-z0-9]{0,15}?[0-9]{1,6}\/?|foreign)>|<joined\/>)/;
const KIND = "text/x-l10n";
const PAUSE_MS = 800;
const steps = new WeakMap();
const places = new WeakMap();

export function chip(code) {
  const one = document.createElement("span");
  one.className = "code";
  one.dataset.code = code;
  one.contentEditable = "false";
  one.textContent = code.replace(/[<>]/g, "");
  return one;
}

// Words as a catalog has them: what would read as a code is escaped.
export function escaped(words) {
  return words
    .replace(/&(?=(?:lt|amp);)/g, "&amp;")
    .replace(/<(?=\/?[a-z][a-z0-9]{0,15}?[0-9]{1,6}\/?>|joined\/>|\/?foreign>)/g, "&lt;");
}

function plain(words) {
  return words.replace(/&lt;|&amp;/g, (one) => (one === "&lt;" ? "<" : "&"));
}

// A text as it is shown: words, and chips.
export function nodes(text) {
  return text.split(CODE).filter(Boolean).map((piece) => (CODE.test(piece) ? chip(piece) : document.createTextNode(plain(piece))));
}

// A piece of a document as a catalog has it.
function spelt(node) {
  let text = "";
  const walk = (one) => {
    if (one.nodeType === Node.TEXT_NODE) text += escaped(one.data);
    else if (one.dataset?.code) text += one.dataset.code;
    else if (one.nodeName === "BR") text += "\n";
    else {
      if (one.nodeName === "DIV" && text && !text.endsWith("\n")) text += "\n";
      one.childNodes.forEach(walk);
    }
  };
  node.childNodes.forEach(walk);
  return text.replace(/\u200b/g, "");
}

// The text of an editor, with its codes.
export function read(editor) {
  return spelt(editor).trim();
}

// Put a text into an editor; what was there can be had back.
export function write(editor, text) {
  remember(editor);
  editor.replaceChildren(...nodes(text));
  toEnd(editor);
  changed(editor);
}

// Put a text where the cursor is; what was selected goes.
export function insert(editor, text) {
  remember(editor);
  const range = selected(editor);
  range.deleteContents();
  const pieces = nodes(text);
  const last = pieces.at(-1);
  for (const piece of pieces.reverse()) range.insertNode(piece);
  if (last) after(last);
  changed(editor);
}

// Put codes around what is selected; where nothing is, the cursor is between them.
export function wrap(editor, first, second) {
  remember(editor);
  const range = selected(editor);
  const nothing = range.collapsed;
  const end = range.cloneRange();
  end.collapse(false);
  const last = chip(second);
  end.insertNode(last);
  range.collapse(true);
  const begin = chip(first);
  range.insertNode(begin);
  if (nothing) begin.after("\u200b"); // without a letter between two chips a browser has no place for the cursor
  after(nothing ? begin.nextSibling : last);
  changed(editor);
}

// Where the cursor is, or was before it went elsewhere: into a panel, or to the source.
function selected(editor) {
  const selection = getSelection();
  const here = selection.rangeCount && editor.contains(selection.anchorNode);
  const range = here ? selection.getRangeAt(0) : places.get(editor);
  editor.focus();
  if (range && editor.contains(range.startContainer)) take(range);
  else toEnd(editor);
  return selection.getRangeAt(0);
}

document.addEventListener("selectionchange", () => {
  const selection = getSelection();
  const node = selection.anchorNode;
  const editor = (node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement)?.closest(".editor");
  if (editor && selection.rangeCount) places.set(editor, selection.getRangeAt(0).cloneRange());
});

function after(node) {
  const range = document.createRange();
  range.setStartAfter(node);
  range.collapse(true);
  take(range);
}

function take(range) {
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
}

function changed(editor) {
  editor.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

export function toEnd(editor) {
  editor.focus();
  const range = document.createRange();
  range.selectNodeContents(editor);
  range.collapse(false);
  take(range);
}

function hasSelection(editor) {
  const selection = getSelection();
  return editor.contains(selection.anchorNode) && !selection.isCollapsed;
}

// --- steps back and forth

// Where the cursor is: characters and codes before it.
function place(editor) {
  const selection = getSelection();
  if (!selection.rangeCount || !editor.contains(selection.focusNode)) return -1;
  const range = document.createRange();
  range.selectNodeContents(editor);
  range.setEnd(selection.focusNode, selection.focusOffset);
  const box = document.createElement("div");
  box.append(range.cloneContents());
  for (const one of box.querySelectorAll(".code")) one.replaceWith("\u0001");
  return box.textContent.length;
}

function goTo(editor, at) {
  if (at < 0) return toEnd(editor);
  let left = at;
  const range = document.createRange();
  for (const node of editor.childNodes) {
    const size = node.nodeType === Node.TEXT_NODE ? node.data.length : node.dataset?.code ? 1 : node.textContent.length;
    if (left <= size) {
      if (node.nodeType === Node.TEXT_NODE) range.setStart(node, left);
      else if (left) range.setStartAfter(node);
      else range.setStartBefore(node);
      range.collapse(true);
      return take(range);
    }
    left -= size;
  }
  toEnd(editor);
}

function now(editor) {
  return { text: spelt(editor), at: place(editor) };
}

function remember(editor) {
  const known = steps.get(editor);
  if (!known) return;
  if (known.back.at(-1)?.text !== spelt(editor)) known.back.push(now(editor));
  known.forth = [];
  known.kind = "";
}

function step(editor, from, to) {
  const wanted = from.pop();
  if (!wanted) return;
  to.push(now(editor));
  editor.replaceChildren(...nodes(wanted.text));
  editor.focus();
  goTo(editor, wanted.at);
  const known = steps.get(editor);
  known.kind = "";
  changed(editor);
}

export function back(editor) {
  const known = steps.get(editor);
  if (known.back.at(-1)?.text === spelt(editor)) known.back.pop();
  step(editor, known.back, known.forth);
}

export function forth(editor) {
  const known = steps.get(editor);
  step(editor, known.forth, known.back);
}

// --- codes

// What is wrong with the codes of a text, as { word, codes }, and which are missing, each once.
export function judged(source, text) {
  const wanted = source.split(CODE).filter((one) => CODE.test(one));
  const there = text.split(CODE).filter((one) => CODE.test(one));
  const missing = wanted.filter((one) => !there.includes(one));
  const other = there.find((one) => !wanted.includes(one));
  const twice = there.find((one, n) => there.indexOf(one) !== n);
  let fault = null;
  if (missing.length) fault = { word: "missing", codes: missing };
  else if (other) fault = { word: "other", codes: [other] };
  else if (twice) fault = { word: "twice", codes: [twice] };
  else {
    const open = [];
    for (const one of there) {
      if (one.endsWith("/>")) continue;
      if (!one.startsWith("</")) open.push(one.slice(1));
      else if (open.pop() !== one.slice(2)) { fault = { word: "order", codes: [one] }; break; }
    }
  }
  return { fault: text ? fault : null, missing };
}

// Mark codes whose other half is not there, by more than colour: they are crossed out.
export function markHalves(editor) {
  const there = [...editor.querySelectorAll(".code")];
  const names = new Set(there.map((one) => one.dataset.code));
  for (const one of there) {
    const code = one.dataset.code;
    const half = code.endsWith("/>") ? code : code.startsWith("</") ? code.replace("</", "<") : code.replace("<", "</");
    one.classList.toggle("half", !names.has(half));
  }
}

// --- making an element an editor

export function prepare(editor, told = {}) {
  for (const one of editor.querySelectorAll(".code")) one.contentEditable = "false";
  steps.set(editor, { back: [], forth: [], kind: "", when: 0 });
  editor.addEventListener("beforeinput", (event) => before(editor, event, told));
  editor.addEventListener("compositionstart", () => remember(editor));
  editor.addEventListener("input", (event) => { if (!event.isComposing) markHalves(editor); });
  editor.addEventListener("paste", (event) => pasted(editor, event));
  editor.addEventListener("copy", (event) => copied(editor, event));
  editor.addEventListener("cut", (event) => {
    if (!copied(editor, event)) return;
    remember(editor);
    getSelection().getRangeAt(0).deleteContents();
    changed(editor);
  });
  editor.addEventListener("drop", (event) => event.preventDefault());
  editor.addEventListener("dragstart", (event) => event.preventDefault());
}

function before(editor, event, told) {
  const kind = event.inputType;
  if (event.isComposing || kind === "insertCompositionText") return;
  if (kind === "historyUndo" || kind === "historyRedo") {
    event.preventDefault();
    (kind === "historyUndo" ? back : forth)(editor);
  } else if (kind === "insertParagraph" || kind === "insertLineBreak") {
    event.preventDefault();
    if (told.lines) insert(editor, "\n");
    else told.refused?.();
  } else if (kind.startsWith("format") || kind === "insertFromDrop" || kind === "insertLink") {
    event.preventDefault();
  } else {
    const known = steps.get(editor);
    const group = kind + (/\s/.test(event.data || "") ? " " : "");
    if (group !== known.kind || Date.now() - known.when > PAUSE_MS) remember(editor);
    known.kind = kind;
    known.when = Date.now();
    known.forth = [];
  }
}

function copied(editor, event) {
  if (!hasSelection(editor)) return false;
  event.preventDefault();
  const box = document.createElement("div");
  box.append(getSelection().getRangeAt(0).cloneContents());
  const text = spelt(box);
  event.clipboardData.setData(KIND, text);
  event.clipboardData.setData("text/plain", plain(text));
  return true;
}

function pasted(editor, event) {
  event.preventDefault();
  const ours = event.clipboardData.getData(KIND);
  const words = event.clipboardData.getData("text/plain").replace(/\s*\r?\n\s*/g, " ");
  if (ours || words) insert(editor, ours || escaped(words));
}
