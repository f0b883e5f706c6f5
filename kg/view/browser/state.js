// What is being looked at: one plain object, which stands in the address of the page as well.
const State = (() => {
  const LISTS = { rel: "relations", status: "statuses", country: "countries", topic: "topics", hide: "hidden" };
  const FILTERS = ["relations", "statuses", "countries", "topics", "sources", "since", "until"];
  const TABS = ["network", "table", "matrix", "timeline"];
  const start = Object.freeze({
    tab: "network",
    all: !Data.contacts.some((contact) => contact.realised),
    relations: [], statuses: [], countries: [], topics: [], sources: 1, since: null, until: null,
    open: null, focus: null, hidden: [], pinned: [], colour: "country", find: "", sort: ["date", -1], cells: "countries",
  });
  let now = start;
  const listeners = [];

  function write(state) {
    const told = new URLSearchParams();
    const put = (name, value, usual) => {
      if (JSON.stringify(value) !== JSON.stringify(usual)) told.set(name, value);
    };
    put("tab", state.tab, start.tab);
    put("all", state.all ? "1" : "0", start.all ? "1" : "0");
    for (const [name, key] of Object.entries(LISTS)) for (const value of state[key]) told.append(name, value);
    put("sources", state.sources, 1);
    if (state.since !== null) told.set("since", Data.isoOf(state.since));
    if (state.until !== null) told.set("until", Data.isoOf(state.until));
    if (state.open) for (const part of state.open) told.append("open", part);
    if (state.focus) for (const part of state.focus) told.append("focus", part);
    for (const [id, x, y] of state.pinned) told.append("pin", x === undefined ? id : `${id}@${x},${y}`);
    put("colour", state.colour, start.colour);
    put("find", state.find, "");
    put("sort", state.sort.join(" "), start.sort.join(" "));
    put("cells", state.cells, start.cells);
    return told.toString();
  }

  // An address may come from anybody: what this page does not know is passed over.
  function read(fragment) {
    const told = new URLSearchParams(fragment);
    const known = {
      rel: (value) => Object.hasOwn(Data.relations, value),
      status: (value) => Object.hasOwn(Data.statuses, value),
      country: (value) => value === "-" || Data.countryName.has(value),
      topic: () => true,
      hide: (value) => Data.nodeById.has(value),
    };
    const day = (name) => (/^\d{4}-\d\d-\d\d$/.test(told.get(name) ?? "") ? Data.dayOf(told.get(name)) || null : null);
    const among = (name, values, usual) => (values.includes(told.get(name)) ? told.get(name) : usual);
    const lists = Object.entries(LISTS).map(([name, key]) => [key, told.getAll(name).filter(known[name])]);
    const [centre, depth] = told.getAll("focus");
    const sort = (told.get("sort") ?? "").match(/^([a-z]+) (-?1)$/);
    return {
      ...start,
      ...Object.fromEntries(lists),
      tab: among("tab", TABS, start.tab),
      all: told.has("all") ? told.get("all") === "1" : start.all,
      sources: Math.max(1, parseInt(told.get("sources"), 10) || 1),
      since: day("since"),
      until: day("until"),
      open: opened(told.getAll("open")),
      focus: Data.nodeById.has(centre) ? [centre, Math.min(Math.max(parseInt(depth, 10) || 1, 1), 3)] : null,
      pinned: told.getAll("pin").map(pin).filter((one) => Data.nodeById.has(one[0])),
      colour: among("colour", ["country", "community"], start.colour),
      find: told.get("find") ?? "",
      sort: sort ? [sort[1], Number(sort[2])] : start.sort,
      cells: among("cells", ["countries", "actors"], start.cells),
    };
  }
  function opened([kind, one, other, more]) {
    if (kind === "node" && Data.nodeById.has(one)) return [kind, one];
    if (kind === "edge" && Data.edgeById.has(one)) return [kind, one];
    if (kind === "contact" && Data.contactById.has(one)) return [kind, one];
    if (kind === "path" && Data.nodeById.has(one) && Data.nodeById.has(other)) return [kind, one, other];
    if (kind === "cell" && other !== undefined && ["countries", "actors"].includes(more)) return [kind, one, other, more];
    return null;
  }
  function pin(told) {
    const found = told.match(/^(.*)@(-?\d+),(-?\d+)$/);
    return found ? [found[1], Number(found[2]), Number(found[3])] : [told];
  }

  function become(next) {
    const before = now;
    const changed = new Set(Object.keys(next).filter((key) => next[key] !== before[key]));
    now = Object.freeze(next);
    for (const listener of listeners) listener(changed);
  }
  // `replace`: a step of a movement, such as a slider's, to which nobody wants to go back.
  function change(part, { replace = false } = {}) {
    const next = { ...now, ...part };
    const address = write(next);
    const moved = address !== write(now);
    become(next);
    if (!moved) return;
    const place = `#${address}`;
    try {
      if (replace) history.replaceState(null, "", place);
      else history.pushState(null, "", place);
    } catch {
      if (!replace) location.hash = address; // a viewer that allows no more than this, or not as often
    }
  }
  function follow() {
    const told = location.hash.slice(1);
    if (told !== write(now)) become(read(told));
  }
  addEventListener("popstate", follow);
  addEventListener("hashchange", follow);

  const toggled = (list, value) => (list.includes(value) ? list.filter((one) => one !== value) : [...list, value]);
  return {
    get now() {
      return now;
    },
    begin: () => (now = Object.freeze(read(location.hash.slice(1)))),
    listen: (listener) => listeners.push(listener),
    change,
    toggle: (key, value) => change({ [key]: toggled(now[key], value) }),
    open: (...what) => change({ open: what.length ? what : null }),
    isOpen: (...what) => JSON.stringify(now.open) === JSON.stringify(what),
    filters: () => FILTERS.filter((key) => JSON.stringify(now[key]) !== JSON.stringify(start[key])),
    unfiltered: () => Object.fromEntries(FILTERS.map((key) => [key, start[key]])),
    start,
  };
})();
