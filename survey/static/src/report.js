/* Draws the figures of a report when they come into view, in the colours and width of this screen. */
(() => {
  "use strict";
  const blocks = [...document.querySelectorAll("script[data-chart]")];
  const foldable = [...document.querySelectorAll("details")];

  /* Browsers differ in whether they unfold what an address leads to. */
  const reveal = () => {
    const target = document.getElementById(location.hash.slice(1));
    const closed = foldable.filter((details) => !details.open && details !== target && details.contains(target));
    closed.forEach((details) => { details.open = true; });
    if (closed.length) target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  reveal();

  /* The library did not arrive: no empty places, but the tables. */
  if (!window.Plotly) {
    for (const block of blocks) {
      const figure = block.closest("figure");
      figure.classList.add("undrawn");
      figure.querySelectorAll("details").forEach((details) => { details.open = true; });
    }
    return;
  }

  const broad = matchMedia("(min-width: 48rem)");
  if (broad.matches) document.querySelectorAll("details.long").forEach((details) => { details.open = true; });
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const forced = matchMedia("(forced-colors: active)");
  const styles = () => getComputedStyle(document.documentElement);
  const look = JSON.parse(document.getElementById("charts").textContent);
  const places = blocks.map((data) => {
    const place = document.getElementById(data.dataset.chart);
    place.chart = JSON.parse(data.textContent);
    return place;
  });

  /* Charts abreast have one scale: each leaves as much room at its right as the one with the longest words there. */
  for (const row of document.querySelectorAll(".abreast")) {
    for (const form of ["broad", "slim"]) {
      const margins = places.filter((place) => row.contains(place)).map((place) => place.chart[form].layout.margin);
      const room = Math.max(...margins.map((margin) => margin.r));
      margins.forEach((margin) => { margin.r = room; });
    }
  }

  /* A chart is measured once, so in the letters that it will be read in: ours, or those of this screen where ours do
     not arrive in time. */
  const PATIENCE = 3000;
  const { font } = look.template.layout;
  const [ours, ...others] = font.family.split(", ");
  const arriving = document.fonts.load(`1em ${ours}`, JSON.stringify(places.map((place) => place.chart)));
  const lettersAreThere = Promise.race([arriving, new Promise((late) => { setTimeout(late, PATIENCE, []); })])
    .catch(() => [])
    .then((faces) => { if (!faces.length) font.family = others.join(", "); });

  /* What a colour is here, as numbers: the chart library does not know the names of forced colours. */
  const probe = document.body.appendChild(document.createElement("i"));
  const shown = (colour) => {
    probe.style.color = colour;
    return getComputedStyle(probe).color;
  };

  /* Figures carry the light colours; each has a name in the style sheet, which knows the dark ones. */
  const recolour = (value, names, style) => {
    if (typeof value === "string") {
      const name = names[value.toLowerCase()];
      return name ? shown(style.getPropertyValue(name)) : value;
    }
    if (Array.isArray(value)) return value.map((part) => recolour(part, names, style));
    if (value && typeof value === "object") {
      return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, recolour(part, names, style)]));
    }
    return value;
  };

  const draw = (place) => {
    const { data, layout } = place.chart[broad.matches ? "broad" : "slim"];
    const figure = { data, layout: { ...layout, template: look.template } };
    const { data: traces, layout: frame } = recolour(figure, look.names[place.chart.kind], styles());
    Plotly.purge(place); /* else the lines of the other drawing stay */
    Plotly.newPlot(place, traces, frame, look.config);
    place.wide = place.clientWidth;
  };

  /* Paper is light and broad, whatever the screen is. How broad is not known before: a drawing follows it as a picture. */
  const PAPER = 726; /* wider than broad drawings need, and about as wide as A4 is within its margins */
  const drawOnPaper = (place) => {
    const { data, layout } = place.chart.broad;
    Plotly.purge(place);
    Plotly.newPlot(place, data, { ...layout, width: PAPER, template: look.template }, { ...look.config, responsive: false });
    place.querySelector(".svg-container").style.aspectRatio = `${PAPER} / ${layout.height}`;
    place.querySelectorAll(".main-svg").forEach((svg) => svg.setAttribute("viewBox", `0 0 ${PAPER} ${layout.height}`));
    place.drawn = false;
  };

  /* The library follows the window, but a place can change later than that: by a scroll bar, or by what unfolds. */
  const widths = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (!target.drawn || !target.clientWidth || target.clientWidth === target.wide) continue;
      target.wide = target.clientWidth;
      Plotly.Plots.resize(target);
    }
  });

  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      seen.unobserve(entry.target);
      lettersAreThere.then(() => { draw(entry.target); entry.target.drawn = true; });
    }
  }, { rootMargin: "300px" });

  places.forEach((place) => {
    seen.observe(place);
    widths.observe(place);
  });

  /* What was folded since is drawn anew when it comes into view: it has no width to be drawn for. */
  const again = () => places.filter((place) => place.drawn).forEach((place) => {
    if (!place.closest("details:not([open])")) return draw(place);
    Plotly.purge(place);
    place.drawn = false;
    seen.observe(place);
  });
  broad.addEventListener("change", again);
  dark.addEventListener("change", again);
  forced.addEventListener("change", again);

  let folded = [];
  addEventListener("beforeprint", () => {
    folded = foldable.filter((details) => !details.open);
    folded.forEach((details) => { details.open = true; });
    places.forEach(drawOnPaper);
  });
  addEventListener("afterprint", () => {
    folded.forEach((details) => { details.open = false; });
    places.forEach((place) => { place.drawn = true; });
    again();
  });
})();
