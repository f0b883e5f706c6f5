// The panel of one actor or place: offices, counterparts, topics, months, and what may be done with it.
const ActorPanel = (() => {
  const TYPES = { person: "person", organization: "organisation", country: "country", group: "group", place: "place" };

  function actions(node) {
    const state = State.now;
    const focused = state.focus?.[0] === node.id;
    const pinned = state.pinned.some(([id]) => id === node.id);
    const unpin = () => State.change({ pinned: state.pinned.filter(([id]) => id !== node.id) });
    const deeper = focused && state.focus[1] < 3
      ? button(`Neighbours to ${state.focus[1] + 1} steps`, () => State.change({ focus: [node.id, state.focus[1] + 1] }))
      : null;
    return make(
      "div",
      { class: "ends", role: "group", "aria-label": "What to do with it" },
      button("Only its neighbours", () => State.change({ focus: focused ? null : [node.id, 1] }), { "aria-pressed": `${focused}` }),
      deeper,
      button("Path from here…", () => Paths.begin(node.id)),
      button("Pin", pinned ? unpin : () => State.change({ pinned: [...state.pinned, [node.id]] }), {
        "aria-pressed": `${pinned}`,
        title: "Stays on the drawing with its name, whatever the filters",
      }),
      button("Hide", () => State.change({ hidden: [...state.hidden, node.id], open: null })),
    );
  }
  function counterparts(node) {
    const known = node.edges
      .filter(Shown.drawsEdge)
      .map((edge) => ({ edge, other: Data.otherEnd(edge, node), number: Shown.of(edge).length }))
      .sort((one, other) => other.number - one.number);
    if (!known.length) return [];
    const entry = ({ edge, other, number }) =>
      make("li", {}, Panel.entry(other, `${number}`, () => State.open("edge", edge.id)));
    return [make("h3", {}, `Counterparts (${known.length})`), inPieces(known, entry, make("ul", { class: "names" }), 8)];
  }
  function topics(contacts) {
    const told = counted(contacts.flatMap((contact) => contact.topics)).slice(0, 12);
    if (!told.length) return [];
    const only = (topic) => button(topic, () => State.change({ topics: [topic] }), { title: "Show only this topic" });
    const entry = ([topic, number]) => make("li", {}, only(topic), make("span", { class: "number" }, ` ${number}`));
    return [make("h3", {}, "Topics"), make("ul", { class: "topics" }, ...told.map(entry))];
  }
  function panel(node) {
    const shown = new Set(Shown.contacts());
    const contacts = node.told.filter((contact) => shown.has(contact));
    const about = [TYPES[node.type] ?? node.type, node.country ? Data.countryOf(node) : null, plural(contacts.length, "contact")];
    const none = contacts.length ? null : make(
      "p",
      { class: "about" },
      "Nothing of it passes the filters. ",
      button("Show all", () => State.change({ ...State.unfiltered(), all: true, focus: null })),
    );
    return [
      Panel.heading(text(node.name)),
      make("p", { class: "about" }, about.filter(Boolean).join(" · ")),
      node.offices ? make("p", { class: "about" }, "called ", text(node.offices.join(", "))) : null,
      node.names.length ? make("p", { class: "about" }, "also ", text(node.names.slice(0, 12).join(", "))) : null,
      actions(node),
      none,
      Months.chart(contacts),
      ...counterparts(node),
      ...topics(contacts),
      ...Evidence.groups(contacts),
    ];
  }
  return { panel, TYPES };
})();
