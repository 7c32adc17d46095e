// A story is checked while it is written: the form is sent, and what was found put in place. Without this script the
// form is sent by its button. Nothing of a story is kept in the browser.

const form = document.querySelector("form.check");
const box = form.elements.text;
const status = document.querySelector("#checked [role=status]");
const STILL = 400;
const UNREACHED = "The desk cannot be reached: what stands here is of the story before.";
const KINDS = /\.(txt|text|md|markdown|html?)$/i;

// The sentence stays in its place, so that it is read out when it changes; what was open is open again.
const put = (page) => {
  const open = [...document.querySelectorAll("#findings details[open] > summary")].map((one) => one.textContent);
  const focused = document.activeElement?.closest("#findings, #marked") ? document.activeElement : null;
  for (const id of ["findings", "marked"]) {
    document.getElementById(id).replaceWith(document.adoptNode(page.getElementById(id)));
  }
  const said = page.querySelector("#checked [role=status]").textContent;
  if (status.textContent !== said) status.textContent = said;
  for (const one of document.querySelectorAll("#findings summary")) {
    if (open.includes(one.textContent)) one.parentElement.open = true;
  }
  if (focused) again(focused)?.focus();
};

// What had the focus, in what took its place.
const again = (before) => {
  const all = [...document.querySelectorAll(`#findings ${before.localName}, #marked ${before.localName}`)];
  const same = (one) => one.textContent === before.textContent && one.getAttribute("href") === before.getAttribute("href");
  return all.find(same);
};

const wait = (seconds) => new Promise((done) => { setTimeout(done, 1000 * seconds); });

const ask = async () => {
  const answer = await fetch("./", {
    method: "POST",
    body: new URLSearchParams(new FormData(form)),
    headers: { accept: "text/html" },
    cache: "no-store",
  });
  if (!answer.headers.get("content-type")?.startsWith("text/html")) throw new Error(answer.statusText);
  put(new DOMParser().parseFromString(await answer.text(), "text/html"));
  // Whoever has had all checks of a minute is answered when there are others.
  const later = answer.status === 429 ? Number(answer.headers.get("retry-after") ?? 2) : 0;
  if (later) await wait(later);
  return Boolean(later);
};

// One question at a time, so that no answer comes after that to a later one; what changes meanwhile is asked then.
let asking = false;
let changed = false;
const follow = async () => {
  changed = true;
  if (asking) return;
  asking = true;
  while (changed) {
    changed = false;
    try {
      changed = (await ask()) || changed;
    } catch {
      status.textContent = UNREACHED;
    }
  }
  asking = false;
};

let clock;
const soon = () => {
  clearTimeout(clock);
  clock = setTimeout(follow, STILL);
};
const now = () => {
  clearTimeout(clock);
  follow();
};
form.addEventListener("input", soon);
form.addEventListener("submit", (event) => {
  event.preventDefault();
  now();
});

// A file is read here, and only its text is sent. What is not UTF-8 is most likely of an older Windows.
const decoded = (bytes) => {
  const [first, second] = new Uint8Array(bytes);
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
};

const opened = async (file) => {
  if (!KINDS.test(file.name) && !file.type.startsWith("text/")) {
    status.textContent = `${file.name} is not read: drop plain text, Markdown or HTML, or paste the story.`;
  } else if (file.size > 2 * box.dataset.largest) {
    const most = Number(box.dataset.largest).toLocaleString("en-GB");
    status.textContent = `${file.name} is too large: a story has ${most} bytes at the most.`;
  } else {
    box.value = decoded(await file.arrayBuffer());
    now();
  }
};

const made = (tag, given) => Object.assign(document.createElement(tag), given);
const picker = made("input", { type: "file", id: "file", accept: ".txt,.md,.markdown,.html,.htm,text/*" });
const label = made("label", { htmlFor: "file", textContent: "Or open a file; one may be dropped on the story too" });
const line = made("p", { className: "asked" });
line.append(label, picker);
form.querySelector(".asked").after(line);
picker.addEventListener("change", () => picker.files[0] && opened(picker.files[0]));
form.addEventListener("dragover", (event) => {
  event.preventDefault();
  box.classList.add("over");
});
for (const end of ["dragleave", "drop"]) form.addEventListener(end, () => box.classList.remove("over"));
form.addEventListener("drop", (event) => {
  const [file] = event.dataTransfer.files;
  if (!file) return;
  event.preventDefault();
  opened(file);
});

// A figure leads to what is told of it, which opens; and back.
const show = (id) => {
  const place = document.getElementById(id);
  const told = place?.closest("details:has(> #" + id + ")") ?? place?.querySelector("details");
  if (!told) return;
  for (let one = told; one; one = one.parentElement.closest("details")) one.open = true;
  told.scrollIntoView({ block: "nearest" });
  told.querySelector("summary").focus({ preventScroll: true });
};
document.addEventListener("click", (event) => {
  const mark = event.target.closest("#marked .story mark");
  const link = event.target.closest("#marked sup a") ?? mark?.nextElementSibling?.querySelector("a");
  if (link && (!mark || mark.nextSibling?.nodeName === "SUP")) {
    event.preventDefault();
    show(link.hash.slice(1));
  } else if (mark) {
    show(mark.id.replace("figure", "read"));
  }
});
