// What the page was made of, and what follows from it once and for all.
const Data = (() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const nodes = read("nodes");
  const edges = read("edges");
  const rest = read("rest");
  const { contacts, articles, quotes, relations, statuses, look } = rest;
  const DAY = 86_400_000;
  const dayOf = (iso) => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);
  const isoOf = (day) => new Date(day * DAY).toISOString().slice(0, 10);

  // What is usual is left out of the file.
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const inWords = (iso) => `${Number(iso.slice(8))} ${MONTHS[Number(iso.slice(5, 7)) - 1]} ${Number(iso.slice(0, 4))}`;
  for (const node of nodes) {
    node.kind ??= "actor";
    node.type ??= "person";
    node.names ??= [];
    node.lines ??= [node.name];
  }
  for (const edge of edges) {
    edge.ends = [nodes[edge.from], nodes[edge.to]];
    [edge.from, edge.to] = edge.ends.map((end) => end.id);
    edge.id = `${edge.from} ${edge.to}`;
  }
  for (const contact of contacts) {
    contact.sources ??= 1;
    contact.acting ??= 1;
    if (contact.day) {
      contact.first = contact.last = contact.day;
      contact.when = inWords(contact.day);
    }
  }

  const nodeById = new Map(nodes.map((node) => [node.id, node]));
  const edgeById = new Map(edges.map((edge) => [edge.id, edge]));
  const contactById = new Map(contacts.map((contact) => [contact.id, contact]));
  nodes.forEach((node, number) => Object.assign(node, { number, edges: [], told: [] }));
  contacts.forEach((contact, number) => {
    contact.number = number;
    contact.family = relations[contact.relation].family;
    contact.realised = statuses[contact.status].realised;
    contact.topics ??= [];
    contact.evidence ??= [];
    contact.from = contact.first ? dayOf(contact.first) : null;
    contact.to = contact.last ? dayOf(contact.last) : null;
    contact.nodes = (contact.actors ?? []).map((actor) => nodes[actor]);
    contact.edges = [];
    for (const node of contact.nodes) node.told.push(contact);
  });
  edges.forEach((edge, number) => {
    edge.number = number;
    for (const end of edge.ends) end.edges.push(edge);
    for (const told of edge.contacts) contacts[told].edges.push(edge);
    for (const end of edge.ends) {
      if (end.kind === "place") end.told.push(...edge.contacts.map((told) => contacts[told]));
    }
  });
  for (const node of nodes) {
    const grown = look.node.smallest + look.node.growth * (Math.sqrt(node.contacts) - 1);
    node.radius = rest.larger * (node.kind === "place" ? look.node.place : Math.min(grown, look.node.largest));
  }
  const dated = contacts.filter((contact) => contact.from !== null);
  const countryName = new Map(rest.countries);

  return {
    nodes, edges, contacts, articles, quotes, relations, statuses, look, rest,
    nodeById, edgeById, contactById, countryName, dayOf, isoOf, inWords, MONTHS,
    placed: nodes.filter((node) => node.x !== undefined),
    firstDay: dated.reduce((least, contact) => Math.min(least, contact.from), Infinity),
    lastDay: dated.reduce((most, contact) => Math.max(most, contact.to), -Infinity),
    countryOf: (node) => (node.country ? countryName.get(node.country) ?? node.country : "no country"),
    otherEnd: (edge, node) => (edge.ends[0] === node ? edge.ends[1] : edge.ends[0]),
  };
})();
