// What is seen as a file: PNG and SVG of the network, CSV of the contacts.
const Exports = (() => {
  const CLEAR = 2; // pixels of the picture for each of the screen
  const FORMULA = /^[\s\u00a0]*[=+\-@\t\r\n＝＋－＠]/;

  function save(blob, name) {
    const url = URL.createObjectURL(blob);
    const link = make("a", { href: url, download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
    say(`Saved ${name}`);
  }
  const say = (what) => ($("said").textContent = what);
  function source() {
    const svg = Picture.svg();
    svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    return { text: new XMLSerializer().serializeToString(svg), width: svg.viewBox.baseVal.width, height: svg.viewBox.baseVal.height };
  }
  const asSvg = () => save(new Blob([source().text], { type: "image/svg+xml" }), "network.svg");
  async function asPng() {
    const { text: told, width, height } = source();
    const picture = new Image();
    picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(told)}`;
    await picture.decode();
    const canvas = make("canvas", { width: width * CLEAR, height: height * CLEAR });
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => save(blob, "network.png"), "image/png");
  }
  function cell(value) {
    // A spreadsheet would take such a cell for a formula.
    const safe = FORMULA.test(value) ? `'${value}` : value;
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  }
  function csv() {
    const columns = [
      ["contact", (one) => one.id],
      ["first", (one) => one.first ?? ""],
      ["last", (one) => one.last ?? ""],
      ...Table.COLUMNS.map(([name, , value]) => [name, value]),
      ["topics", (one) => one.topics.join("; ")],
      ["outlets", (one) => [...new Set(one.evidence.map((told) => Data.articles[told.article].outlet ?? ""))].filter(Boolean).join("; ")],
      ["sentence", (one) => Evidence.quoteOf(one)],
    ];
    const rows = State.now.tab === "table" ? Table.rows() : Shown.contacts();
    const lines = rows.map((contact) => columns.map(([, value]) => cell(`${value(contact)}`)).join(","));
    return [columns.map(([name]) => name).join(","), ...lines].join("\n") + "\n";
  }
  const asCsv = () => save(new Blob([csv()], { type: "text/csv;charset=utf-8" }), "contacts.csv");
  async function link() {
    try {
      await navigator.clipboard.writeText(location.href);
      say("The address of this view is copied");
    } catch {
      say("The address line of the browser has this view: copy it from there");
    }
  }
  // Paper gets the picture, which fits a page at any size, instead of the canvas.
  function beforePrint() {
    $("print").replaceChildren(...(State.now.tab === "network" ? [Picture.svg()] : []));
    document.documentElement.dataset.print = State.now.tab;
  }
  function begin() {
    const menu = $("save");
    const item = (id, act) =>
      $(id).addEventListener("click", () => {
        menu.open = false;
        act();
      });
    item("save-png", asPng);
    item("save-svg", asSvg);
    item("save-csv", asCsv);
    item("save-link", link);
    addEventListener("beforeprint", beforePrint);
    menu.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !menu.open) return;
      menu.open = false;
      menu.querySelector("summary").focus();
      event.stopPropagation();
    });
    document.addEventListener("click", (event) => menu.contains(event.target) || (menu.open = false));
  }
  return { begin };
})();
