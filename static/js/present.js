// Slides by keyboard: each key follows a link that is on the page anyway.
const KEYS = {
  ArrowRight: "[rel=next]", ArrowDown: "[rel=next]", PageDown: "[rel=next]", " ": "[rel=next]",
  ArrowLeft: "[rel=prev]", ArrowUp: "[rel=prev]", PageUp: "[rel=prev]",
  Home: "[rel=first]", End: "[rel=last]", Escape: "[data-close]",
};

addEventListener("keydown", (event) => {
  const follows = KEYS[event.key];
  if (!follows || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === " " && event.target.closest("a, button")) return;
  event.preventDefault();
  document.querySelector(follows)?.click();
});
