// The palette (Ctrl K, /), the list of shortcuts (?), and single keys. Each is a link or a button too: nothing works
// by a key alone. Single keys never act inside fields and can be switched off (the cookie `keys`).
const palette = document.querySelector("[data-palette]");
const list = document.querySelector("[data-shortcuts]");
const FIELDS = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";
const isOff = () => /(^|; )keys=off/.test(document.cookie);
let first = ""; // the letter before, for "g e"

// A page of its own, shown over this one: the part that its address gives alone.
async function show(address, id) {
  const answer = await fetch(address, { headers: { "HX-Request": "true", "HX-Target": id } });
  if (!answer.ok || answer.redirected) { location.assign(address); return null; }
  const dialog = document.createElement("dialog");
  dialog.className = "over";
  dialog.innerHTML = await answer.text();
  const title = dialog.querySelector("section");
  dialog.setAttribute("aria-label", title.getAttribute("aria-label") ?? "Shortcuts");
  const before = document.activeElement;
  dialog.addEventListener("close", () => { dialog.remove(); before?.focus?.(); });
  dialog.addEventListener("click", (e) => {
    if (e.target === dialog || e.target.closest("[data-close]")) { e.preventDefault(); dialog.close(); }
  });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

async function openPalette() {
  if (document.querySelector("dialog[open]")) return;
  const dialog = await show(palette.href, "palette");
  if (dialog) watch(dialog);
}

function watch(dialog) {
  const input = dialog.querySelector("input");
  let asked = 0, timer;
  choose(dialog, 0);
  input.focus();
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const mine = ++asked;
      const answer = await fetch(`${palette.href}?q=${encodeURIComponent(input.value)}`, {
        headers: { "HX-Request": "true", "HX-Target": "palette" },
      });
      if (mine !== asked || !answer.ok) return; // a later one is on its way
      const found = new DOMParser().parseFromString(await answer.text(), "text/html");
      dialog.querySelector(".res").replaceChildren(...found.querySelector(".res").childNodes);
      choose(dialog, 0);
    }, 120);
  });
  dialog.addEventListener("keydown", (e) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[e.key];
    const items = [...dialog.querySelectorAll(".res li")];
    const at = items.findIndex((item) => item.classList.contains("on"));
    if (step && items.length) {
      e.preventDefault();
      choose(dialog, (at + step + items.length) % items.length);
    }
    if (e.key === "Escape") { e.preventDefault(); dialog.close(); } // a search field would first empty itself
    if (e.key === "Enter" && e.target === input) {
      e.preventDefault();
      const link = items[at]?.querySelector("a");
      if (link && e.ctrlKey) open(link.href, "_blank", "noopener");
      else link?.click();
    }
  });
}

function choose(dialog, at) {
  const input = dialog.querySelector("input");
  dialog.querySelectorAll(".res li").forEach((item, number) => {
    item.classList.toggle("on", number === at);
    item.firstElementChild.id = `found-${number}`;
    if (number === at) item.scrollIntoView({ block: "nearest" });
  });
  input.setAttribute("aria-activedescendant", `found-${at}`);
}

palette?.addEventListener("click", (e) => {
  if (e.ctrlKey || e.metaKey || e.shiftKey) return;
  e.preventDefault();
  openPalette();
});
list?.addEventListener("click", (e) => {
  if (e.ctrlKey || e.metaKey || e.shiftKey) return;
  e.preventDefault();
  show(list.href, "shortcuts");
});

addEventListener("keydown", (e) => {
  if (!palette || e.defaultPrevented) return;
  if ((e.ctrlKey || e.metaKey) && !e.altKey && !e.shiftKey && e.key.toLowerCase() === "k") {
    e.preventDefault();
    openPalette();
    return;
  }
  if (e.ctrlKey || e.metaKey || e.altKey || isOff() || e.target.closest?.(FIELDS)) return;
  if (document.querySelector("dialog[open]")) return;
  const pair = `${first} ${e.key}`;
  first = e.key === "g" ? "g" : "";
  const places = { "g e": "[data-go=e]", "g t": "[data-go=t]", "g a": "[data-go=a]", "g h": "[data-go=h]" };
  if (places[pair]) {
    e.preventDefault();
    e.stopImmediatePropagation(); // "e" alone edits where one can edit
    document.querySelector(places[pair])?.click();
  }
  else if (e.key === "/") { e.preventDefault(); openPalette(); }
  else if (e.key === "?") { e.preventDefault(); show(list.href, "shortcuts"); }
  else inList(e);
}, true);

// j, k, x in the list of experiments; Enter opens the link that has the focus by itself.
function inList(e) {
  const rows = [...document.querySelectorAll(".xlist .x")];
  if (!rows.length) return;
  const at = rows.findIndex((row) => row.contains(document.activeElement));
  if (e.key === "j" || e.key === "k") {
    const next = rows[e.key === "j" ? Math.min(at + 1, rows.length - 1) : Math.max(at - 1, 0)];
    next.querySelector(".cover").focus();
  }
  if (e.key === "x" && at >= 0) rows[at].querySelector("input")?.click();
  if (e.key === "n") document.querySelector("[data-key=n]")?.click();
}
