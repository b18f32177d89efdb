// The page of groups: a name is saved when its field is left, and focus comes back to the button that was used.
// All of it works without this through the buttons of the form.
let wanted = null; // ids of where focus should be after a swap, the best first

addEventListener("htmx:beforeRequest", (e) => {
  const by = e.detail.requestConfig.triggeringEvent?.submitter;
  if (by) wanted = [by.id, by.dataset.back, "saved"].filter(Boolean);
});

// Only while focus is nowhere: whoever has gone on to another field stays there.
addEventListener("htmx:afterSettle", () => {
  if (!wanted || (document.activeElement && document.activeElement !== document.body)) return;
  const found = wanted.map((id) => document.getElementById(id)).find((el) => el && !el.disabled);
  found?.focus({ preventScroll: true });
  if (!document.querySelector("#groups[aria-busy]")) wanted = null;
});

// A name that was changed is sent when its field is left; a button pressed at the same moment sends it, too.
addEventListener("change", (e) => {
  const field = e.target.closest("#groups input.ed-head");
  if (!field) return;
  setTimeout(() => { if (field.isConnected && !field.form.classList.contains("htmx-request")) field.form.requestSubmit(field.form.elements.names); }, 150);
});

addEventListener("keydown", (e) => {
  if (e.key === "z" && (e.ctrlKey || e.metaKey) && !e.shiftKey && !e.target.matches("input, textarea, select")) {
    const undo = document.getElementById("undo");
    if (undo) { e.preventDefault(); undo.click(); }
  }
});
