// Puts it together: every change of what is looked at is shown by those parts whom it touches.
const LOOKS = ["colour", "pinned"];

function show(changed) {
  const filtered = Shown.KEYS.some((key) => changed.has(key));
  if (filtered) Shown.refresh();
  const redrawn = filtered || LOOKS.some((key) => changed.has(key));
  if (changed.has("pinned")) Drawing.settle();
  if (redrawn) Drawing.refresh();
  else if (changed.has("open") || changed.has("tab")) Drawing.redraw();
  if (changed.has("focus")) Drawing.whole();
  Choices.refresh();
  Slider.refresh();
  if (redrawn) Legend.refresh();
  if (redrawn || changed.has("open")) Panel.refresh();
  Tabs.refresh(redrawn || ["sort", "find", "cells", "open"].some((key) => changed.has(key)) ? changed : null);
  if (changed.has("tab")) Drawing.resize();
  $("nothing").hidden = Data.placed.some(Shown.draws);
}
function repaint() {
  Drawing.refresh();
  Legend.refresh();
  Panel.refresh();
  Tabs.refresh(new Set(["colour"]));
  $("theme").setAttribute("aria-pressed", `${Colours.isDark()}`);
}

State.begin();
Shown.refresh();
Drawing.settle();
for (const part of [Choices, Slider, Search, Tabs, Table, Matrix, Exports, Keyboard]) part.begin();
Drawing.begin();
State.listen(show);
Choices.refresh();
Slider.refresh();
Legend.refresh();
Tabs.refresh(null);
$("theme").setAttribute("aria-pressed", `${Colours.isDark()}`);
$("nothing").hidden = Data.placed.some(Shown.draws);
$("legend").hidden = $("drawn-controls").hidden = Data.placed.length === 0;
Drawing.whole(false);

$("theme").addEventListener("click", () => {
  Colours.turn();
  repaint();
});
Colours.follow(repaint);
$("back").addEventListener("click", () => history.back());
$("forward").addEventListener("click", () => history.forward());
$("closer").addEventListener("click", () => Drawing.zoom(1.4));
$("farther").addEventListener("click", () => Drawing.zoom(1 / 1.4));
$("whole").addEventListener("click", () => Drawing.whole());
$("task-end").addEventListener("click", () => Paths.end());

// For whoever inspects the page: what is drawn, and where. Nothing here changes it.
const onScreen = (point) => {
  const frame = $("network").getBoundingClientRect();
  const { x, y } = Drawing.network().canvasToDOM(point);
  return { x: x + frame.left, y: y + frame.top };
};
const view = Object.freeze({
  nodes: () => Data.placed.filter(Shown.draws).map((node) => node.id),
  edges: () => Data.edges.filter((edge) => Shown.drawsEdge(edge)).map((edge) => edge.id),
  contacts: () => Shown.contacts().map((contact) => contact.id),
  lines: () => Drawing.lines(),
  names: () =>
    Names.boxes().map((box) => {
      const start = onScreen({ x: box.left, y: box.top });
      const end = onScreen({ x: box.right, y: box.bottom });
      return { id: box.id, text: Data.nodeById.get(box.id).lines.join(" "), left: start.x, top: start.y, right: end.x, bottom: end.y };
    }),
  where: (id) => onScreen(Data.nodeById.get(id)),
  opened: () => State.now.open,
  cursor: () => Drawing.cursor()?.id ?? null,
});
// The list is long, and the drawing is looked at first.
requestAnimationFrame(() =>
  setTimeout(() => {
    Panel.refresh();
    window.contactKg = view;
  }),
);
