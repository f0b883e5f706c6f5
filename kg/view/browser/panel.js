// The side panel: the list of actors, or what proves what was chosen.
const Panel = (() => {
  const panel = $("panel");
  let wantsFocus = false;

  const heading = (...children) => make("h2", { tabindex: "-1" }, ...children);
  function entry(node, number, click) {
    const swatch = make("span", { class: node.kind === "place" ? "swatch square" : "swatch", "aria-hidden": "true" });
    swatch.style.background = Colours.node(node);
    const code = node.country && node.kind === "actor" ? make("span", { class: "code" }, ` ${node.country}`) : null;
    return make(
      "button",
      { type: "button", events: { click } },
      make("span", {}, swatch, text(node.name), code),
      make("span", { class: "number" }, number),
    );
  }
  // The one way in which an actor is chosen: by pointer, list, search or keyboard.
  function choose(id, { focus = false, move = false } = {}) {
    wantsFocus = focus;
    if (Paths.take(id)) return;
    const node = Data.nodeById.get(id);
    // Whoever asks for somebody by name is shown also what did not take place.
    const part = { open: ["node", id] };
    if (!Shown.count(node) && !State.now.all) part.all = true;
    if (State.now.hidden.includes(id)) part.hidden = State.now.hidden.filter((other) => other !== id);
    State.change(part);
    if (move && node.x !== undefined) Drawing.reach(node);
  }
  function list() {
    const nodes = Shown.nodes().sort((one, other) => Shown.count(other) - Shown.count(one) || one.number - other.number);
    const line = (node) => make("li", {}, entry(node, `${Shown.count(node)}`, () => choose(node.id, { focus: true, move: true })));
    const apart = nodes.filter((node) => node.x === undefined).length;
    const note = apart ? `${plural(apart, "actor")} without a counterpart ${apart === 1 ? "is" : "are"} listed, not drawn.` : "";
    return [
      heading("Actors by number of contacts"),
      make("p", { class: "about" }, `Choose one, or click a line of the network to read what proves it. ${note}`),
      inPieces(nodes, line, make("ul", { class: "names" }), 100),
    ];
  }
  function edge(one) {
    const link = (node) => button(text(node.name), () => choose(node.id, { focus: true }));
    return [
      heading(text(one.ends[0].name), " – ", text(one.ends[1].name)),
      make("p", { class: "about ends" }, ...one.ends.map(link)),
      ...Evidence.groups(Shown.of(one)),
    ];
  }
  function contact(told) {
    const link = (node) => button(text(node.name), () => choose(node.id, { focus: true }));
    return [heading("One contact"), make("p", { class: "about ends" }, ...told.nodes.map(link)), Evidence.card(told)];
  }
  function content() {
    const [kind, one, other] = State.now.open ?? [];
    if (kind === "node") return ActorPanel.panel(Data.nodeById.get(one));
    if (kind === "edge") return edge(Data.edgeById.get(one));
    if (kind === "contact") return contact(Data.contactById.get(one));
    if (kind === "path") return Paths.panel(one, other);
    if (kind === "cell") return [heading(Matrix.title(State.now.open)), ...Evidence.groups(Matrix.contactsOf(State.now.open))];
    return list();
  }
  function refresh() {
    const focus = wantsFocus || panel.contains(document.activeElement);
    wantsFocus = false;
    const back = State.now.open ? button("← All actors", () => State.open(), { class: "back" }) : null;
    panel.replaceChildren(...[back, ...content()].flat().filter(Boolean));
    panel.scrollTop = 0;
    if (focus) panel.querySelector("h2").focus({ preventScroll: innerWidth > 760 });
    else if (State.now.open && innerWidth <= 760 && State.now.tab === "network") panel.scrollIntoView({ block: "start" });
  }
  return { refresh, heading, entry, choose, focusNext: () => (wantsFocus = true) };
})();
