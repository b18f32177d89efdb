// Sends the chosen or dropped files at once and shows how far they are. Without this module the form posts by itself.
const UNITS = [[1e9, "GB"], [1e6, "MB"], [1e3, "kB"], [1, "bytes"]];
let sending = null;

const form = () => document.querySelector("form[data-upload]");
const part = (name) => form().querySelector(`[data-upload-${name}]`);
const input = () => form().querySelector("input[type=file]");
const next = () => form().querySelector(".bottom .main");
const sentence = (name) => document.getElementById(`upload-${name}`).content.firstElementChild.cloneNode(true);

function advance(sent, total) {
  const bar = part("progress").querySelector("progress");
  const [size, unit] = UNITS.find(([least]) => total >= least) ?? UNITS.at(-1);
  const digits = total / size < 10 && size > 1 ? 1 : 0;
  bar.max = total || 1;
  bar.value = sent;
  part("sent").textContent = `${(sent / size).toFixed(digits)} of ${(total / size).toFixed(digits)} ${unit}`;
}

function begin(name, size) {
  part("problem").replaceChildren();
  part("progress").hidden = false;
  part("name").textContent = name;
  part("news").textContent = `Uploading ${name}`;
  next().setAttribute("aria-disabled", "true");
  advance(0, size);
}

function reset(news) {
  sending = null;
  input().value = "";
  part("progress").hidden = true;
  part("news").textContent = news;
  next().removeAttribute("aria-disabled");
}

function complain(notice) {
  reset("");
  part("problem").replaceChildren(notice);
  notice.focus();
}

// The server answers with a page in any case: the next one, or this one with what is wrong.
function finish(request) {
  if (request.status < 400) {
    part("news").textContent = "Uploaded";
    location.assign(request.responseURL);
    return;
  }
  const page = new DOMParser().parseFromString(request.responseText, "text/html");
  complain(page.querySelector("[data-upload-problem] .notice") ?? sentence("broken"));
}

function send(files) {
  if (sending) return;
  const size = [...files].reduce((sum, file) => sum + file.size, 0);
  begin(files.length > 1 ? `${files.length} files` : files[0].name, size);
  if (size > Number(form().dataset.limit)) {
    complain(sentence("large"));
    return;
  }
  const body = new FormData(form());
  body.delete("file");
  for (const file of files) body.append("file", file);
  sending = new XMLHttpRequest();
  sending.upload.addEventListener("progress", (e) => advance(Math.min(e.loaded, size), size));
  sending.addEventListener("load", (e) => finish(e.target));
  sending.addEventListener("error", () => complain(sentence("broken")));
  sending.addEventListener("abort", () => reset("Stopped. Nothing was kept."));
  sending.open("POST", form().action);
  sending.send(body);
}

document.addEventListener("change", (e) => {
  if (e.target.matches("form[data-upload] input[type=file]") && e.target.files.length) send(e.target.files);
});

document.addEventListener("click", (e) => {
  if (e.target.closest("[data-upload-stop]")) sending?.abort();
  if (sending && e.target.closest("form[data-upload] .bottom .main")) e.preventDefault();
});

// A drop beside the zone would leave the page and open the file.
document.addEventListener("dragover", (e) => {
  if (form() && e.dataTransfer.types.includes("Files")) e.preventDefault();
});
document.addEventListener("drop", (e) => {
  if (!form() || !e.dataTransfer.files.length) return;
  e.preventDefault();
  send(e.dataTransfer.files);
});

// Who was quicker than this module is served too; but a file that the browser put back on the way "back" is not sent anew.
const [arrival] = performance.getEntriesByType("navigation");
if (form() && input().files.length && arrival?.type === "navigate") send(input().files);
