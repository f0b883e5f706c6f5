// Colours of the scheme, of families of relations, of countries and communities.
const Colours = (() => {
  const prefers = matchMedia("(prefers-color-scheme: dark)");
  const { group, family } = Data.look;
  const root = document.documentElement;
  let chosen = null;
  let named = {};
  let dark = false;
  const ranks = new Map(Data.rest.countries.slice(0, group.length - 1).map(([code], number) => [code, number]));
  const last = group.length - 1;

  function read() {
    dark = chosen ? chosen === "dark" : prefers.matches;
    root.dataset.theme = dark ? "dark" : "light";
    const style = getComputedStyle(root);
    named = {};
    for (const name of ["ground", "ink", "soft", "rule", "actor-ink", "place", "accent", "mark"]) {
      named[name] = style.getPropertyValue(`--${name}`).trim();
    }
  }
  read();
  function groupOf(node) {
    if (State.now.colour === "community") return Math.min(node.community ?? last, last);
    return ranks.get(node.country) ?? last;
  }
  const of = (one) => one[dark ? "dark" : "light"];
  function faded(colour, opacity) {
    const [red, green, blue] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
    return `rgba(${red}, ${green}, ${blue}, ${opacity.toFixed(2)})`;
  }
  return {
    faded,
    get: (name) => named[name],
    family: (number) => of(family[number]),
    group: (number) => of(group[number]),
    groupOf,
    node: (node) => (node.kind === "place" ? named.place : of(group[groupOf(node)])),
    isDark: () => dark,
    turn: () => {
      chosen = dark ? "light" : "dark";
      read();
    },
    follow: (listener) =>
      prefers.addEventListener("change", () => {
        read();
        listener();
      }),
    last,
  };
})();
