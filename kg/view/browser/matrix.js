// Who with whom: a matrix by country, or of the strongest actors in the order of their countries.
const Matrix = (() => {
  const MOST = { countries: 40, actors: 30 };
  const keyOf = { countries: (node) => node.country ?? "-", actors: (node) => node.id };
  const nameOf = {
    countries: (key) => (key === "-" ? "no country" : Data.countryName.get(key) ?? key),
    actors: (key) => Data.nodeById.get(key)?.name ?? key,
  };
  const people = (edge) => edge.ends.every((end) => end.kind === "actor");

  // A contact counts once for each two of its sides, however many pairs of its people they have.
  function cells(kind) {
    const found = new Map();
    const totals = new Map();
    for (const contact of Shown.contacts()) {
      const pairs = new Set();
      for (const edge of contact.edges) {
        if (!people(edge) || !Shown.drawsEdge(edge)) continue;
        const [a, b] = edge.ends.map(keyOf[kind]);
        pairs.add(a < b ? `${a} ${b}` : `${b} ${a}`);
      }
      const sides = new Set([...pairs].flatMap((pair) => pair.split(" ")));
      for (const pair of pairs) found.set(pair, (found.get(pair) ?? 0) + 1);
      for (const side of sides) totals.set(side, (totals.get(side) ?? 0) + 1);
    }
    return { found, totals };
  }
  function order(kind, totals) {
    const strongest = [...totals].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
    const keys = strongest.slice(0, MOST[kind]).map(([key]) => key);
    if (kind === "countries") return keys;
    const rank = new Map(Data.rest.countries.map(([code], number) => [code, number]));
    const place = (key) => rank.get(Data.nodeById.get(key).country) ?? Infinity;
    return keys.sort((one, other) => place(one) - place(other) || totals.get(other) - totals.get(one));
  }
  const pairOf = (a, b) => (a < b ? `${a} ${b}` : `${b} ${a}`);

  function refresh() {
    const kind = State.now.cells;
    $("cells").value = kind;
    const { found, totals } = cells(kind);
    const keys = order(kind, totals);
    const most = Math.max(1, ...found.values());
    const short = (key) => (kind === "countries" ? key.replace("-", "–") : nameOf.actors(key));
    const corner = make("td", {});
    const top = keys.map((key) => make("th", { scope: "col", title: nameOf[kind](key) }, make("span", {}, text(short(key)))));
    const lines = keys.map((row) => {
      const line = keys.map((column) => {
        const number = found.get(pairOf(row, column)) ?? 0;
        if (!number) return make("td", { class: row === column ? "same" : null });
        const label = `${nameOf[kind](row)} with ${nameOf[kind](column)}: ${plural(number, "contact")}`;
        const cell = button(`${number}`, () => {
          Panel.focusNext();
          State.open("cell", ...[row, column].sort(), kind);
        }, { "aria-label": label, title: label });
        // From a tint to the full colour by the root of the share: one contact is seen beside a hundred.
        const share = Math.sqrt(number / most);
        cell.dataset.step = `${Math.min(5, Math.ceil(share * 5))}`;
        return make("td", {}, cell);
      });
      const name = make("th", { scope: "row" }, text(nameOf[kind](row)), make("span", { class: "number" }, ` ${totals.get(row)}`));
      return make("tr", {}, name, ...line);
    });
    const left = totals.size - keys.length;
    $("matrix-note").textContent = left > 0 ? `The ${keys.length} with most contacts; ${left} more are left out.` : "";
    const caption = make("caption", { class: "unseen" }, "Number of contacts between each two; choose a number to read what proves them");
    $("matrix").className = kind;
    $("matrix").replaceChildren(caption, make("thead", {}, make("tr", {}, corner, ...top)), make("tbody", {}, ...lines));
    $("matrix-none").hidden = keys.length > 0;
  }
  function contactsOf([, one, other, kind]) {
    const key = keyOf[kind];
    const fits = (edge) => people(edge) && Shown.drawsEdge(edge) && pairOf(...edge.ends.map(key)) === pairOf(one, other);
    return Shown.contacts().filter((contact) => contact.edges.some(fits));
  }
  const title = ([, one, other, kind]) => `${nameOf[kind](one)} – ${nameOf[kind](other)}`;
  const begin = () => $("cells").addEventListener("change", (event) => State.change({ cells: event.target.value }));
  return { begin, refresh, contactsOf, title };
})();
