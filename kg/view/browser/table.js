// The contacts as a table: sortable, filterable by any word, the one that a screen reader walks.
const Table = (() => {
  const names = (nodes) => nodes.map((node) => node.name).join(", ");
  const who = (contact) => names(contact.nodes.slice(0, contact.acting));
  const whom = (contact) =>
    [...contact.nodes.slice(contact.acting).map((node) => node.name), ...(contact.also ?? [])].join(", ") || contact.destination || "";
  const COLUMNS = [
    ["date", "Date", (one) => one.when ?? "", (one) => one.to ?? -Infinity],
    ["who", "Who", who],
    ["relation", "Relation", (one) => Data.relations[one.relation].label],
    ["whom", "With whom", whom],
    ["status", "Status", (one) => one.status],
    ["place", "Place", (one) => one.place ?? one.destination ?? ""],
    ["sources", "Sources", (one) => `${one.sources}`, (one) => one.sources],
    ["confidence", "Confidence", (one) => Evidence.inWords(one.confidence).replace(" confidence", ""), (one) => one.confidence],
  ];
  const column = (name) => COLUMNS.find(([key]) => key === name) ?? COLUMNS[0];
  const folded = new Map();
  function words(contact) {
    if (!folded.has(contact)) {
      const cells = COLUMNS.map(([, , cell]) => cell(contact));
      folded.set(contact, fold([...cells, contact.topics.join(" "), Evidence.quoteOf(contact)].join(" \n ")));
    }
    return folded.get(contact);
  }
  function rows() {
    const asked = fold(State.now.find.trim()).split(/\s+/).filter(Boolean);
    const [name, way] = State.now.sort;
    const [, , cell, key = (contact) => fold(cell(contact))] = column(name);
    const found = asked.length
      ? Shown.contacts().filter((contact) => asked.every((word) => words(contact).includes(word)))
      : [...Shown.contacts()];
    const keys = new Map(found.map((contact) => [contact, key(contact)]));
    return found.sort((one, other) => {
      const [a, b] = [keys.get(one), keys.get(other)];
      return a === b ? one.number - other.number : a < b ? -way : way;
    });
  }
  function head([name, title]) {
    const [sorted, way] = State.now.sort;
    const turn = () => {
      State.change({ sort: [name, sorted === name ? -way : name === "date" || name === "sources" ? -1 : 1] });
      $("table").querySelector(`[data-column=${name}]`).focus();
    };
    const arrow = make("span", { "aria-hidden": "true" }, sorted === name ? (way > 0 ? " ▲" : " ▼") : "");
    const order = sorted === name ? (way > 0 ? "ascending" : "descending") : "none";
    return make("th", { scope: "col", "aria-sort": order }, button([title, arrow], turn, { "data-column": name }));
  }
  function row(contact) {
    const open = () => {
      Panel.focusNext();
      State.open("contact", contact.id);
    };
    const cells = COLUMNS.map(([name, , cell]) => {
      const value = text(cell(contact));
      if (name === "who") return make("th", { scope: "row" }, button(value, open, { title: "Show what proves it" }));
      const plain = name === "status" ? "state" : name;
      return make("td", { class: name === "status" && !contact.realised ? "status" : plain }, value);
    });
    const quote = Evidence.quoteOf(contact);
    return make("tr", { "aria-selected": State.isOpen("contact", contact.id) ? "true" : null }, ...cells, make("td", { class: "sentence" }, make("p", { title: quote }, text(quote))));
  }
  function refresh() {
    const found = rows();
    const body = inPieces(found, row, make("tbody"), 200);
    const caption = make("caption", { class: "unseen" }, "Contacts that are shown; choose who took part to read what proves it");
    const heads = [...COLUMNS.map(head), make("th", { scope: "col" }, "Sentence")];
    $("table").replaceChildren(caption, make("thead", {}, make("tr", {}, ...heads)), body);
    $("table-count").textContent = plural(found.length, "row");
    if (document.activeElement !== $("find")) $("find").value = State.now.find;
  }
  function begin() {
    let waiting = null;
    $("find").addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => State.change({ find: $("find").value }, { replace: true }), 120);
    });
  }
  return { begin, refresh, rows, COLUMNS };
})();
