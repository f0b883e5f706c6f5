// Nodes and lines as points, for whatever draws them: the canvas over its veil, the legend, a picture.
const Shapes = (() => {
  const corners = {
    hexagon: [0, 60, 120, 180, 240, 300],
    diamond: [0, 90, 180, 270],
    triangle: [-90, 30, 150],
    square: [45, 135, 225, 315],
  };
  function points(shape, x, y, radius) {
    const far = shape === "square" ? radius * Math.SQRT2 : shape === "triangle" ? radius * 1.2 : radius;
    return corners[shape].map((angle) => {
      const turn = (angle * Math.PI) / 180;
      return [x + far * Math.cos(turn), y + far * Math.sin(turn)];
    });
  }
  function trace(context, shape, x, y, radius) {
    context.beginPath();
    if (shape === "dot") context.arc(x, y, radius, 0, 2 * Math.PI);
    else points(shape, x, y, radius).forEach(([px, py], number) => (number ? context.lineTo(px, py) : context.moveTo(px, py)));
    context.closePath();
  }
  function paintNode(context, node, scale) {
    trace(context, Drawing.shapeOf(node), node.x, node.y, node.radius);
    context.fillStyle = Colours.node(node);
    context.fill();
    context.lineWidth = 1 / scale;
    context.strokeStyle = Colours.get("ground");
    context.stroke();
  }
  function paintRing(context, node, scale, colour) {
    trace(context, "dot", node.x, node.y, node.radius + 5 / scale);
    context.lineWidth = 2.5 / scale;
    context.strokeStyle = colour;
    context.stroke();
  }
  // A line from rim to rim, and the head of its arrow where order counts.
  function run(edge) {
    const [a, b] = edge.look.way === -1 ? [edge.ends[1], edge.ends[0]] : edge.ends;
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    const [x, y] = [(b.x - a.x) / length, (b.y - a.y) / length];
    const end = [b.x - x * b.radius, b.y - y * b.radius];
    const size = 5 + edge.look.width;
    const [back, side] = [size * 1.6, size * 0.7];
    const head = edge.look.way
      ? [end, [end[0] - x * back - y * side, end[1] - y * back + x * side], [end[0] - x * back + y * side, end[1] - y * back - x * side]]
      : null;
    return { start: [a.x + x * a.radius, a.y + y * a.radius], end, head };
  }
  function paintEdge(context, edge, scale) {
    if (!edge.ends.every(Shown.draws)) return;
    const { start, end, head } = run(edge);
    context.strokeStyle = context.fillStyle = Colours.family(edge.look.family);
    context.lineWidth = Math.max(edge.look.width, 1.2 / scale);
    context.setLineDash(edge.look.dashes || []);
    context.beginPath();
    context.moveTo(...start);
    context.lineTo(...end);
    context.stroke();
    context.setLineDash([]);
    if (!head) return;
    context.beginPath();
    head.forEach((point, number) => (number ? context.lineTo(...point) : context.moveTo(...point)));
    context.fill();
  }
  // The same as an element of SVG.
  function nodeElement(shape, x, y, radius, options) {
    const round = (value) => Math.round(value * 10) / 10;
    if (shape === "dot") return draw("circle", { cx: round(x), cy: round(y), r: round(radius), ...options });
    const told = points(shape, x, y, radius).map((point) => point.map(round).join(",")).join(" ");
    return draw("polygon", { points: told, ...options });
  }
  return { paintNode, paintRing, paintEdge, nodeElement, run };
})();
