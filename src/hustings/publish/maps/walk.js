// Hustings: arrow keys walk the seats of a map, one seat at a time is in the order of tabs, and its line is shown;
// a key of the legend shows its own seats alone, on the map and in the table.
// Without this script every seat is a link, and the table below has them all.

const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function centre(seat) {
  const box = seat.getBBox();
  return [box.x + box.width / 2, box.y + box.height / 2];
}

// The nearest seat that lies more that way than aside of it.
function neighbour(seats, from, [right, down]) {
  const [x, y] = centre(from);
  let nearest = null;
  let least = Infinity;
  for (const seat of seats) {
    const [seatX, seatY] = centre(seat);
    const along = (seatX - x) * right + (seatY - y) * down;
    const aside = Math.abs((seatX - x) * down) + Math.abs((seatY - y) * right);
    if (seat !== from && !seat.classList.contains("away") && along > 0.5 && aside <= along && along + 2 * aside < least) {
      nearest = seat;
      least = along + 2 * aside;
    }
  }
  return nearest;
}

function walk(map) {
  const seats = [...map.querySelectorAll("a")];
  const line = document.querySelector(`[data-line="${map.id}"]`);
  const say = (event) => {
    const seat = event.target.closest("a");
    if (seat && line) line.textContent = seat.querySelector("title").textContent;
  };
  const enter = (seat) => {
    for (const other of seats) other.setAttribute("tabindex", other === seat ? "0" : "-1");
  };
  // Heard on what the map stands in: a drawing that itself listens for the focus gets it, before its seats do.
  map.parentElement.addEventListener("focusin", (event) => {
    const seat = event.target.closest("a");
    if (seat && map.contains(seat)) {
      enter(seat);
      say(event);
    }
  });
  map.addEventListener("pointerover", say);
  map.addEventListener("keydown", (event) => {
    const way = WAYS[event.key];
    if (!way || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    neighbour(seats, event.target.closest("a"), way)?.focus();
  });
  enter(seats[0]);
  filter(map, seats, enter);
}

// A seat's key: what its hexagon refers to, or the class of its outline.
function keyOf(map, seat) {
  const mark = seat.lastElementChild;
  return (mark.getAttribute("href") ?? `#${mark.getAttribute("class")}`).replace(/^#/, "").replace(map.id, "").replace("-", "");
}

function filter(map, seats, enter) {
  const entries = [...document.querySelectorAll(`[data-legend="${map.id}"] [data-key]`)];
  const buttons = entries.map((entry) => {
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-pressed", "false");
    button.append(...entry.childNodes);
    entry.append(button);
    button.addEventListener("click", () => {
      const only = button.getAttribute("aria-pressed") === "false" ? entry.dataset.key : null;
      for (const other of buttons) other.setAttribute("aria-pressed", String(other === button && only !== null));
      for (const seat of seats) {
        const away = only !== null && keyOf(map, seat) !== only;
        seat.classList.toggle("away", away);
        const row = document.getElementById(seat.getAttribute("href").slice(1));
        if (row) row.hidden = away;
      }
      enter(seats.find((seat) => !seat.classList.contains("away")));
    });
    return button;
  });
}

function walkAll(part) {
  for (const map of part.querySelectorAll("svg[data-walk]")) walk(map);
}

walkAll(document);
// What draws maps anew says so.
document.addEventListener("hustings:drawn", (event) => walkAll(event.target));
