// What was typed and is not saved yet, kept by the browser until it is: a server that dies loses no text.
const name = (segment) => `l10n ${location.pathname} ${segment}`;

export function keep(segment, typed) {
  try {
    sessionStorage.setItem(name(segment), JSON.stringify(typed));
  } catch { /* the browser keeps nothing: the editor still has the text */ }
}

export function forget(segment) {
  try {
    sessionStorage.removeItem(name(segment));
  } catch { /* there is nothing to forget */ }
}

// What is kept of a segment, as it was given; null where nothing is.
export function kept(segment) {
  try {
    return JSON.parse(sessionStorage.getItem(name(segment)) || "null");
  } catch {
    return null;
  }
}

// The segments of this page of which something is kept.
export function all() {
  const start = name("");
  try {
    return Object.keys(sessionStorage).filter((one) => one.startsWith(start)).map((one) => one.slice(start.length));
  } catch {
    return [];
  }
}
