// What is seen of the network as SVG: the same lines, nodes, names and legend, with the title above.
const Picture = (() => {
  const HEAD = 76;
  const ROW = 22;
  const FONT = "system-ui, sans-serif";

  function words(x, y, value, options = {}) {
    return draw("text", { x, y, "font-family": FONT, "font-size": 13, fill: Colours.get("ink"), ...options }, value);
  }
  function legend(width, y) {
    const group = draw("g", { transform: `translate(0 ${y})` });
    let [x, row] = [16, 0];
    for (const [shape, label] of Object.values(Legend.entries()).flat()) {
      const length = 40 + label.length * 7.2;
      if (x + length > width && x > 16) [x, row] = [16, row + 1];
      const at = draw("g", { transform: `translate(${x} ${row * ROW})` }, shape, words(36, 13, label));
      group.append(at);
      x += length + 14;
    }
    return { group, height: (row + 1) * ROW + 12 };
  }
  // As many lines as there is room for, by the mean width of a character.
  function lines(told, width) {
    const most = Math.floor((width - 32) / 7);
    const found = [""];
    for (const part of told.split(" · ")) {
      const longer = found.at(-1) ? `${found.at(-1)} · ${part}` : part;
      if (longer.length <= most || !found.at(-1)) found[found.length - 1] = longer;
      else found.push(part);
    }
    return found.slice(0, 2);
  }
  function svg() {
    const network = Drawing.network();
    const scale = network.getScale();
    const frame = $("network");
    const [width, height] = [frame.clientWidth || 930, frame.clientHeight || 600];
    const corner = network.DOMtoCanvas({ x: 0, y: 0 });
    const told = legend(width, HEAD + height + 6);
    const total = HEAD + height + told.height;
    const root = draw("svg", { viewBox: `0 0 ${width} ${total}`, width, height: total });
    root.append(
      draw("rect", { width, height: total, fill: Colours.get("ground") }),
      words(16, 26, Data.rest.title, { "font-size": 18, "font-weight": 600 }),
      ...lines(caption(), width).map((line, row) => words(16, 46 + row * 18, line, { fill: Colours.get("soft") })),
    );
    const clip = draw("clipPath", { id: "frame" }, draw("rect", { x: corner.x, y: corner.y, width: width / scale, height: height / scale }));
    const world = draw("g", { "clip-path": "url(#frame)", transform: `translate(0 ${HEAD}) scale(${scale}) translate(${-corner.x} ${-corner.y})` });
    world.append(clip);
    const among = Drawing.emphasis();
    const dim = (inside) => (among && !inside ? 0.22 : 1);
    for (const edge of Data.edges) {
      if (!Shown.drawsEdge(edge) || !edge.ends.every(Shown.draws)) continue;
      const { start, end, head } = Shapes.run(edge);
      const colour = Colours.family(edge.look.family);
      const opacity = Drawing.faintOf(edge) * dim(among?.edges.has(edge));
      const round = (value) => Math.round(value * 10) / 10;
      world.append(draw("line", {
        x1: round(start[0]), y1: round(start[1]), x2: round(end[0]), y2: round(end[1]), stroke: colour,
        "stroke-width": edge.look.width, "stroke-dasharray": edge.look.dashes ? edge.look.dashes.join(" ") : null, opacity: opacity.toFixed(2),
      }));
      if (head) world.append(draw("polygon", { points: head.map((point) => point.map(round).join(",")).join(" "), fill: colour, opacity: opacity.toFixed(2) }));
    }
    for (const node of Data.placed) {
      if (!Shown.draws(node)) continue;
      world.append(Shapes.nodeElement(Drawing.shapeOf(node), node.x, node.y, node.radius, { fill: Colours.node(node), opacity: dim(among?.nodes.has(node)) }));
      if (Names.coded(node, scale) && dim(among?.nodes.has(node)) === 1) {
        world.append(words(node.x, Names.codeY(node), node.country, {
          "font-size": Names.codeSize(node), "font-weight": 600, fill: Colours.get("actor-ink"), "text-anchor": "middle", "dominant-baseline": "central",
        }));
      }
    }
    for (const box of Names.boxes()) {
      const node = Data.nodeById.get(box.id);
      if (box.far) {
        const [x, y] = Names.leader(node, box);
        world.append(draw("line", { x1: node.x, y1: node.y, x2: x, y2: y, stroke: Colours.get("soft"), "stroke-width": 1 / scale }));
      }
      const line = Data.look.label.line / scale;
      node.lines.forEach((part, row) => {
        world.append(words((box.left + box.right) / 2, box.top + line * (row + 0.5), part, {
          "font-size": Data.look.label.font / scale, "text-anchor": "middle", "dominant-baseline": "central",
          "paint-order": "stroke", stroke: Colours.get("ground"), "stroke-width": 4 / scale, "stroke-linejoin": "round",
          opacity: among && !among.nodes.has(node) ? 0.5 : 1,
        }));
      });
    }
    root.append(world, told.group);
    return root;
  }
  const caption = () => [`shown: ${$("count").textContent}`, ...Data.rest.filters, $("summary").textContent].join(" · ");
  return { svg, caption };
})();
