// The drawing: vis-network draws nodes and lines and moves the view; what is chosen is drawn again over a veil.
const Drawing = (() => {
  const { look, placed } = Data;
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const frame = $("network");
  const SHAPES = { country: "hexagon", organization: "diamond", group: "triangle", place: "square" };
  const many = Data.edges.length;
  // Few lines are strong, thousands faint: the places where they run together show.
  const faint = many <= 150 ? 0.9 : Math.max(0.9 * (150 / many) ** 0.42, 0.13);
  // In a crowd the lines within communities stand out from those between them.
  const CROWD = 1500;
  const faintOf = (edge) => {
    if (many <= CROWD) return faint;
    return edge.ends[0].community === edge.ends[1].community ? Math.min(faint * 2, 0.9) : faint * 0.6;
  };
  const shapeOf = (node) => SHAPES[node.type] ?? "dot";
  let hover = null;
  let network = null;
  let drawnNodes = null;
  let drawnEdges = null;
  const known = new Map();

  // ---- how a line and a node look, from the contacts shown ----
  function edgeLook(edge) {
    const shown = Shown.of(edge);
    const held = shown.filter((contact) => contact.realised);
    const telling = held.length ? held : shown;
    const family = counted(telling.map((contact) => contact.family))[0]?.[0] ?? look.family.length - 1;
    const best = shown.reduce((one, contact) => {
      const status = Data.statuses[contact.status];
      return !one || status.rank < one.rank ? status : one;
    }, null);
    const ways = new Set(telling.map((contact) => (edge.ways ? edge.ways[edge.contacts.indexOf(contact.number)] : 0)));
    const width = look.edge.thinnest + look.edge.growth * Math.log2(Math.max(telling.length, 1));
    return {
      hidden: !shown.length,
      family,
      width: Math.round(Math.min(width, look.edge.thickest) * Data.rest.larger * 10) / 10,
      dashes: held.length || !best ? false : best.dashes,
      way: ways.size === 1 ? [...ways][0] : 0,
    };
  }
  function edgeItem(edge) {
    const is = (edge.look = edgeLook(edge));
    const item = {
      id: edge.id, from: edge.from, to: edge.to, width: is.width, way: is.way,
      hidden: is.hidden || !Shown.draws(edge.ends[0]) || !Shown.draws(edge.ends[1]),
      color: Colours.faded(Colours.family(is.family), faintOf(edge) * (is.dashes && many <= CROWD ? 0.8 : 1)),
    };
    // What every line is unless told otherwise goes without saying, the first time.
    const end = { enabled: true, scaleFactor: 0.5 };
    const none = { enabled: false };
    if (is.dashes || known.has(edge.id)) item.dashes = is.dashes;
    if (is.way || known.has(edge.id)) item.arrows = { to: is.way === 1 ? end : none, from: is.way === -1 ? end : none };
    return item;
  }
  function nodeItem(node) {
    return {
      id: node.id, x: node.x, y: node.y, shape: shapeOf(node), size: node.radius, hidden: !Shown.draws(node),
      color: { background: Colours.node(node), border: Colours.get("ground") },
    };
  }
  // Only what looks different is told to vis-network, for thousands of lines are slow to change; what is only
  // to come or go is marked on its own objects, which is a hundred times faster than its data set.
  const keyOf = ({ x, y, width, way, dashes, color }) =>
    `${x} ${y} ${width} ${way} ${dashes || ""} ${color.background ?? color} ${color.border}`;
  function change(things, item, inside, data) {
    const news = [];
    for (const thing of things) {
      const next = item(thing);
      const there = inside[next.id];
      if (there && (next.hidden || known.get(next.id) === keyOf(next))) there.options.hidden = next.hidden;
      else if (!next.hidden) {
        known.set(next.id, keyOf(next));
        news.push(next);
      }
    }
    if (news.length) data.update(news);
  }

  function begin() {
    const shown = (things, item) => {
      const found = things.map(item).filter((one) => !one.hidden);
      for (const one of found) known.set(one.id, keyOf(one));
      return found;
    };
    drawnNodes = new vis.DataSet(shown(placed, nodeItem));
    drawnEdges = new vis.DataSet(shown(Data.edges, edgeItem));
    const options = JSON.parse($("options").textContent);
    if (many > CROWD) Object.assign(options.interaction, { hideEdgesOnDrag: true, hideEdgesOnZoom: true, hover: false });
    network = new vis.Network(frame, { nodes: drawnNodes, edges: drawnEdges }, options);
    // vis-network makes the frame a stop of the tab key without a name; our own frame around it has one.
    frame.querySelector(".vis-network")?.removeAttribute("tabindex");
    network.on("afterDrawing", after);
    network.on("click", clicked);
    // What a tap opens moves the page: the click that browsers send after it would hit something else.
    frame.addEventListener("touchend", (event) => event.preventDefault(), { passive: false });
    network.on("hoverNode", (event) => hovered(event.node));
    network.on("blurNode", () => hovered(null));
    for (const [name, shape] of [["hoverNode", "pointer"], ["hoverEdge", "pointer"], ["blurNode", ""], ["blurEdge", ""]]) {
      network.on(name, () => (frame.style.cursor = shape));
    }
    network.on("dragEnd", dragged);
    whole(false);
  }
  function refresh() {
    change(placed, nodeItem, network.body.nodes, drawnNodes);
    change(Data.edges, edgeItem, network.body.edges, drawnEdges);
    network._updateVisibleIndices();
    network.redraw();
  }

  // ---- what is chosen ----
  function emphasis() {
    const open = State.now.open;
    if (!open) return null;
    const [kind, one] = open;
    const edges = new Set();
    const nodes = new Set();
    const add = (edge) => {
      edges.add(edge);
      edge.ends.forEach((end) => nodes.add(end));
    };
    if (kind === "node") {
      const node = Data.nodeById.get(one);
      nodes.add(node);
      node.edges.filter(Shown.drawsEdge).forEach(add);
    }
    if (kind === "edge") add(Data.edgeById.get(one));
    if (kind === "contact") Data.contactById.get(one).edges.filter(Shown.drawsEdge).forEach(add);
    if (kind === "path") Paths.edges(open[1], open[2]).forEach(add);
    if (kind === "cell") Matrix.contactsOf(open).forEach((told) => told.edges.filter(Shown.drawsEdge).forEach(add));
    if (!nodes.size || ![...nodes].some(Shown.draws)) return null;
    return { nodes, edges };
  }
  function after(context) {
    const among = emphasis();
    const scale = network.getScale();
    context.save();
    if (among) {
      const start = network.DOMtoCanvas({ x: 0, y: 0 });
      const end = network.DOMtoCanvas({ x: frame.clientWidth, y: frame.clientHeight });
      context.globalAlpha = 0.78;
      context.fillStyle = Colours.get("ground");
      context.fillRect(start.x, start.y, end.x - start.x, end.y - start.y);
      context.globalAlpha = 1;
      for (const edge of among.edges) Shapes.paintEdge(context, edge, scale);
      for (const node of among.nodes) if (Shown.draws(node)) Shapes.paintNode(context, node, scale);
    }
    const ringed = [State.now.open?.[0] === "node" ? State.now.open[1] : null, cursor?.id].filter(Boolean);
    for (const id of ringed) Shapes.paintRing(context, Data.nodeById.get(id), scale, Colours.get("accent"));
    for (const [id] of State.now.pinned) {
      if (Shown.draws(Data.nodeById.get(id))) Shapes.paintRing(context, Data.nodeById.get(id), scale, Colours.get("ink"));
    }
    const view = { scale, start: network.DOMtoCanvas({ x: 0, y: 0 }) };
    view.end = network.DOMtoCanvas({ x: frame.clientWidth, y: frame.clientHeight });
    Names.paint(context, view, among, hover);
    context.restore();
    if (!began) performance.mark("drawn");
    began = true;
  }
  let began = false;

  // ---- pointer ----
  function hovered(id) {
    hover = id;
    network.redraw();
  }
  function clicked(event) {
    const node = event.nodes[0] ?? Names.at(event.pointer.canvas);
    if (node !== undefined) return Panel.choose(node);
    if (event.edges.length) return State.open("edge", event.edges[0]);
    return State.open();
  }
  function dragged(event) {
    if (!event.nodes.length) return;
    const [id] = event.nodes;
    const at = network.getPosition(id);
    pin(id, Math.round(at.x), Math.round(at.y));
  }
  function pin(id, x, y) {
    State.change({ pinned: [...State.now.pinned.filter(([other]) => other !== id), [id, x, y]] });
  }
  // Nodes that were dragged lie where the address says, all others where the layout has them.
  const home = new Map(placed.map((node) => [node, [node.x, node.y]]));
  function settle() {
    const moved = new Map(State.now.pinned.filter((one) => one.length === 3).map(([id, x, y]) => [id, [x, y]]));
    for (const node of placed) [node.x, node.y] = moved.get(node.id) ?? home.get(node);
  }

  // ---- moving about ----
  const motion = () => (calm.matches || many > CROWD ? false : { duration: 250, easingFunction: "easeInOutQuad" });
  // Pixels around the nodes for their names, which keep their size at every zoom.
  const MARGIN = { side: 62, top: 24, bottom: 40 };
  function fit(nodes, animation = motion()) {
    if (!nodes.length) return;
    const edge = (pick, key) => nodes.reduce((most, node) => pick(most, node[key]), nodes[0][key]);
    const [left, right] = [edge(Math.min, "x"), edge(Math.max, "x")];
    const [top, bottom] = [edge(Math.min, "y"), edge(Math.max, "y")];
    const side = Math.min(MARGIN.side, frame.clientWidth / 12);
    const wide = Math.max(frame.clientWidth - 2 * side, 50) / Math.max(right - left, 1);
    const high = Math.max(frame.clientHeight - MARGIN.top - MARGIN.bottom, 50) / Math.max(bottom - top, 1);
    const scale = Math.min(wide, high, 1.6);
    const position = { x: (left + right) / 2, y: (top + bottom) / 2 + (MARGIN.bottom - MARGIN.top) / 2 / scale };
    network.moveTo({ position, scale, animation });
  }
  function whole(animation = motion()) {
    const shown = placed.filter(Shown.draws);
    fit(shown.length ? shown : placed, animation);
  }
  const zoom = (factor) => network.moveTo({ scale: network.getScale() * factor, animation: motion() });
  function pan(x, y) {
    const at = network.getViewPosition();
    const scale = network.getScale();
    network.moveTo({ position: { x: at.x + x / scale, y: at.y + y / scale }, animation: motion() });
  }
  // Brings a node into view if it is not there.
  function reach(node) {
    const at = network.canvasToDOM({ x: node.x, y: node.y });
    const inside = at.x > 40 && at.y > 40 && at.x < frame.clientWidth - 40 && at.y < frame.clientHeight - 40;
    if (!inside) network.moveTo({ position: { x: node.x, y: node.y }, animation: motion() });
  }

  // ---- a cursor for the keyboard ----
  let cursor = null;
  function step(x, y) {
    const shown = placed.filter(Shown.draws);
    if (!shown.length) return null;
    if (!cursor || !Shown.draws(cursor)) cursor = shown[0];
    else {
      // The nearest in that direction; what lies aside counts as farther.
      const far = (node) => {
        const [along, aside] = [(node.x - cursor.x) * x + (node.y - cursor.y) * y, (node.x - cursor.x) * y - (node.y - cursor.y) * x];
        return node === cursor || along <= Math.abs(aside) * 0.6 ? Infinity : along + 2 * Math.abs(aside);
      };
      const next = shown.reduce((best, node) => (far(node) < far(best) ? node : best), cursor);
      cursor = next;
    }
    reach(cursor);
    network.redraw();
    return cursor;
  }
  return {
    begin, refresh, settle, whole, fit, zoom, pan, reach, step, pin, shapeOf,
    network: () => network,
    faintOf,
    cursor: () => cursor,
    leaveCursor: () => {
      cursor = null;
      network.redraw();
    },
    redraw: () => network.redraw(),
    resize: () => {
      network.setSize("100%", "100%");
      network.redraw();
    },
    lines: () =>
      Data.edges.map((edge) => ({ id: edge.id, ...edge.look, hidden: network.body.edges[edge.id]?.options.hidden ?? true })),
    emphasis,
  };
})();
