// Search as you type over a file of names, and tables copied with a key; pages work without it.
const root = document.body.dataset.root;
const field = document.querySelector("#find");

const plain = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
  .replace(/&/g, " and ").replace(/'/g, "").replace(/[^a-z0-9]+/g, " ").trim();

const shards = new Map();
const load = (name) => {
  if (!shards.has(name)) {
    shards.set(name, fetch(`${root}${name}`).then((answer) => answer.ok ? answer.json() : []).catch(() => []));
  }
  return shards.get(name);
};

// One letter changed, missing, added or swapped is forgiven in words of four letters or more.
const near = (wanted, word) => {
  if (word.startsWith(wanted)) return true;
  if (wanted.length < 4 || Math.abs(word.length - wanted.length) > 1) return false;
  let i = 0;
  while (i < wanted.length && wanted[i] === word[i]) i += 1;
  const a = wanted.slice(i), b = word.slice(i);
  return a.slice(1) === b || a === b.slice(1) || a.slice(1) === b.slice(1)
    || (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2));
};

const score = (words, name) => {
  const parts = name.split(" ");
  if (!words.every((word) => parts.some((part) => near(word, part)))) return 0;
  const text = words.join(" ");
  if (name === text) return 4;
  if (name.startsWith(text)) return 3;
  return words.every((word) => parts.some((part) => part.startsWith(word))) ? 2 : 1;
};

const find = async (text) => {
  const words = plain(text).split(" ").filter(Boolean);
  if (!words.length || words.join("").length < 2) return [];
  const index = await load(document.body.dataset.search);
  const people = await Promise.all([...new Set(words.map((word) => word[0]))]
    .map((letter) => index.people[letter]).filter(Boolean).map(load));
  const seen = new Set();
  const entries = [...index.places, ...people.flat()];
  const found = [];
  entries.forEach(([name, about, path], place) => {
    if (seen.has(path)) return;
    const best = score(words, plain(name));
    if (best) { seen.add(path); found.push({ name, about, path, best, place }); }
  });
  return found.sort((a, b) => b.best - a.best || a.place - b.place).slice(0, 12);
};

const listed = (found) => found.map(({ name, about, path }) => {
  const item = document.createElement("li"), link = document.createElement("a"), small = document.createElement("small");
  link.href = root + path;
  link.textContent = name;
  small.textContent = about;
  link.append(small);
  item.append(link);
  return item;
});

// A result table copied as cells, for a spreadsheet or a story.
const table = document.querySelector("#result-table");
const take = document.querySelector(".take");
if (table && take && navigator.clipboard) {
  const cells = [...table.rows].map((row) => [...row.cells].filter((cell) => !cell.matches(".bars"))
    .map((cell) => cell.innerText.replace(/\s+/g, " ").trim()).join("\t")).join("\n");
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Copy the table" });
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(cells);
    button.textContent = "Copied";
  });
  take.append(button);
}

if (field) {
  const still = document.querySelector("#found");
  const list = still ?? Object.assign(document.createElement("ul"), { className: "hits" });
  if (!still) { list.hidden = true; field.form.append(list); field.form.style.position = "relative"; }
  let asked = 0;
  const show = async () => {
    const turn = ++asked;
    const found = await find(field.value);
    if (turn !== asked) return;
    list.replaceChildren(...listed(found));
    list.hidden = !found.length && !still;
    if (still && field.value.trim().length > 1 && !found.length) {
      list.replaceChildren(Object.assign(document.createElement("li"), { textContent: "Nothing of that name." }));
    }
  };
  // Whoever types quickly must not be led by the list of the letter before: keys wait for the names found last.
  let shown = Promise.resolve();
  field.addEventListener("input", () => { shown = show(); });
  field.form.addEventListener("keydown", async (event) => {
    if (event.key === "Escape" && !still) { list.hidden = true; field.focus(); }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    await shown;
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    const to = event.key === "ArrowDown" ? links[Math.min(at + 1, links.length - 1)] : links[at - 1];
    if (event.key === "ArrowDown" || at >= 0) (to ?? field).focus();
  });
  field.form.addEventListener("submit", async (event) => {
    if (!still && !field.value.trim()) return;
    event.preventDefault();
    await shown;
    const [first] = list.querySelectorAll("a");
    if (still) shown = show();
    else if (first) location.assign(first.href);
    else field.form.submit();
  });
  const asking = new URLSearchParams(location.search).get("q");
  if (still && asking && !still.children.length) { field.value = asking; show(); }
}
