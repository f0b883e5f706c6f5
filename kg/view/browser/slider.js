// The time slider: two handles over columns of contacts, and a button that moves the window along.
const Slider = (() => {
  const [first, last] = [Data.firstDay, Data.lastDay];
  const some = Number.isFinite(first) && last > first;
  const [from, to, play] = [$("from"), $("to"), $("play")];
  const STEP = 160; // milliseconds
  let timer = null;
  const day = (value) => Months.UNITS[0].label(value);
  const since = () => State.now.since ?? first;
  const until = () => State.now.until ?? last;

  function change(part) {
    const next = { since: since(), until: until(), ...part };
    const whole = next.since <= first && next.until >= last;
    State.change(whole ? { since: null, until: null } : next, { replace: true });
  }
  function bars() {
    const unit = Months.unitFor(first, last, 240);
    const found = Months.columns(Data.contacts, unit);
    const most = Math.max(...found.map((bar) => bar.contacts.length), 1);
    const width = 1000 / (last - first + 1);
    const shapes = found.map((bar) => {
      const height = Math.sqrt(bar.contacts.length / most) * 20;
      const x = Math.max(bar.first - first, 0) * width;
      return draw("rect", { x, y: 22 - height, width: Math.max((bar.last - bar.first + 1) * width - 0.6, 1.4), height });
    });
    return draw("svg", { viewBox: "0 0 1000 22", preserveAspectRatio: "none", "aria-hidden": "true" }, draw("g", { class: "columns" }, ...shapes), draw("rect", { id: "window", y: 0, height: 22 }));
  }
  function stop() {
    clearInterval(timer);
    timer = null;
    play.textContent = "▶ Play";
    play.setAttribute("aria-pressed", "false");
  }
  function start() {
    const span = last - first;
    let width = until() - since();
    // Of all time no window can move: begin with an eighth of it.
    if (width >= span) width = Math.max(Math.round(span / 8), 1);
    const stepped = Math.max(Math.round(span / 120), 1);
    const begin = State.now.since === null || until() >= last ? first : since();
    change({ since: begin, until: begin + width });
    play.textContent = "❚❚ Pause";
    play.setAttribute("aria-pressed", "true");
    timer = setInterval(() => {
      if (until() >= last) return stop();
      change({ since: since() + stepped, until: Math.min(since() + stepped + width, last) });
    }, STEP);
  }
  function begin() {
    $("time").hidden = !some;
    if (!some) return;
    for (const handle of [from, to]) Object.assign(handle, { min: first, max: last, step: 1 });
    $("columns").append(bars());
    from.addEventListener("input", () => change({ since: Math.min(Number(from.value), until()) }));
    to.addEventListener("input", () => change({ until: Math.max(Number(to.value), since()) }));
    for (const handle of [from, to]) handle.addEventListener("pointerdown", stop);
    play.addEventListener("click", () => (timer ? stop() : start()));
    $("always").addEventListener("click", () => {
      stop();
      State.change({ since: null, until: null });
    });
  }
  function refresh() {
    if (!some) return;
    const [a, b] = [since(), until()];
    from.value = a;
    to.value = b;
    from.setAttribute("aria-valuetext", day(a));
    to.setAttribute("aria-valuetext", day(b));
    $("period").textContent = `${day(a)} – ${day(b)}`;
    // Where both handles lie at the end, the one that can still move is above.
    from.style.zIndex = a > (first + last) / 2 ? "1" : "0";
    $("always").hidden = State.now.since === null && State.now.until === null;
    const width = 1000 / (last - first + 1);
    const box = $("window");
    box.setAttribute("x", Math.max(a - first, 0) * width);
    box.setAttribute("width", Math.max((Math.min(b, last) - Math.max(a, first) + 1) * width, 2));
  }
  return { begin, refresh, stop };
})();
