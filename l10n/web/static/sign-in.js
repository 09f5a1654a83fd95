// A link brings the invitation behind `#`, which no server and no log gets to see: it goes into the form, and out of sight.
const said = decodeURIComponent(location.hash.slice(1));
if (said) {
  document.getElementById("invitation").value = said;
  history.replaceState(null, "", location.pathname + location.search);
}
