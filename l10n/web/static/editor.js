// The editor of one text: words that are typed, and inline codes as chips that stay whole.
const CODE = /(<\/?[a-z][a-z0-9]{0,15}?[0-9]{1,6}\/?>)/;

export function chip(code) {
  const one = document.createElement("span");
  one.className = "code";
  one.dataset.code = code;
  one.contentEditable = "false";
  one.textContent = code.replace(/[<>]/g, "");
  return one;
}

// Words as a catalog has them: what would read as a code is escaped.
function escaped(words) {
  return words
    .replace(/&(?=(?:lt|amp);)/g, "&amp;")
    .replace(/<(?=\/?[a-z][a-z0-9]{0,15}?[0-9]{1,6}\/?>|joined\/>|\/?foreign>)/g, "&lt;");
}

function plain(words) {
  return words.replace(/&lt;|&amp;/g, (one) => (one === "&lt;" ? "<" : "&"));
}

// The text of an editor, with its codes.
export function read(editor) {
  let text = "";
  const walk = (node) => {
    if (node.nodeType === Node.TEXT_NODE) text += escaped(node.data);
    else if (node.dataset?.code) text += node.dataset.code;
    else if (node.nodeName === "BR") text += "\n";
    else {
      if (node.nodeName === "DIV" && text && !text.endsWith("\n")) text += "\n";
      node.childNodes.forEach(walk);
    }
  };
  editor.childNodes.forEach(walk);
  return text.replace(/\u200b/g, "").trim();
}

// Put a text into an editor.
export function write(editor, text) {
  editor.replaceChildren(...text.split(CODE).filter(Boolean).map((piece) => (CODE.test(piece) ? chip(piece) : document.createTextNode(plain(piece)))));
}

// Put a text where the cursor is; what was selected goes.
export function insert(editor, text) {
  editor.focus();
  const selection = getSelection();
  if (!selection.rangeCount || !editor.contains(selection.anchorNode)) toEnd(editor);
  const range = selection.getRangeAt(0);
  range.deleteContents();
  const pieces = text.split(CODE).filter(Boolean).map((piece) => (CODE.test(piece) ? chip(piece) : document.createTextNode(plain(piece))));
  const last = pieces.at(-1);
  for (const piece of pieces.reverse()) range.insertNode(piece);
  if (last) {
    range.setStartAfter(last);
    range.collapse(true);
    selection.removeAllRanges();
    selection.addRange(range);
  }
  editor.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

export function toEnd(editor) {
  editor.focus();
  const range = document.createRange();
  range.selectNodeContents(editor);
  range.collapse(false);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
}

// Make an element an editor: codes cannot be broken, what is pasted is words alone.
export function prepare(editor) {
  for (const one of editor.querySelectorAll(".code")) one.contentEditable = "false";
  editor.addEventListener("paste", (event) => {
    event.preventDefault();
    insert(editor, escaped(event.clipboardData.getData("text/plain")));
  });
  editor.addEventListener("drop", (event) => event.preventDefault());
}
