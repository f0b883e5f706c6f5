// The filters: relation, status, country, topic, least number of sources; and chips for what is in force.
const Choices = (() => {
  const form = $("filters");
  const SETS = [
    ["relations", "Relation", (contact) => [contact.relation], (value) => Data.relations[value].label],
    ["statuses", "Status", (contact) => [contact.status], (value) => value],
    ["countries", "Country", (contact) => new Set(contact.nodes.map((node) => node.country ?? "-")), (value) => (value === "-" ? "no country" : Data.countryName.get(value) ?? value)],
    ["topics", "Topic", (contact) => contact.topics, (value) => value],
  ];
  const boxes = new Map();

  function set([key, title, of, label]) {
    const values = counted(Data.contacts.flatMap((contact) => [...of(contact)]));
    if (!values.length) return null;
    const entry = ([value, number]) => {
      const box = make("input", { type: "checkbox", value, events: { change: () => State.toggle(key, value) } });
      boxes.set(`${key} ${value}`, [key, value, box]);
      return make("label", { class: "choice" }, box, text(label(value)), make("span", { class: "number" }, `${number}`));
    };
    const list = inPieces(values, entry, make("div", { class: "choices" }), 60);
    // More entries may come while some are in force already.
    list.addEventListener("click", () => mark());
    return make("fieldset", {}, make("legend", {}, title), list);
  }
  function begin() {
    const most = Data.contacts.reduce((least, contact) => Math.max(least, contact.sources), 1);
    const number = make("input", {
      type: "number", id: "sources", min: "1", max: `${most}`, value: "1",
      events: { input: (event) => State.change({ sources: Math.max(1, parseInt(event.target.value, 10) || 1) }) },
    });
    const colours = make(
      "select",
      { id: "colour", events: { change: (event) => State.change({ colour: event.target.value }) } },
      make("option", { value: "country" }, "country"),
      make("option", { value: "community" }, "community"),
    );
    form.replaceChildren(
      ...SETS.map(set).filter(Boolean),
      make(
        "fieldset",
        {},
        make("legend", {}, "More"),
        make("label", { class: "field" }, "At least so many independent sources ", number),
        make("label", { class: "field" }, "Actors coloured by ", colours),
        button("Clear all filters", () => State.change(State.unfiltered())),
      ),
    );
    $("filters-button").addEventListener("click", () => open(form.hidden));
    $("others").addEventListener("change", (event) => State.change({ all: event.target.checked }));
    const others = Data.contacts.filter((contact) => !contact.realised).length;
    $("others-text").textContent = `Also show ${others.toLocaleString("en")} planned, refused or disputed`;
    $("others-switch").hidden = others === 0;
  }
  function open(shown) {
    form.hidden = !shown;
    $("filters-button").setAttribute("aria-expanded", `${shown}`);
    Drawing.resize();
  }
  function mark() {
    for (const [key, value, box] of boxes.values()) box.checked = State.now[key].includes(value);
  }
  function chip(label, change) {
    return make("li", {}, button([text(label), make("span", { "aria-hidden": "true" }, " ×")], () => State.change(change), { "aria-label": `Remove: ${label}` }));
  }
  function chips() {
    const state = State.now;
    const without = (key, value) => ({ [key]: state[key].filter((one) => one !== value) });
    const found = SETS.flatMap(([key, , , label]) => state[key].map((value) => chip(label(value), without(key, value))));
    if (state.sources > 1) found.push(chip(`${state.sources} sources or more`, { sources: 1 }));
    if (state.focus) {
      const [id, depth] = state.focus;
      found.push(chip(`${Data.nodeById.get(id).name} and ${depth === 1 ? "neighbours" : `all within ${depth} steps`}`, { focus: null }));
    }
    for (const id of state.hidden) found.push(chip(`hidden: ${Data.nodeById.get(id).name}`, without("hidden", id)));
    for (const [id] of state.pinned) {
      found.push(chip(`pinned: ${Data.nodeById.get(id).name}`, { pinned: state.pinned.filter(([other]) => other !== id) }));
    }
    $("chips").replaceChildren(...found);
    $("chips").hidden = !found.length;
    const number = State.filters().filter((key) => !["since", "until"].includes(key)).length;
    $("filters-button").textContent = number ? `Filters (${number})` : "Filters";
  }
  function refresh() {
    mark();
    chips();
    $("others").checked = State.now.all;
    $("others").disabled = State.now.statuses.length > 0;
    if (document.activeElement !== $("sources")) $("sources").value = `${State.now.sources}`;
    $("colour").value = State.now.colour;
    const contacts = Shown.contacts().length;
    const nodes = Shown.nodes().filter((node) => node.kind === "actor").length;
    $("count").textContent = `${plural(contacts, "contact")}, ${plural(nodes, "actor")}`;
  }
  return { begin, refresh, open };
})();
