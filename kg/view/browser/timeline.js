// When what happened: columns by period, which set the window of time, and below them the contacts in order.
const Timeline = (() => {
  const FAMILIES = Data.look.family;

  function columns() {
    const [first, last] = [State.now.since ?? Data.firstDay, State.now.until ?? Data.lastDay];
    if (!Number.isFinite(first)) return null;
    const unit = Months.unitFor(first, last, 48);
    const bars = Months.columns(Shown.contacts(), unit, first, last);
    const most = Math.max(...bars.map((bar) => bar.contacts.length), 1);
    const entry = (bar) => {
      const parts = counted(bar.contacts.map((contact) => contact.family)).sort((one, other) => one[0] - other[0]);
      const stack = parts.map(([family, number]) => {
        const part = make("span", {});
        part.style.background = Colours.family(family);
        part.style.height = `${(number / most) * 100}%`;
        return part;
      });
      const label = `${bar.label}: ${plural(bar.contacts.length, "contact")}`;
      const only = () => State.change({ since: bar.first, until: bar.last });
      const open = bar.contacts.length
        ? button(stack, only, { "aria-label": `${label}. Show only these.`, title: label })
        : make("span", { class: "empty", title: label });
      return make("li", {}, open);
    };
    const ends = make("p", { class: "ends-of-time" }, make("span", {}, bars[0]?.label), make("span", {}, `contacts by ${unit.name}, most ${most}`), make("span", {}, bars.at(-1)?.label));
    const drawn = make("ol", { class: "columns-of-time", "aria-label": `Contacts by ${unit.name}` }, ...bars.map(entry));
    return [drawn, ends];
  }
  function entry(contact) {
    const swatch = make("span", { class: "swatch", "aria-hidden": "true" });
    swatch.style.background = Colours.family(contact.family);
    const open = () => {
      Panel.focusNext();
      State.open("contact", contact.id);
    };
    const status = contact.realised ? "" : make("span", { class: "status" }, ` ${contact.status}`);
    return make("li", {}, make("span", { class: "day" }, contact.when ?? "no date"), button([swatch, text(Evidence.title(contact)), status], open));
  }
  function refresh() {
    const found = [...Shown.contacts()].sort((one, other) => (other.to ?? -1e9) - (one.to ?? -1e9) || one.number - other.number);
    const legend = FAMILIES.map((family, number) => [family, number])
      .filter(([, number]) => found.some((contact) => contact.family === number))
      .map(([family, number]) => {
        const swatch = make("span", { class: "swatch", "aria-hidden": "true" });
        swatch.style.background = Colours.family(number);
        return make("li", {}, swatch, family.label);
      });
    const list = inPieces(found, entry, make("ol", { class: "events" }), 150);
    $("timeline").replaceChildren(...[columns() ?? [], make("ul", { class: "legend-of-time" }, ...legend), list].flat());
  }
  return { refresh };
})();
