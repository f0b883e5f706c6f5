// What proves a contact: a card with its facts and the sentences, both participants marked.
const Evidence = (() => {
  const { articles, quotes, relations, look } = Data;
  const FEW = 3; // reports of a contact that are shown at once

  const inWords = (number) => look.confidence.find((step) => number >= step.least)?.label ?? "";
  function marked(quote, spans = []) {
    const parts = [];
    let at = 0;
    for (const [start, end] of spans) {
      parts.push(quote.slice(at, start), make("mark", {}, quote.slice(start, end)));
      at = end;
    }
    return make("bdi", {}, "“", ...parts, quote.slice(at), "”");
  }
  function report(one) {
    const article = articles[one.article];
    const parts = [];
    if (article.outlet) parts.push(text(article.outlet));
    if (article.published) parts.push(article.published);
    if (one.claimed_by) parts.push(make("span", { class: "claim" }, "according to ", text(one.claimed_by)));
    if (one.status) parts.push(`reported as ${one.status}`);
    if (article.url && /^https?:\/\//i.test(article.url)) {
      parts.push(make("a", { href: article.url, target: "_blank", rel: "noopener noreferrer" }, "open article"));
    }
    const footer = make("footer", {}, ...parts.flatMap((part, number) => (number ? [" · ", part] : [part])));
    const told = one.quote === undefined ? text(article.headline ?? "") : marked(quotes[one.quote], one.marks);
    return make("blockquote", { title: article.headline ?? null }, make("p", {}, told), footer);
  }
  // The label without its day, which stands beside it.
  const title = (contact) => contact.label.replace(/(, | \(by )\d{4}(-\d\d){0,2}\)?(?=,|$)/, "");
  function card(contact) {
    const swatch = make("span", { class: "swatch", "aria-hidden": "true" });
    swatch.style.background = Colours.family(contact.family);
    const facts = [
      relations[contact.relation].label,
      contact.when,
      contact.place ? `in ${contact.place}` : contact.destination && `to ${contact.destination}`,
      plural(contact.sources, "independent source"),
      inWords(contact.confidence),
      ...(contact.remarks ?? []),
    ];
    const about = contact.topics.length ? make("p", { class: "facts" }, "about ", text(contact.topics.join(", "))) : null;
    const reports = contact.evidence.map(report);
    const more = reports.length > FEW
      ? make("details", {}, make("summary", {}, plural(reports.length - FEW, "more report")), ...reports.slice(FEW))
      : null;
    return make(
      "article",
      { class: "contact" },
      make("h4", {}, swatch, text(title(contact))),
      make(
        "p",
        { class: "facts" },
        make("span", { class: contact.realised ? "held" : "status" }, contact.status),
        " · ",
        text(facts.filter(Boolean).join(" · ")),
      ),
      about,
      ...reports.slice(0, FEW),
      more,
    );
  }
  // Contacts as two lists: those that took place, and the others.
  function groups(contacts) {
    const part = (title, list) =>
      list.length
        ? [make("h3", {}, `${title} (${list.length.toLocaleString("en")})`), inPieces(list, card, make("div"), 40)]
        : [];
    const [held, others] = [contacts.filter((one) => one.realised), contacts.filter((one) => !one.realised)];
    return [...part("Took place", held), ...part("Did not take place, or disputed", others)];
  }
  return { card, title, groups, inWords, quoteOf: (contact) => quotes[contact.evidence.find((one) => one.quote !== undefined)?.quote] ?? "" };
})();
