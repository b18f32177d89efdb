// Notices in the browser need to be allowed on each device, by a press.
const box = document.querySelector("[data-allow]");
if (box && "Notification" in window) {
  const tell = () => {
    box.hidden = Notification.permission === "granted";
    if (Notification.permission !== "denied") return;
    box.querySelector("button").hidden = true;
    box.querySelector("[data-allow-say]").textContent =
      "This browser blocks notices of this page. Allow them in the settings of the page, beside its address.";
  };
  box.querySelector("button").addEventListener("click", async () => { await Notification.requestPermission(); tell(); });
  tell();
}
