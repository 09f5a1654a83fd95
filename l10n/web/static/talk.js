// What every script needs: speech to those who listen, requests that bear the token, the table of keys.
const live = document.getElementById("said");
let silence;

export function say(text) {
  live.textContent = "";
  clearTimeout(silence);
  requestAnimationFrame(() => { live.textContent = text; });
  silence = setTimeout(() => { live.textContent = ""; }, 5000);
}

// To a question that wrote nothing, or of which nobody knows.
export function sayNoAnswer() {
  say(document.body.dataset.silent);
}

export async function post(address, fields = {}, signal = undefined) {
  return fetch(address, {
    method: "POST",
    signal,
    headers: { "X-CSRF-Token": document.body.dataset.csrf, "HX-Request": "true" },
    body: new URLSearchParams(fields),
  });
}

export function showKeys() {
  document.getElementById("keys").showModal();
}
