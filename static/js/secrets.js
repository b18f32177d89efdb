// A button that shows what was typed as a password; without this there is none, and nothing is lost.
for (const input of document.querySelectorAll("input[type=password]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn plain s reveal";
  button.textContent = "Show";
  button.setAttribute("aria-label", "Show what is typed");
  button.setAttribute("aria-pressed", "false");
  button.addEventListener("click", () => {
    const isShown = input.type === "text";
    input.type = isShown ? "password" : "text";
    button.textContent = isShown ? "Show" : "Hide";
    button.setAttribute("aria-pressed", String(!isShown));
  });
  input.form?.addEventListener("submit", () => { input.type = "password"; }); // or the browser offers no saving
  const both = document.createElement("span");
  both.className = "revealed";
  input.replaceWith(both);
  both.append(input, button);
  if (input.autofocus) input.focus();
}
