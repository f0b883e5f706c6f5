// Small makers of elements. Names and quotes are strangers' text: they go in as text nodes only.
const $ = (id) => document.getElementById(id);

function fill(element, options, children) {
  const { events = {}, ...attributes } = options;
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  for (const [name, listener] of Object.entries(events)) element.addEventListener(name, listener);
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}
const make = (tag, options = {}, ...children) => fill(document.createElement(tag), options, children);
const draw = (tag, options = {}, ...children) =>
  fill(document.createElementNS("http://www.w3.org/2000/svg", tag), options, children);
// Text in a direction of its own, so that a name written right to left turns nothing around it.
const text = (value) => make("bdi", {}, value);
const button = (label, click, options = {}) => make("button", { type: "button", events: { click }, ...options }, label);
const plural = (number, one, many = `${one}s`) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
const fold = (value) => value.normalize("NFKD").replace(/\p{M}/gu, "").replace(/ı/g, "i").toLowerCase();
const counted = (things) => {
  const counts = new Map();
  for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
};

// A long list begins with its first entries; a button brings more.
function inPieces(list, entry, into, size = 200) {
  let end = 0;
  const more = () => {
    into.querySelector(":scope > .more")?.remove();
    const next = list.slice(end, end + size).map(entry);
    end += next.length;
    into.append(...next);
    const left = list.length - end;
    if (!left) return next[0];
    const tag = into.tagName === "UL" ? "li" : into.tagName === "TBODY" ? "tr" : "div";
    const show = button(`Show ${Math.min(size, left)} more of ${left.toLocaleString("en")}`, () => {
      const first = more();
      first?.querySelector("button, a")?.focus();
    });
    into.append(make(tag, { class: "more" }, tag === "tr" ? make("td", { colspan: "9" }, show) : show));
    return next[0];
  };
  more();
  return into;
}
