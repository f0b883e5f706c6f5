// The network page: draws the nodes and edges, and shows the evidence behind them.
// Names and quotes are strangers' text: they go into the page as text nodes only.
(() => {
  "use strict";

  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const nodes = read("nodes");
  const edges = read("edges");
  const rest = read("rest");
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const edgeById = new Map(edges.map((edge) => [edge.id, edge]));
  const edgesOf = new Map(nodes.map((node) => [node.id, []]));
  for (const edge of edges) {
    edgesOf.get(edge.from).push(edge);
    edgesOf.get(edge.to).push(edge);
  }
  const $ = (id) => document.getElementById(id);
  const panel = $("panel");
  const state = { others: rest.occurred === 0, node: null, edge: null, hover: null };

  // ---- small makers of elements ----
  function make(tag, options = {}, ...children) {
    const { events = {}, ...attributes } = options;
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    for (const [name, listener] of Object.entries(events)) element.addEventListener(name, listener);
    element.append(...children.filter((child) => child !== null && child !== ""));
    return element;
  }
  const text = (value) => make("bdi", {}, value);

  // ---- colours of the scheme ----
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  const familyColour = (number) => rest.legend.families[number][dark.matches ? "dark" : "light"];
  let paint = {};
  function readColours() {
    paint = {};
    for (const name of ["ink", "soft", "halo", "actor", "actor-ink", "place", "accent"]) paint[name] = colour(name);
  }

  // ---- what is visible, and how ----
  const visibleNode = (node) => state.others || node.occurred > 0;
  const visibleEdge = (edge) => state.others || edge.occurred > 0;
  function near() {
    if (state.edge) {
      const edge = edgeById.get(state.edge);
      return new Set([edge.from, edge.to]);
    }
    if (!state.node) return null;
    const found = new Set([state.node]);
    for (const edge of edgesOf.get(state.node)) if (visibleEdge(edge)) found.add(edge.from).add(edge.to);
    return found;
  }
  function nodeLook(node, among) {
    const fill = node.kind === "place" ? paint.place : paint.actor;
    const border = node.id === state.node ? paint.accent : fill;
    const colours = { background: fill, border };
    return {
      id: node.id,
      hidden: !visibleNode(node),
      opacity: among && !among.has(node.id) ? 0.25 : 1,
      borderWidth: node.id === state.node ? 4 : 1,
      color: { ...colours, highlight: { background: fill, border: paint.accent }, hover: colours },
    };
  }
  function edgeLook(edge, among) {
    const touched = state.edge ? edge.id === state.edge : edge.from === state.node || edge.to === state.node;
    const shade = familyColour(edge.family);
    return {
      id: edge.id,
      hidden: !visibleEdge(edge),
      width: state.others ? edge.width_all : edge.width,
      color: { color: shade, highlight: shade, hover: shade, opacity: among && !touched ? 0.15 : 0.85, inherit: false },
    };
  }

  readColours();
  const drawnNodes = new vis.DataSet(nodes);
  const drawnEdges = new vis.DataSet(edges);
  function repaint() {
    const among = near();
    drawnNodes.update(nodes.map((node) => nodeLook(node, among)));
    drawnEdges.update(edges.map((edge) => edgeLook(edge, among)));
  }
  repaint();
  const network = new vis.Network($("network"), { nodes: drawnNodes, edges: drawnEdges }, read("options"));

  // ---- names: drawn at one size at every zoom, the strongest first, none over another ----
  let boxes = [];
  const meets = (one, other) =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
  const spots = (place, radius, width, height) => [
    [place.x - width / 2, place.y + radius],
    [place.x - width / 2, place.y - radius - height],
    [place.x + radius, place.y - height / 2],
    [place.x - radius - width, place.y - height / 2],
    [place.x + radius * 0.7, place.y + radius * 0.7],
    [place.x - radius * 0.7 - width, place.y + radius * 0.7],
    [place.x + radius * 0.7, place.y - radius * 0.7 - height],
    [place.x - radius * 0.7 - width, place.y - radius * 0.7 - height],
    [place.x - width / 2, place.y + radius + height / 4],
    [place.x - width / 2, place.y - radius - height * 1.25],
  ];
  function drawNames(context) {
    const scale = network.getScale();
    const size = rest.label.font / scale;
    const line = rest.label.line / scale;
    const corner = network.DOMtoCanvas({ x: 0, y: 0 });
    const frame = $("network");
    const end = network.DOMtoCanvas({ x: frame.clientWidth, y: frame.clientHeight });
    const framed = (box) => box.left > corner.x && box.right < end.x && box.top > corner.y && box.bottom < end.y;
    const among = near();
    const wanted = state.hover || state.node;
    const rank = (node) => (node.id === wanted ? 2 : among && among.has(node.id) ? 1 : 0);
    const places = network.getPositions();
    const inside = nodes.filter((node) => {
      const place = places[node.id];
      return (
        visibleNode(node) && place.x > corner.x && place.x < end.x && place.y > corner.y && place.y < end.y
      );
    });
    const dots = inside.map((node) => {
      const place = places[node.id];
      const room = node.size * 0.8;
      return { id: node.id, left: place.x - room, right: place.x + room, top: place.y - room, bottom: place.y + room };
    });
    boxes = [];
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    for (const node of inside) drawCode(context, node, places[node.id], scale, among);
    // nodes come strongest first; sort is stable
    const order = [...inside].sort((one, other) => rank(other) - rank(one)).slice(0, 250);
    for (const [number, node] of order.entries()) {
      context.font = `${node.kind === "place" ? "italic " : ""}${rank(node) ? "600 " : ""}${size}px system-ui, sans-serif`;
      const width = Math.max(...node.lines.map((part) => context.measureText(part).width)) + 4 / scale;
      const height = node.lines.length * line;
      const radius = node.size + 3 / scale;
      const around = spots(places[node.id], radius, width, height).map(([left, top]) => {
        return { id: node.id, left, top, right: left + width, bottom: top + height };
      });
      const clear = around.filter((box) => framed(box) && !boxes.some((other) => meets(box, other)));
      const best = clear.find((box) => !dots.some((dot) => dot.id !== node.id && meets(box, dot)));
      // The strongest may have theirs over other nodes, and the one that is asked for anywhere.
      const box = best || (number < rest.label.always && clear[0]) || (node.id === wanted && around[0]);
      if (!box) continue;
      boxes.push(box);
      context.globalAlpha = among && !among.has(node.id) ? 0.45 : 1;
      context.lineWidth = 4 / scale;
      context.strokeStyle = paint.halo;
      context.fillStyle = node.kind === "place" ? paint.soft : paint.ink;
      node.lines.forEach((part, row) => {
        const middle = box.top + line * (row + 0.5);
        context.strokeText(part, box.left + width / 2, middle);
        context.fillText(part, box.left + width / 2, middle);
      });
    }
    context.globalAlpha = 1;
  }
  function drawCode(context, node, place, scale, among) {
    if (node.kind === "place" || !node.country || node.size * scale < 6.5) return;
    if (among && !among.has(node.id)) return;
    context.font = `600 ${node.size * (node.shape === "dot" ? 0.82 : 0.66)}px system-ui, sans-serif`;
    context.fillStyle = paint["actor-ink"];
    context.fillText(node.country, place.x, place.y + node.size * (node.shape === "triangle" ? 0.2 : 0.05));
  }
  network.on("afterDrawing", drawNames);

  // ---- moving about ----
  const motion = () => (calm.matches ? false : { duration: 250, easingFunction: "easeInOutQuad" });
  // Pixels around the nodes for their names, which keep their size at every zoom.
  const MARGIN = { side: 66, top: 28, bottom: 58 };
  function whole(animation = motion()) {
    const seen = nodes.filter(visibleNode);
    if (!seen.length) return;
    const places = seen.map((node) => network.getPosition(node.id));
    const [left, right] = [Math.min(...places.map((place) => place.x)), Math.max(...places.map((place) => place.x))];
    const [top, bottom] = [Math.min(...places.map((place) => place.y)), Math.max(...places.map((place) => place.y))];
    const frame = $("network");
    const wide = Math.max(frame.clientWidth - 2 * MARGIN.side, 50) / Math.max(right - left, 1);
    const high = Math.max(frame.clientHeight - MARGIN.top - MARGIN.bottom, 50) / Math.max(bottom - top, 1);
    const scale = Math.min(wide, high, 1.3);
    const position = { x: (left + right) / 2, y: (top + bottom) / 2 + (MARGIN.bottom - MARGIN.top) / 2 / scale };
    network.moveTo({ position, scale, animation });
  }
  function zoom(factor) {
    network.moveTo({ scale: network.getScale() * factor, animation: motion() });
  }

  // ---- the side panel ----
  const plural = (number, one, many) => `${number} ${number === 1 ? one : many}`;
  function fill(...children) {
    panel.replaceChildren(...children);
    panel.scrollTop = 0;
  }
  function heading(...children) {
    return make("h2", { tabindex: "-1" }, ...children);
  }
  function backButton() {
    return make("button", { type: "button", class: "back", events: { click: leave } }, "← All actors");
  }
  const fold = (value) => value.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const searchable = new Map(nodes.map((node) => [node.id, fold([node.name, ...node.names].join(" \n "))]));
  const strength = (node) => (state.others ? node.contacts : node.occurred);
  function found() {
    const asked = fold($("search").value.trim());
    const some = nodes.filter((node) => (asked ? searchable.get(node.id).includes(asked) : visibleNode(node)));
    return some.sort((one, other) => strength(other) - strength(one));
  }
  function showList() {
    const list = found();
    const entries = list.map((node) => {
      const number = node.kind === "place" ? plural(strength(node), "visit", "visits") : `${strength(node)}`;
      const name = make("span", {}, text(node.name), node.country && node.kind !== "place" ? ` (${node.country})` : "");
      const open = { click: () => select({ node: node.id, move: true, focus: true }) };
      const button = make("button", { type: "button", events: open }, name, make("span", { class: "number" }, number));
      return make("li", {}, button);
    });
    const asked = $("search").value.trim();
    fill(
      heading(asked ? plural(list.length, "match", "matches") : "Actors by number of contacts"),
      make("p", { class: "about" }, "Choose one, or click a line of the network to read what proves it."),
      make("ul", { class: "names" }, ...entries),
    );
  }
  function contactCard(id) {
    const contact = rest.contacts[id];
    const swatch = make("span", { class: "swatch", "aria-hidden": "true" });
    swatch.style.background = familyColour(contact.family);
    const facts = [contact.relation, contact.when, contact.place || contact.destination];
    facts.push(plural(contact.sources, "independent source", "independent sources"), contact.confidence);
    const status = contact.realised ? null : make("span", { class: "status" }, `${contact.status} · `);
    return make(
      "article",
      { class: "contact" },
      make("h4", {}, swatch, text(contact.label)),
      make("p", { class: "facts" }, status, text(facts.filter(Boolean).join(" · "))),
      ...contact.evidence.map((one) => quote(one, contact.status)),
    );
  }
  function quote(one, status) {
    const footer = make("footer", {});
    const parts = [];
    if (one.outlet) parts.push(text(one.outlet));
    if (one.published) parts.push(one.published);
    if (one.claimed_by) parts.push(make("span", {}, "according to ", text(one.claimed_by)));
    if (one.status !== status) parts.push(`reported as ${one.status}`);
    if (one.url && /^https?:\/\//i.test(one.url)) {
      parts.push(make("a", { href: one.url, target: "_blank", rel: "noopener noreferrer" }, "open article"));
    }
    parts.forEach((part, number) => footer.append(...(number ? [" · ", part] : [part])));
    return make("blockquote", {}, make("p", {}, text(`“${one.quote}”`)), footer);
  }
  function groups(ids) {
    const held = ids.filter((id) => rest.contacts[id].realised);
    const other = ids.filter((id) => !rest.contacts[id].realised);
    const part = (title, list) =>
      list.length ? [make("h3", {}, `${title} (${list.length})`), ...list.map(contactCard)] : [];
    return [...part("Took place", held), ...part("Did not take place, or disputed", other)];
  }
  const TYPES = { person: "person", organization: "organisation", country: "country", group: "group", place: "place" };
  function showNode(node) {
    const ids = new Set(edgesOf.get(node.id).flatMap((edge) => edge.contacts));
    const own = Object.entries(rest.contacts).filter(([, contact]) => contact.actors.includes(node.id));
    for (const [id] of own) ids.add(id);
    const ordered = rest.order.filter((id) => ids.has(id));
    const about = [TYPES[node.type], node.country, plural(ordered.length, "contact", "contacts")];
    const others = node.names.length ? make("p", { class: "about" }, "also: ", text(node.names.join(", "))) : null;
    fill(
      backButton(),
      heading(text(node.name)),
      ...[make("p", { class: "about" }, about.filter(Boolean).join(" · ")), others].filter(Boolean),
      ...groups(ordered),
    );
  }
  function showEdge(edge) {
    const ends = [edge.from, edge.to].map((id) => byId.get(id));
    const link = (node) => {
      const open = { click: () => select({ node: node.id, focus: true }) };
      return make("button", { type: "button", events: open }, text(node.name));
    };
    fill(
      backButton(),
      heading(text(ends[0].name), " – ", text(ends[1].name)),
      make("p", { class: "about ends" }, link(ends[0]), link(ends[1])),
      ...groups(edge.contacts),
    );
  }

  // ---- choosing ----
  function select({ node = null, edge = null, move = false, focus = false }) {
    state.node = node;
    state.edge = edge;
    const hidden = (node && !visibleNode(byId.get(node))) || (edge && !visibleEdge(edgeById.get(edge)));
    if (hidden) setOthers(true);
    repaint();
    network.setSelection({ nodes: node ? [node] : [], edges: edge ? [edge] : [] }, { highlightEdges: false });
    if (node) showNode(byId.get(node));
    else if (edge) showEdge(edgeById.get(edge));
    else showList();
    if (node && move) network.focus(node, { scale: Math.max(network.getScale(), 0.9), animation: motion() });
    if (focus) panel.querySelector("h2").focus();
  }
  function leave() {
    $("search").value = "";
    select({});
  }
  function setOthers(value) {
    state.others = value;
    $("others").checked = value;
    repaint();
    showLegend();
  }
  network.on("click", (event) => {
    const at = event.pointer.canvas;
    const named = boxes.find((box) => box.left < at.x && at.x < box.right && box.top < at.y && at.y < box.bottom);
    if (event.nodes.length) select({ node: event.nodes[0] });
    else if (named) select({ node: named.id });
    else if (event.edges.length) select({ edge: event.edges[0] });
    else select({});
  });
  const hover = (id) => () => {
    state.hover = id;
    network.redraw();
  };
  network.on("hoverNode", (event) => hover(event.node)());
  network.on("blurNode", hover(null));
  for (const [name, shape] of [["hoverNode", "pointer"], ["hoverEdge", "pointer"], ["blurNode", ""], ["blurEdge", ""]]) {
    network.on(name, () => ($("network").style.cursor = shape));
  }

  // ---- controls ----
  $("others").addEventListener("change", (event) => {
    setOthers(event.target.checked);
    if (!state.node && !state.edge) showList();
    if (state.edge && !visibleEdge(edgeById.get(state.edge))) select({});
    if (state.node && !visibleNode(byId.get(state.node))) select({});
  });
  $("search").addEventListener("input", () => {
    select({});
  });
  $("search").addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    const first = found()[0];
    if (first) select({ node: first.id, move: true, focus: true });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    leave();
  });
  $("closer").addEventListener("click", () => zoom(1.4));
  $("farther").addEventListener("click", () => zoom(1 / 1.4));
  $("whole").addEventListener("click", () => whole());

  // ---- legend ----
  function sample(draw) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    for (const [name, value] of [["width", 30], ["height", 16], ["aria-hidden", "true"]]) svg.setAttribute(name, value);
    const [tag, attributes] = draw;
    const shape = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) shape.setAttribute(name, value);
    svg.append(shape);
    return svg;
  }
  const stroke = (shade, dashes) => [
    "line",
    { x1: 1, y1: 8, x2: 29, y2: 8, stroke: shade, "stroke-width": 3, "stroke-dasharray": dashes.join(" ") },
  ];
  const SHAPES = {
    person: ["circle", { cx: 15, cy: 8, r: 6.5 }],
    country: ["polygon", { points: "8,8 11.5,2 18.5,2 22,8 18.5,14 11.5,14" }],
    organization: ["polygon", { points: "15,0.5 22.5,8 15,15.5 7.5,8" }],
    group: ["polygon", { points: "15,1.5 22.5,14 7.5,14" }],
    place: ["rect", { x: 10, y: 3, width: 10, height: 10 }],
  };
  function showLegend() {
    const entry = (draw, label) => make("li", {}, sample(draw), label);
    const families = rest.legend.used.map((number) => entry(stroke(familyColour(number), []), rest.legend.families[number].label));
    const lines = state.others && rest.others ? rest.legend.lines.map((line) => entry(stroke(paint.soft, line.dashes), line.label)) : [];
    const types = Object.keys(SHAPES).filter((type) => nodes.some((node) => node.type === type));
    const shapes = types.map((type) => {
      const [tag, attributes] = SHAPES[type];
      const shade = type === "place" ? paint.place : paint.actor;
      return entry([tag, { ...attributes, fill: shade }], type === "place" ? "place visited" : TYPES[type]);
    });
    $("legend").replaceChildren(...families, ...lines, ...shapes);
  }
  dark.addEventListener("change", () => {
    readColours();
    repaint();
    showLegend();
    network.redraw();
  });

  // ---- start ----
  $("others").checked = state.others;
  $("others-text").textContent = `Also show ${rest.others} planned, refused or disputed`;
  $("others-switch").hidden = rest.others === 0;
  $("nothing").hidden = nodes.length > 0;
  $("legend").hidden = nodes.length === 0;
  showLegend();
  showList();
  whole(false);

  // For whoever inspects the page: what is drawn, and where. Nothing here changes it.
  const onScreen = (point) => {
    const frame = $("network").getBoundingClientRect();
    const { x, y } = network.canvasToDOM(point);
    return { x: x + frame.left, y: y + frame.top };
  };
  window.contactKg = Object.freeze({
    nodes: () => nodes.filter(visibleNode).map((node) => node.id),
    edges: () => edges.filter(visibleEdge).map((edge) => edge.id),
    lines: () => drawnEdges.get().map(({ id, dashes, hidden, width }) => ({ id, dashes, hidden, width })),
    names: () =>
      boxes.map((box) => {
        const start = onScreen({ x: box.left, y: box.top });
        const end = onScreen({ x: box.right, y: box.bottom });
        return { id: box.id, text: byId.get(box.id).lines.join(" "), ...{ left: start.x, top: start.y, right: end.x, bottom: end.y } };
      }),
    where: (id) => onScreen(network.getPosition(id)),
    selected: () => ({ node: state.node, edge: state.edge }),
  });
})();
