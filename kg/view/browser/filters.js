// Which contacts are shown, and which lines and nodes follow from them.
const Shown = (() => {
  const { nodes, edges, contacts } = Data;
  let list = [];
  let edgeContacts = [];
  let nodeCounts = new Uint32Array(nodes.length);
  let nodeDrawn = new Uint8Array(nodes.length);

  function passes(state) {
    const set = (values) => (values.length ? new Set(values) : null);
    const [relations, statuses, countries, topics] =
      [state.relations, state.statuses, state.countries, state.topics].map(set);
    const { all, sources, since, until } = state;
    return (contact) =>
      (statuses ? statuses.has(contact.status) : all || contact.realised) &&
      (!relations || relations.has(contact.relation)) &&
      (!topics || contact.topics.some((topic) => topics.has(topic))) &&
      (!countries || contact.nodes.some((node) => countries.has(node.country ?? "-"))) &&
      contact.sources >= sources &&
      (since === null || (contact.to !== null && contact.to >= since)) &&
      (until === null || (contact.from !== null && contact.from <= until));
  }
  // Who is no farther from the centre than so many lines that pass.
  function near([centre, depth], pass) {
    const found = new Set([Data.nodeById.get(centre)]);
    let ring = [...found];
    for (let step = 0; step < depth; step += 1) {
      const next = [];
      for (const node of ring) {
        for (const edge of node.edges) {
          const other = Data.otherEnd(edge, node);
          if (!found.has(other) && edge.contacts.some((number) => pass(contacts[number]))) {
            found.add(other);
            next.push(other);
          }
        }
      }
      ring = next;
    }
    return found;
  }
  function refresh() {
    const state = State.now;
    const pass = passes(state);
    const hidden = new Set(state.hidden.map((id) => Data.nodeById.get(id)));
    const close = state.focus ? near(state.focus, pass) : null;
    const allowed = (node) => !hidden.has(node) && (!close || close.has(node));
    const open = (edge) => allowed(edge.ends[0]) && allowed(edge.ends[1]);
    list = contacts.filter(
      (contact) => pass(contact) && (contact.edges.length ? contact.edges.some(open) : contact.nodes.some(allowed)),
    );
    edgeContacts = edges.map(() => []);
    nodeCounts = new Uint32Array(nodes.length);
    nodeDrawn = new Uint8Array(nodes.length);
    for (const contact of list) {
      for (const node of contact.nodes) if (allowed(node)) nodeCounts[node.number] += 1;
      for (const edge of contact.edges) {
        if (!open(edge)) continue;
        edgeContacts[edge.number].push(contact);
        for (const end of edge.ends) {
          nodeDrawn[end.number] = 1;
          if (end.kind === "place") nodeCounts[end.number] += 1;
        }
      }
    }
    for (const [id] of state.pinned) if (!hidden.has(Data.nodeById.get(id))) nodeDrawn[Data.nodeById.get(id).number] = 1;
  }
  return {
    refresh,
    contacts: () => list,
    of: (edge) => edgeContacts[edge.number],
    count: (node) => nodeCounts[node.number],
    draws: (node) => nodeDrawn[node.number] === 1 && node.x !== undefined,
    drawsEdge: (edge) => edgeContacts[edge.number].length > 0,
    nodes: () => nodes.filter((node) => nodeCounts[node.number] > 0),
    // Which of the filters' keys, and what is hidden or focused, decide what is shown.
    KEYS: ["all", "relations", "statuses", "countries", "topics", "sources", "since", "until", "focus", "hidden", "pinned"],
  };
})();
