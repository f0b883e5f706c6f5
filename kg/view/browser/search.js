// The search: suggestions over all spellings, without regard to accents and case.
const Search = (() => {
  const box = $("search");
  const list = $("suggestions");
  const MOST = 12;
  const known = Data.nodes.map((node) => ({ node, forms: [node.name, ...node.names].map((name) => [name, fold(name)]) }));
  let found = [];
  let active = -1;

  // Names that begin so come before those that hold it somewhere; both by strength.
  function suggest(asked) {
    const wanted = fold(asked.trim());
    if (!wanted) return [];
    const hits = [];
    for (const { node, forms } of known) {
      let best = null;
      for (const [name, folded] of forms) {
        const at = folded.indexOf(wanted);
        if (at < 0) continue;
        const rank = at === 0 ? 0 : /[\s-]/.test(folded[at - 1]) ? 1 : 2;
        if (!best || rank < best.rank) best = { node, name, rank };
      }
      if (best) hits.push(best);
    }
    return hits.sort((one, other) => one.rank - other.rank || one.node.number - other.node.number);
  }
  function show() {
    const hits = suggest(box.value);
    found = hits.slice(0, MOST);
    active = found.length ? 0 : -1;
    const option = ({ node, name }, number) => {
      const spelled = name !== node.name ? make("span", { class: "spelling" }, " also ", text(name)) : null;
      const events = { mousedown: (event) => event.preventDefault(), click: () => take(number) };
      const about = node.kind === "place" ? " place" : node.country ? ` ${node.country}` : "";
      return make(
        "li",
        { role: "option", id: `suggestion-${number}`, "aria-selected": `${number === active}`, events },
        text(node.name), make("span", { class: "code" }, about), spelled,
      );
    };
    const asked = box.value.trim() !== "";
    const rest = hits.length > MOST ? `${hits.length - MOST} more; go on typing` : asked && !hits.length ? "Nobody of that name" : "";
    list.replaceChildren(...found.map(option), ...(rest ? [make("li", { class: "rest", role: "presentation" }, rest)] : []));
    list.hidden = !asked;
    box.setAttribute("aria-expanded", `${asked && found.length > 0}`);
    mark();
  }
  function mark() {
    [...list.querySelectorAll("[role=option]")].forEach((option, number) => {
      option.setAttribute("aria-selected", `${number === active}`);
      if (number === active) option.scrollIntoView({ block: "nearest" });
    });
    if (active >= 0) box.setAttribute("aria-activedescendant", `suggestion-${active}`);
    else box.removeAttribute("aria-activedescendant");
  }
  function close() {
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  }
  function take(number) {
    const hit = found[number];
    if (!hit) return;
    box.value = "";
    close();
    Panel.choose(hit.node.id, { focus: true, move: true });
  }
  function begin() {
    box.addEventListener("input", show);
    box.addEventListener("focus", () => box.value && show());
    box.addEventListener("blur", close);
    box.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && found.length) {
        active = (active + step + found.length) % found.length;
        mark();
        event.preventDefault();
      }
      if (event.key === "Enter") take(Math.max(active, 0));
      if (event.key === "Escape" && box.value) {
        box.value = "";
        close();
        event.stopPropagation();
      }
    });
  }
  return { begin };
})();
