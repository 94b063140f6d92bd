/* Draws the figures of a report when they come into view, in the colours and width of this screen. */
(() => {
  "use strict";
  const broad = matchMedia("(min-width: 44rem)");
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const forced = matchMedia("(forced-colors: active)");
  const styles = () => getComputedStyle(document.documentElement);

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
    const { drawings, names } = place.chart;
    const figure = recolour(drawings[broad.matches ? "broad" : "slim"], names, styles());
    Plotly.purge(place); /* else the lines of the other drawing stay */
    Plotly.newPlot(place, figure.data, figure.layout, figure.config);
  };

  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (!entry.isIntersecting) continue;
      seen.unobserve(entry.target);
      document.fonts.ready.then(() => { draw(entry.target); entry.target.drawn = true; });
    }
  }, { rootMargin: "300px" });

  const places = [...document.querySelectorAll("script[data-chart]")].map((data) => {
    const place = document.getElementById(data.dataset.chart);
    place.chart = JSON.parse(data.textContent);
    seen.observe(place);
    return place;
  });

  const again = () => places.forEach((place) => { if (place.drawn) draw(place); });
  broad.addEventListener("change", again);
  dark.addEventListener("change", again);
  forced.addEventListener("change", again);
  addEventListener("beforeprint", () => {
    places.forEach(draw);
    document.querySelectorAll("details").forEach((details) => { details.open = true; });
  });
})();
