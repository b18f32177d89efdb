// The drawer of quotes: which chip is open, where the focus goes, and what it covers on a phone.
const phone = matchMedia("(max-width: 44rem)");
let opener = null;

function settle() {
  const drawer = document.querySelector(".drawer");
  for (const chip of document.querySelectorAll(".ev[aria-current]")) {
    chip.removeAttribute("aria-current");
    chip.closest(".st")?.classList.remove("on");
  }
  document.getElementById("main").inert = Boolean(drawer) && phone.matches;
  if (!drawer) {
    document.getElementById(opener)?.focus();
    opener = null;
    return;
  }
  opener = `ev-${drawer.dataset.statement}`;
  const chip = document.getElementById(opener);
  chip?.setAttribute("aria-current", "true");
  chip?.closest(".st")?.classList.add("on");
  if (!drawer.contains(document.activeElement)) drawer.focus({ preventScroll: true });
}

document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.target?.id === "evidence") settle();
});
document.addEventListener("htmx:historyRestore", settle);
phone.addEventListener("change", settle);
settle();
