// Contacts over time as columns: by day, week, month or year, whichever makes a readable number of columns.
const Months = (() => {
  const parts = (day) => Data.isoOf(day).split("-").map(Number);
  const UNITS = [
    { name: "day", days: 1, of: (day) => day, next: (day) => day + 1, label: (day) => Data.inWords(Data.isoOf(day)) },
    { name: "week", days: 7, of: (day) => day - ((day + 3) % 7), next: (day) => day + 7, label: (day) => `week of ${UNITS[0].label(day)}` },
    {
      name: "month", days: 30.4,
      of: (day) => Data.dayOf(`${Data.isoOf(day).slice(0, 7)}-01`),
      next: (day) => UNITS[2].of(day + 31),
      label: (day) => `${Data.MONTHS[parts(day)[1] - 1]} ${parts(day)[0]}`,
    },
    {
      name: "year", days: 365.2,
      of: (day) => Data.dayOf(`${Data.isoOf(day).slice(0, 4)}-01-01`),
      next: (day) => UNITS[3].of(day + 366),
      label: (day) => `${parts(day)[0]}`,
    },
  ];
  const unitFor = (first, last, most) => UNITS.find((unit) => (last - first) / unit.days < most) ?? UNITS[3];

  // Columns of a unit: each with its first and last day and its contacts. A contact counts where it ends.
  function columns(contacts, unit, first = Data.firstDay, last = Data.lastDay) {
    const found = [];
    if (!Number.isFinite(first)) return found;
    for (let day = unit.of(first); day <= last && found.length < 1000; day = unit.next(day)) {
      found.push({ first: day, last: unit.next(day) - 1, label: unit.label(day), contacts: [] });
    }
    let low;
    for (const contact of contacts) {
      if (contact.to === null || contact.to < first || contact.to > last) continue;
      low = 0;
      let high = found.length - 1;
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if (found[middle].first <= contact.to) low = middle;
        else high = middle - 1;
      }
      found[low].contacts.push(contact);
    }
    return found;
  }
  // A small chart for the panel, told in words too.
  function chart(contacts) {
    const dated = contacts.filter((contact) => contact.to !== null);
    if (dated.length < 2) return null;
    const first = dated.reduce((least, one) => Math.min(least, one.to), Infinity);
    const last = dated.reduce((most, one) => Math.max(most, one.to), -Infinity);
    const month = UNITS[2];
    const unit = (last - first) / month.days < 60 ? month : UNITS[3];
    const bars = columns(dated, unit, first, last);
    const most = Math.max(...bars.map((bar) => bar.contacts.length));
    const width = Math.min(300 / bars.length, 28);
    const busiest = bars.find((bar) => bar.contacts.length === most);
    const told = `Contacts by ${unit.name}, ${bars[0].label} to ${bars.at(-1).label}; most in ${busiest.label}: ${most}`;
    const shapes = bars.map((bar, number) => {
      const height = (bar.contacts.length / most) * 40;
      const box = { x: number * width + 0.5, y: 42 - height, width: Math.max(width - 1, 1), height, fill: Colours.get("accent") };
      return draw("rect", box, draw("title", {}, `${bar.label}: ${plural(bar.contacts.length, "contact")}`));
    });
    const rule = draw("line", { x1: 0, x2: bars.length * width, y1: 42.5, y2: 42.5, stroke: Colours.get("soft") });
    return make(
      "figure",
      { class: "months" },
      draw("svg", { viewBox: `0 0 ${Math.max(bars.length * width, 120)} 44`, height: 44, role: "img", "aria-label": told }, ...shapes, rule),
      make("figcaption", {}, bars.length === 1 ? bars[0].label : `${bars[0].label} – ${bars.at(-1).label}, by ${unit.name}`),
    );
  }
  return { UNITS, unitFor, columns, chart };
})();
