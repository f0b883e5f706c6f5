// All of it by keyboard: the drawing is a stop of the tab key, arrows walk from actor to actor.
const Keyboard = (() => {
  const STEPS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
  const frame = $("frame");

  function walk(event) {
    const step = STEPS[event.key];
    const node = Drawing.cursor();
    const acts = {
      Enter: () => node && Panel.choose(node.id, { focus: true }),
      "+": () => Drawing.zoom(1.4),
      "=": () => Drawing.zoom(1.4),
      "-": () => Drawing.zoom(1 / 1.4),
      0: () => Drawing.whole(),
      h: () => node && State.change({ hidden: [...State.now.hidden, node.id] }),
      p: () => node && State.toggle("pinned", State.now.pinned.find(([id]) => id === node.id) ?? [node.id]),
    };
    if (step && event.shiftKey) Drawing.pan(step[0] * 80, step[1] * 80);
    else if (step) tell(Drawing.step(...step));
    else if (!event.ctrlKey && !event.metaKey && !event.altKey && Object.hasOwn(acts, event.key)) acts[event.key]();
    else return;
    event.preventDefault();
  }
  function tell(node) {
    if (!node) return;
    const where = node.country ? `, ${Data.countryOf(node)}` : "";
    $("said").textContent = `${node.name}${where}, ${plural(Shown.count(node), "contact")}. Enter opens.`;
  }
  function begin() {
    frame.addEventListener("keydown", walk);
    frame.addEventListener("blur", () => Drawing.leaveCursor());
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || event.defaultPrevented || $("keys").open) return;
      if (Paths.pending()) return Paths.end();
      if (State.now.open) State.open();
    });
    $("help").addEventListener("click", () => $("keys").showModal());
    $("keys-close").addEventListener("click", () => $("keys").close());
  }
  return { begin };
})();
