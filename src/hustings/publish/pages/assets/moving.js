// What moves while a slider is drawn: the swingometer's seats, and a map from election to election.
// Every state has an address, which is asked for and its parts put in place. Without this script the form is sent and
// the links are followed; the counting is done where the page comes from either way.

// Put the parts that move into the page, from another state of it.
const show = (text) => {
  // The page's policy knows the style of the map that came with it alone: another's is adopted, not put in the page.
  const styles = [];
  const bare = text.replace(/<style>(.*?)<\/style>/gs, (_, rules) => {
    styles.push(rules);
    return "";
  });
  const page = new DOMParser().parseFromString(bare, "text/html");
  document.adoptedStyleSheets = styles.map((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    return sheet;
  });
  document.title = page.title;
  for (const before of document.querySelectorAll("[data-moves]")) {
    const after = page.getElementById(before.id);
    if (!after) continue;
    keepStatus(before, after);
    before.replaceWith(after);
    after.dispatchEvent(new Event("hustings:drawn", { bubbles: true }));
  }
};

// A sentence stays in its place, so that it is read out when it changes.
const keepStatus = (before, after) => {
  const said = before.querySelector("[role=status]");
  const saying = after.querySelector("[role=status]");
  if (!said || !saying) return;
  said.textContent = saying.textContent;
  saying.replaceWith(said);
};

// A key of the legend that was pressed is pressed again on the map drawn anew: it is known by its words, not its seats.
const keyOf = (button) => button.textContent.replace(/[\d,]+\s*$/, "").trim();
const pressed = () => [...document.querySelectorAll("[data-legend] [aria-pressed=true]")].map(keyOf);
const press = (keys) => {
  for (const button of document.querySelectorAll("[data-legend] [aria-pressed=false]")) {
    if (keys.includes(keyOf(button))) button.click();
  }
};

const FAILED = "The desk cannot be reached: what stands below is of the swing or the election before.";

// One question at a time: what changes meanwhile is asked when the answer before is there.
const follower = (address) => {
  let asking = false;
  let again = false;
  const ask = async () => {
    const wanted = address();
    try {
      const answer = await fetch(wanted);
      const text = await answer.text();
      if (!answer.headers.get("content-type")?.startsWith("text/html")) throw new Error(answer.statusText);
      const keys = pressed();
      show(text);
      press(keys);
      // What could not be read has no address of its own.
      if (answer.ok) history.replaceState(null, "", wanted);
    } catch {
      const said = document.querySelector("[role=status]");
      if (said) said.textContent = FAILED;
    }
  };
  return async () => {
    again = true;
    if (asking) return;
    asking = true;
    while (again) {
      again = false;
      await ask();
    }
    asking = false;
  };
};

const slider = (label, [min, max, step], value) => {
  const range = document.createElement("input");
  range.type = "range";
  [range.min, range.max, range.step] = [min, max, step].map(String);
  range.value = value;
  range.setAttribute("aria-label", label);
  return range;
};

const swingometer = (form) => {
  const fields = [...form.elements];
  const address = () => {
    const told = [...new FormData(form)].filter(([, value]) => value !== "");
    return `./?${new URLSearchParams(told)}`;
  };
  const follow = follower(address);
  const { to, from, swing: whole } = form.elements;
  for (const number of fields.filter((field) => field.type === "number")) {
    // A region without a swing of its own goes with the whole.
    const still = () => number.value || whole.value || "0";
    // Farther than this is written, not drawn.
    const range = slider(`${number.labels[0].textContent}, slider`, [-20, 20, 0.5], still());
    range.addEventListener("input", () => {
      number.value = range.value;
      number.dispatchEvent(new Event("input", { bubbles: true }));
    });
    for (const one of new Set([number, whole])) {
      one.addEventListener("input", () => {
        if (document.activeElement !== range) range.value = still();
      });
    }
    number.after(range);
  }
  // The one party chosen for the other's place takes turns with it.
  const were = [to.value, from.value];
  const turned = () => {
    if (to.value === from.value) (to.value === were[0] ? to : from).value = to.value === were[0] ? were[1] : were[0];
    [were[0], were[1]] = [to.value, from.value];
  };
  for (const field of fields) {
    field.addEventListener("input", () => {
      turned();
      // Of another election other parties and regions are asked: its page is opened.
      if (field.name === "election") form.submit();
      else follow();
    });
  }
};

const years = (nav) => {
  const states = [...nav.querySelectorAll("li")].map((item) => ({
    year: item.textContent.trim(),
    address: item.querySelector("a")?.href ?? location.href,
  }));
  const here = [...nav.querySelectorAll("li")].findIndex((item) => item.querySelector("[aria-current]"));
  const range = slider("Year of the election", [0, states.length - 1, 1], String(here));
  const follow = follower(() => states[range.value].address);
  const said = document.createElement("output");
  const tell = () => {
    said.textContent = states[range.value].year;
    range.setAttribute("aria-valuetext", states[range.value].year);
  };
  tell();
  range.addEventListener("input", () => {
    tell();
    follow();
  });
  nav.replaceChildren(range, said);
};

const form = document.querySelector("form.swing.moves");
if (form) swingometer(form);
for (const nav of document.querySelectorAll("nav[data-years]")) years(nav);
