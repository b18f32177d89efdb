// A browser notice when a run of this person's is done: asked for while a page is open, told once on each device.
const address = document.querySelector("script[data-finished]").dataset.finished;
const EVERY = 20_000;
const KEY = "told-until";

async function ask() {
  const since = localStorage.getItem(KEY);
  const answer = await fetch(since ? `${address}?since=${encodeURIComponent(since)}` : address);
  if (!answer.ok || answer.redirected) return;
  const { now, runs } = await answer.json();
  if (localStorage.getItem(KEY) !== since) return; // another page of ours was quicker
  localStorage.setItem(KEY, now);
  for (const run of runs) {
    const notice = new Notification(run.title, { body: run.body, tag: run.address });
    notice.onclick = () => { focus(); location.assign(run.address); };
  }
}

if ("Notification" in window && Notification.permission === "granted") {
  ask();
  setInterval(ask, EVERY);
}
