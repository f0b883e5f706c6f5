// Names on the drawing: of one size at every zoom, the strongest first, none over another.
const Names = (() => {
  const { label } = Data.look;
  const CELL = 48; // pixels of a square of the grid that tells which nodes are near
  // Pixels from its node at which the name of a strong actor may stand if not beside it: less where all are named.
  const FAR = [18, 32, 46];
  const FARTHER = [...FAR, 68, 96];
  const CLOSE = FAR.slice(0, 1);
  const FIRST = 20;
  const FEW = 30; // names at first: a page too small for lines that lead far
  const ROOM = 11_000; // square pixels of the page for each name that is there at first
  const FAR_COST = 1.2; // of each such step farther off, where a weak node that is covered costs 1
  const COVER_COST = 3; // of a strong node, or any node of a network in which each can be seen
  let boxes = [];
  const meets = (one, other) =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

  // Where a name may stand: beside its node, and for the strongest farther off, with a line to it.
  function spots(node, radius, width, height, far, scale) {
    const { x, y } = node;
    const near = [
      [x - width / 2, y + radius],
      [x - width / 2, y - radius - height],
      [x + radius, y - height / 2],
      [x - radius - width, y - height / 2],
      [x + radius * 0.7, y + radius * 0.7],
      [x - radius * 0.7 - width, y + radius * 0.7],
      [x + radius * 0.7, y - radius * 0.7 - height],
      [x - radius * 0.7 - width, y - radius * 0.7 - height],
    ];
    if (!far) return near;
    for (const away of far) {
      for (let turn = 0; turn < 12; turn += 1) {
        const angle = (turn / 12) * 2 * Math.PI + 0.26;
        const [cx, cy] = [x + Math.cos(angle) * (away / scale + radius + width / 3), y + Math.sin(angle) * (away / scale + radius)];
        near.push([cx - width / 2, cy - height / 2, far.indexOf(away) + 1]);
      }
    }
    return near;
  }
  function nearby(dots, scale) {
    const cell = CELL / scale;
    const grid = new Map();
    const cells = (box) => {
      const found = [];
      for (let x = Math.floor(box.left / cell); x <= Math.floor(box.right / cell); x += 1) {
        for (let y = Math.floor(box.top / cell); y <= Math.floor(box.bottom / cell); y += 1) found.push(`${x} ${y}`);
      }
      return found;
    };
    for (const dot of dots) {
      for (const key of cells(dot)) {
        if (!grid.has(key)) grid.set(key, []);
        grid.get(key).push(dot);
      }
    }
    return (box) => {
      let crowd = 0;
      for (const key of cells(box)) for (const dot of grid.get(key) ?? []) if (dot.id !== box.id && meets(box, dot)) crowd += dot.cost;
      return crowd;
    };
  }

  function cheapest(spots, cost) {
    let [best, least] = [null, Infinity];
    for (const spot of spots) {
      const price = cost(spot);
      if (price < least) [best, least] = [spot, price];
      if (least === 0) break;
    }
    return best;
  }

  function paint(context, { scale, start, end }, among, hover) {
    const size = label.font / scale;
    const line = label.line / scale;
    const framed = (box) => box.left > start.x && box.right < end.x && box.top > start.y && box.bottom < end.y;
    const pinned = new Set(State.now.pinned.map(([id]) => id));
    const open = State.now.open?.[0] === "node" ? State.now.open[1] : null;
    const wanted = (node) => node.id === hover || node.id === open || node === Drawing.cursor();
    const rank = (node) => (wanted(node) ? 3 : among?.nodes.has(node) ? 2 : pinned.has(node.id) ? 1 : 0);
    const inside = Data.placed.filter(
      (node) => Shown.draws(node) && node.x > start.x && node.x < end.x && node.y > start.y && node.y < end.y,
    );
    const few = inside.length <= 150;
    const dots = inside.map((node, number) => {
      const room = node.radius * 0.85;
      const cost = few || number < label.always ? COVER_COST : 1;
      return { id: node.id, cost, left: node.x - room, right: node.x + room, top: node.y - room, bottom: node.y + room };
    });
    const crowd = nearby(dots, scale);
    const always = Math.min(label.always, Math.round(((end.x - start.x) * (end.y - start.y) * scale * scale) / ROOM));
    boxes = [];
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.lineJoin = "round";
    for (const node of inside) paintCode(context, node, scale, among);
    // Nodes come strongest first, and the sort is stable. Of a crowd only the strongest are named until one zooms in.
    const large = (node, number) => number < always || rank(node) || node.radius * scale > 5;
    const order = inside.filter(large).sort((one, other) => rank(other) - rank(one)).slice(0, 250);
    for (const [number, node] of order.entries()) {
      const above = rank(node);
      context.font = `${node.kind === "place" ? "italic " : ""}${above ? "600 " : ""}${size}px system-ui, sans-serif`;
      const width = Math.max(...node.lines.map((part) => context.measureText(part).width)) + 4 / scale;
      const height = node.lines.length * line;
      const strong = above || number < always;
      const far = always < FEW ? CLOSE : few && !above && number >= FIRST ? FAR : FARTHER;
      const around = spots(node, node.radius + 3 / scale, width, height, strong ? far : null, scale).map(([left, top, far]) => {
        return { id: node.id, far, left, top, right: left + width, bottom: top + height };
      });
      const clear = around.filter((box) => framed(box) && !boxes.some((other) => meets(box, other)));
      // The strongest may have theirs over other nodes if there is no better place, the one asked for anywhere.
      const cost = (box) => crowd(box) + (box.far ?? 0) * FAR_COST;
      const best = strong ? cheapest(clear, cost) : clear.find((one) => !crowd(one));
      const box = best ?? (wanted(node) ? around[0] : null);
      if (!box) continue;
      boxes.push(box);
      context.globalAlpha = among && !among.nodes.has(node) ? 0.5 : 1;
      if (box.far) paintLeader(context, node, box, scale);
      context.lineWidth = 4 / scale;
      context.strokeStyle = Colours.get("ground");
      context.fillStyle = Colours.get(node.kind === "place" ? "soft" : "ink");
      node.lines.forEach((part, row) => {
        const middle = box.top + line * (row + 0.5);
        context.strokeText(part, box.left + width / 2, middle);
        context.fillText(part, box.left + width / 2, middle);
      });
    }
    context.globalAlpha = 1;
  }
  function leader(node, box) {
    const near = (value, low, high) => Math.min(Math.max(value, low), high);
    return [near(node.x, box.left, box.right), near(node.y, box.top, box.bottom)];
  }
  function paintLeader(context, node, box, scale) {
    context.beginPath();
    context.moveTo(node.x, node.y);
    context.lineTo(...leader(node, box));
    context.lineWidth = 1 / scale;
    context.strokeStyle = Colours.get("soft");
    context.stroke();
  }
  const coded = (node, scale) => node.kind === "actor" && node.country && node.radius * scale >= 8;
  const codeSize = (node) => node.radius * (Drawing.shapeOf(node) === "dot" ? 0.82 : 0.66);
  const codeY = (node) => node.y + node.radius * (Drawing.shapeOf(node) === "triangle" ? 0.2 : 0.05);
  function paintCode(context, node, scale, among) {
    if (!coded(node, scale) || (among && !among.nodes.has(node))) return;
    context.font = `600 ${codeSize(node)}px system-ui, sans-serif`;
    context.fillStyle = Colours.get("actor-ink");
    context.fillText(node.country, node.x, codeY(node));
  }
  return {
    paint,
    leader,
    coded,
    codeSize,
    codeY,
    boxes: () => boxes,
    at: (point) => boxes.find((box) => box.left < point.x && point.x < box.right && box.top < point.y && point.y < box.bottom)?.id,
  };
})();
