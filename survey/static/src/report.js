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

  /* Else lines of another drawing stay, or its sheets of paper. */
  const empty = (place) => {
    Plotly.purge(place);
    place.replaceChildren();
  };

  const draw = (place) => {
    const { data, layout } = place.chart[broad.matches ? "broad" : "slim"];
    const figure = { data, layout: { ...layout, template: look.template } };
    const { data: traces, layout: frame } = recolour(figure, look.names[place.chart.kind], styles());
    empty(place);
    Plotly.newPlot(place, traces, frame, look.config);
    place.wide = place.clientWidth;
  };

  /* Paper is light and broad, whatever the screen is. How broad is not known before: a drawing follows it as a picture. */
  const PAPER = 726; /* wider than broad drawings need, and about as wide as A4 is within its margins */
  const drawOnPaper = (place) => {
    const { data, layout, cuts } = place.chart.broad;
    empty(place);
    Plotly.newPlot(place, data, { ...layout, width: PAPER, template: look.template }, { ...look.config, responsive: false });
    const drawing = place.querySelector(".svg-container");
    show(drawing, 0, layout.height);
    if (cuts && layout.height > SHEET) drawing.parentElement.replaceChildren(...sheets(drawing, cuts, layout.height));
    place.drawn = false;
  };
  const show = (drawing, top, bottom) => {
    drawing.style.aspectRatio = `${PAPER} / ${bottom - top}`;
    drawing.querySelectorAll(".main-svg").forEach((svg) => svg.setAttribute("viewBox", `0 ${top} ${PAPER} ${bottom - top}`));
    return drawing;
  };

  /* What is longer than a sheet on its side, below a heading, stands on more: each has as many whole rows, and the scale. */
  const SHEET = 650;
  const sheets = (drawing, cuts, end) => {
    const scale = cuts.at(-1);
    const rows = Math.ceil((cuts.length - 1) / Math.ceil(scale / (SHEET - (end - scale))));
    const tops = cuts.filter((cut, row) => row % rows === 0 && cut < scale);
    return tops.map((top, place) => {
      const sheet = document.createElement("div");
      sheet.className = "sheet";
      sheet.append(...[[top, tops[place + 1] ?? scale], [scale, end]].map((part) => show(drawing.cloneNode(true), ...part)));
      return sheet;
    });
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
    empty(place);
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
