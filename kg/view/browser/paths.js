// The shortest way between two actors through the lines that are shown, with the sentence of each step.
const Paths = (() => {
  let from = null;

  function edges(one, other) {
    const [start, goal] = [Data.nodeById.get(one), Data.nodeById.get(other)];
    const came = new Map([[start, null]]);
    let ring = [start];
    while (ring.length && !came.has(goal)) {
      const next = [];
      for (const node of ring) {
        for (const edge of node.edges) {
          const end = Data.otherEnd(edge, node);
          if (came.has(end) || !Shown.drawsEdge(edge) || (end.kind === "place" && end !== goal)) continue;
          came.set(end, edge);
          next.push(end);
        }
      }
      ring = next;
    }
    const way = [];
    for (let node = goal; came.get(node); node = Data.otherEnd(way[0], node)) way.unshift(came.get(node));
    return way;
  }
  function panel(one, other) {
    const way = edges(one, other);
    const [start, goal] = [Data.nodeById.get(one), Data.nodeById.get(other)];
    const head = Panel.heading("Path: ", text(start.name), " → ", text(goal.name));
    if (!way.length) {
      const hint = State.now.all ? "with these filters" : "through what took place; add the rest with the switch above";
      return [head, make("p", { class: "about" }, `No way leads from one to the other ${hint}.`)];
    }
    let node = start;
    const steps = way.map((edge) => {
      const next = Data.otherEnd(edge, node);
      const contacts = Shown.of(edge);
      const line = make("h3", {}, text(node.name), " – ", text(next.name));
      const all = contacts.length > 1
        ? button(`All ${contacts.length} contacts of the two`, () => State.open("edge", edge.id), { class: "more" })
        : null;
      node = next;
      return make("li", {}, line, Evidence.card(contacts.find((contact) => contact.realised) ?? contacts[0]), all);
    });
    const told = `${plural(way.length, "step")}, each with its latest contact`;
    return [head, make("p", { class: "about" }, told), make("ol", { class: "steps" }, ...steps)];
  }
  function begin(id) {
    from = id;
    $("task-text").replaceChildren("Path from ", text(Data.nodeById.get(id).name), ": now choose the other actor, on the drawing, in the list or by the search.");
    $("task").hidden = false;
    State.open();
    $("search").focus();
  }
  function end() {
    from = null;
    $("task").hidden = true;
  }
  // Whether a choice was the other end of a path.
  function take(id) {
    if (from === null || from === id) return false;
    const one = from;
    end();
    State.open("path", one, id);
    return true;
  }
  return { edges, panel, begin, end, take, pending: () => from !== null };
})();
