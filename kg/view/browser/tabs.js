// The tabs: network, table, matrix, timeline, over the same contacts. Only the one that is open is kept up.
const Tabs = (() => {
  const NAMES = ["network", "table", "matrix", "timeline"];
  const tab = (name) => $(`tab-${name}`);
  const stale = new Set(NAMES.slice(1));
  const refreshers = { table: () => Table.refresh(), matrix: () => Matrix.refresh(), timeline: () => Timeline.refresh() };

  function begin() {
    for (const name of NAMES) tab(name).addEventListener("click", () => State.change({ tab: name }));
    $("tabs").addEventListener("keydown", (event) => {
      const at = NAMES.indexOf(State.now.tab);
      const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: NAMES.length - 1 }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      const name = NAMES[(next + NAMES.length) % NAMES.length];
      State.change({ tab: name });
      tab(name).focus();
    });
  }
  function refresh(changed) {
    const open = State.now.tab;
    if (changed !== null) NAMES.slice(1).forEach((name) => stale.add(name));
    for (const name of NAMES) {
      tab(name).setAttribute("aria-selected", `${name === open}`);
      tab(name).tabIndex = name === open ? 0 : -1;
      $(`view-${name}`).hidden = name !== open;
    }
    if (stale.delete(open)) refreshers[open]();
  }
  return { begin, refresh };
})();
