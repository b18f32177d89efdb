// The list of experiments: says how many are chosen, Shift-click chooses a row of them, Escape lets them go.
// Without this the bar shows as soon as one is chosen, and its buttons work.
const BOX = ".xlist .x > input[type=checkbox]";
let last = null; // the box that was ticked last, for Shift-click

const boxes = () => [...document.querySelectorAll(BOX)];

function count() {
  const chosen = boxes().filter((box) => box.checked).length;
  const say = document.querySelector("[data-chosen]");
  if (say && chosen) say.textContent = `${chosen} chosen`;
}

addEventListener("click", (e) => {
  if (!e.target.matches?.(BOX)) return;
  const all = boxes();
  if (e.shiftKey && all.includes(last)) {
    const [from, to] = [all.indexOf(last), all.indexOf(e.target)].sort((a, b) => a - b);
    for (const box of all.slice(from, to + 1)) box.checked = e.target.checked;
  }
  last = e.target;
  count();
});

addEventListener("keydown", (e) => {
  const form = document.querySelector("form.xlist");
  if (e.key === "Escape" && form?.contains(document.activeElement) && !document.querySelector("details.menu[open], dialog[open]")) form.reset();
});

for (const name of ["pageshow", "htmx:afterSettle"]) addEventListener(name, count);
