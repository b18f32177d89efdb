// The edit page: shows a change at once and says whether it is saved, keys for what has a button, the focus where it was.
// All of it works without this: each button is a form.
const IN_FIELD = "input, textarea, select, [contenteditable]";
const WAIT = 2000;
const SETTLED = 60; // more than the 20 ms that htmx takes to bring what it exchanged to life
const underway = new Set(); // changes that are not saved yet
const later = []; // buttons that were pressed meanwhile
const saved = () => document.getElementById("saved");
let wanted = []; // ids of the element that had the focus before a part was exchanged, and of its line

const say = (words) => { if (saved()) saved().textContent = words; };

// -- a change shows before it is saved -------------------------------------------------------------
const LOOKS = { pin: ["pinned", true], unpin: ["pinned", false], hide: ["hid", true], show: ["hid", false], wrong: ["wrong", true] };

function show(form, value, back = false) {
  const [name, on] = LOOKS[value] ?? [];
  if (name) form.closest(".st")?.classList.toggle(name, back ? !on : on);
}

addEventListener("htmx:beforeRequest", (e) => {
  const form = e.detail.elt.closest("form");
  if (!form) return;
  wanted = [document.activeElement?.id, form.closest(".st")?.id].filter(Boolean);
  if (e.detail.requestConfig.verb !== "post") return;
  underway.add(e.detail.xhr);
  say("Saving…");
  show(form, e.detail.requestConfig.formData?.get("do"));
});
addEventListener("htmx:afterRequest", (e) => {
  setTimeout(() => { underway.delete(e.detail.xhr); pressLater(); }, SETTLED);
  const form = e.detail.elt.closest("form");
  if (e.detail.requestConfig.verb !== "post" || !form || e.detail.successful) return;
  const value = e.detail.requestConfig.formData?.get("do");
  show(form, value, true);
  if (e.detail.xhr.status >= 400) return say("Not saved. Load the page anew.");
  say("Not saved, trying again");
  setTimeout(() => form.isConnected && (form.querySelector(`[name="do"][value="${value}"]:not([type="hidden"])`)?.click() ?? htmx.trigger(form, "change")), WAIT);
});
// -- one change after the other --------------------------------------------------------------------
// What is saved exchanges its line and the buttons of undo: one that was pressed meanwhile is looked for again then.
addEventListener("click", (e) => {
  const button = e.target.closest?.("form[hx-post] button[name=do]");
  if (!button || !underway.size) return;
  e.preventDefault();
  e.stopPropagation();
  later.push({ id: button.id, value: button.value, line: button.closest(".st.ed")?.id });
}, true);

function pressLater() {
  while (later.length && !underway.size) {
    const { id, value, line } = later.shift();
    const within = line ? document.getElementById(line) : document;
    const button = id ? document.getElementById(id) : within?.querySelector(`button[name="do"][value="${value}"]`);
    if (button) return button.click();
  }
}

addEventListener("htmx:afterSettle", () => {
  const field = document.querySelector("#conflict [data-focus], .st.editing [data-focus]");
  if (field && field !== document.activeElement && !document.activeElement?.matches?.(IN_FIELD)) return field.focus();
  if (document.activeElement === document.body || !document.activeElement) {
    const back = wanted.map((id) => document.getElementById(id)).find(Boolean);
    (back?.matches(".st") ? back.querySelector(".txt") : back)?.focus({ preventScroll: true });
  }
});
addEventListener("click", (e) => { if (e.target.closest("[data-untoast]")) e.target.closest(".toast").remove(); });
document.querySelector(".st.editing [data-focus]")?.focus();

// -- keys ------------------------------------------------------------------------------------------
const chord = (e) => [e.ctrlKey || e.metaKey ? "ctrl" : "", e.altKey ? "alt" : "", e.shiftKey ? "shift" : "", e.key.toLowerCase()].filter(Boolean).join("+");

function step(from, by) {
  const all = [...document.querySelectorAll(".st.ed")];
  const next = all[from ? all.indexOf(from) + by : 0];
  next?.querySelector(".txt")?.focus();
}

addEventListener("keydown", (e) => {
  if (e.key === "Escape" && e.target.closest(".st.editing")) return e.target.closest(".st").querySelector("[data-cancel]")?.click();
  if (e.target.matches(IN_FIELD)) return;
  const keys = chord(e);
  const line = e.target.closest?.(".st.ed");
  if (["arrowdown", "j"].includes(keys) || ["arrowup", "k"].includes(keys)) {
    if (!line) return;
    e.preventDefault();
    return step(line, ["arrowdown", "j"].includes(keys) ? 1 : -1);
  }
  const button = line?.querySelector(`[data-key="${CSS.escape(keys)}"]`) ?? document.querySelector(`.editbar [data-key="${CSS.escape(keys)}"]`);
  if (!button) return;
  e.preventDefault();
  button.click();
});
