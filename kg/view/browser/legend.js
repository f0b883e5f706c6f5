// The legend: what colours, lines and shapes mean, of those that are drawn.
const Legend = (() => {
  const { look } = Data;
  // A line takes the whole sample, a node its middle.
  const sample = (shape) => {
    const [x, width] = shape.tagName === "line" ? [0, 30] : [7, 16];
    return draw("svg", { viewBox: `${x} 0 ${width} 16`, width, height: 16, "aria-hidden": "true" }, shape);
  };
  const stroke = (colour, dashes) =>
    draw("line", { x1: 1, y1: 8, x2: 29, y2: 8, stroke: colour, "stroke-width": 3, "stroke-dasharray": (dashes || []).join(" ") || null });
  const row = (title, entries) =>
    entries.length
      ? make("li", {}, make("strong", {}, title), make("ul", {}, ...entries.map(([shape, label]) => make("li", {}, sample(shape), text(label)))))
      : null;

  // What is drawn, as pairs of shape and words; a picture of the page has it too.
  function entries() {
    const edges = Data.edges.filter((edge) => Shown.drawsEdge(edge) && edge.look);
    const used = new Set(edges.map((edge) => edge.look.family));
    const families = look.family.map((one, number) => [number, one]).filter(([number]) => used.has(number));
    const dashed = new Set(edges.filter((edge) => edge.look.dashes).map((edge) => edge.look.dashes.join(" ")));
    const lines = look.line.filter((line) => dashed.has(line.dashes.join(" ")));
    const nodes = Data.placed.filter(Shown.draws);
    const groups = new Map();
    for (const node of nodes) {
      if (node.kind !== "actor") continue;
      const group = Colours.groupOf(node);
      if (!groups.has(group)) groups.set(group, node);
    }
    const named = [...groups].sort((one, other) => one[0] - other[0]).map(([group, node]) => {
      const label = group === Colours.last ? "others" : State.now.colour === "country" ? Data.countryOf(node) : `around ${node.name}`;
      return [Shapes.nodeElement("dot", 15, 8, 6.5, { fill: Colours.group(group) }), label];
    });
    const types = [...new Set(nodes.map((node) => node.type))].filter((type) => type !== "person");
    const shapes = types.map((type) => {
      const shape = Drawing.shapeOf({ type });
      return [Shapes.nodeElement(shape, 15, 8, 6.5, { fill: type === "place" ? Colours.get("place") : Colours.get("soft") }), ActorPanel.TYPES[type] ?? type];
    });
    return {
      Lines: [
        ...families.map(([number, one]) => [stroke(Colours.family(number)), one.label]),
        ...lines.map((line) => [stroke(Colours.get("soft"), line.dashes), line.label]),
      ],
      Actors: [...named, ...shapes],
    };
  }
  const refresh = () => $("legend").replaceChildren(...Object.entries(entries()).map(([title, some]) => row(title, some)).filter(Boolean));
  return { refresh, entries };
})();
