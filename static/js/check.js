// The check page: says what is being saved, tries again on a bad line, and lets many questions be chosen at once.
// All of it works without this through the buttons of the form.
const form = document.querySelector("[data-saves]");
const WAIT = 2000;
const unsaved = new Map(); // names of menus whose change has not come through yet, and what was sent
let stale = false; // something was not drawn anew, for the sake of a change that was still on its way
let last = null; // the box that was ticked last, for Shift-click

// A menu that a filter took away while its change was on its way counts, too.
const isOurs = (elt) => elt.closest?.("[data-saves]") || !elt.isConnected;
const nameOf = (e) => isOurs(e.detail.elt) && e.detail.requestConfig?.verb !== "get" && e.detail.elt.name;

const valueOf = (name) => form.elements[name]?.value;

function say(words) {
  document.getElementById("saved").textContent = words;
}

addEventListener("htmx:beforeRequest", (e) => {
  const name = nameOf(e);
  if (!name) return;
  unsaved.set(name, valueOf(name));
  say("Saving…");
});
addEventListener("htmx:afterRequest", (e) => {
  const name = nameOf(e);
  if (!name) return;
  if (e.detail.successful) {
    if (!changedSince) unsaved.delete(name);
    if (unsaved.size) say("Saving…");
    else if (stale) drawAnew();
    if (name === "bulk") for (const menu of form.querySelectorAll(".bulk select")) menu.value = "";
    return;
  }
  const { elt, xhr } = e.detail;
  if (xhr.status >= 400 && xhr.status < 500) { // the server does not want it: asking again would not help
    unsaved.delete(name);
    return say("Not saved. Load the page anew.");
  }
  say("Not saved, trying again");
  setTimeout(() => unsaved.has(name) && htmx.trigger(elt, elt.type === "radio" || elt.type === "submit" ? "click" : "change"), WAIT);
});

// On a slow line an answer comes after the next change: a menu that was changed since is not drawn anew under the hand,
// nor is what holds it. Once all is saved the questions are fetched as they are.
let answered = null; // the menu whose answer is being drawn
let changedSince = false; // it has been changed again, and that waits for this answer
const waits = (name) => name !== answered || changedSince;

addEventListener("htmx:beforeSwap", (e) => {
  answered = nameOf(e) || null;
  changedSince = unsaved.has(answered) && valueOf(answered) !== undefined && valueOf(answered) !== unsaved.get(answered);
  if (e.detail.elt.id !== "questions" || !unsaved.size) return;
  e.detail.shouldSwap = false;
  stale = true;
});
addEventListener("htmx:oobBeforeSwap", (e) => {
  const { target } = e.detail;
  if (![...unsaved.keys()].some((name) => waits(name) && target.querySelector(`[name="${CSS.escape(name)}"]`))) return;
  e.detail.shouldSwap = false;
  stale = true;
});

function drawAnew() {
  stale = false;
  htmx.ajax("GET", location.pathname + location.search, { target: "#questions", swap: "outerHTML" });
}

// What has not been saved when somebody goes on is sent with the form; an answer that still comes has no place to go.
let leaving = false;
addEventListener("htmx:beforeSwap", (e) => { if (leaving) e.detail.shouldSwap = false; });
addEventListener("pageshow", () => { leaving = false; });
form?.addEventListener("submit", () => {
  leaving = true;
  for (const name of unsaved.keys()) form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "unsaved", value: name }));
});

// -- choosing many ---------------------------------------------------------------------------------
const boxes = () => [...form.querySelectorAll(".q > input[type=checkbox]")].filter((box) => box.offsetParent);

function count() {
  const chosen = form.querySelectorAll(".q > input:checked").length;
  form.querySelector("[data-chosen]").textContent = `${chosen} chosen`;
}

form?.addEventListener("click", (e) => {
  if (e.target.matches("[data-clear]")) clear();
  if (!e.target.matches(".q > input[type=checkbox]")) return;
  if (e.shiftKey && last) {
    const all = boxes();
    const [from, to] = [all.indexOf(last), all.indexOf(e.target)].sort((a, b) => a - b);
    for (const box of all.slice(Math.max(from, 0), to + 1)) box.checked = e.target.checked;
  }
  last = e.target;
  count();
});
form?.addEventListener("keydown", (e) => {
  if (e.key === "Escape" && form.querySelector(".q > input:checked") && !document.querySelector("details.menu[open]")) clear();
  const box = e.target.closest(".q")?.querySelector(":scope > input[type=checkbox]");
  if (e.key === "x" && box && !e.target.matches("select") && !e.ctrlKey && !e.metaKey && !e.altKey) box.click();
});

function clear() {
  for (const box of form.querySelectorAll(".q > input:checked")) box.checked = false;
  count();
}
