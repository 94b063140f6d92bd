/* Charts and tables can be kept as pictures, in light colours, with what they are of and where they are from. */
(() => {
  "use strict";
  const { EDGE, clean, drawKeys, inLight, keyOf, keyRows, sheet, tableSheet } = window.pictured;
  const words = JSON.parse(document.getElementById("picture-words").textContent);
  const WIDTH = 960;
  const OF_CHARTS = "Atkinson Hyperlegible Next in charts";

  const fileName = (title) => {
    const plain = title.normalize("NFKD").replace(/[^\x00-\x7f]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, "-");
    return `${plain.slice(0, 70).replace(/^-|-$/g, "") || "netwerkspiegel"}-${words.day}.png`;
  };

  const send = (canvas, title) => new Promise((done, failed) => {
    canvas.toBlob((blob) => {
      if (!blob) return failed(new Error("no picture"));
      const link = document.createElement("a");
      link.href = URL.createObjectURL(blob);
      link.download = fileName(title);
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60000);
      done();
    }, "image/png");
  });

  /* The letters of a chart: a picture within a page knows no font of that page, so it carries its own. */
  let letters = null;
  const fontFace = async () => {
    letters ??= (async () => {
      const address = document.querySelector('link[rel="preload"][as="font"]').href;
      const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
      let text = "";
      for (const byte of bytes) text += String.fromCharCode(byte);
      return `@font-face{font-family:"${OF_CHARTS}";font-weight:200 800;src:url(data:font/woff2;base64,${btoa(text)}) format("woff2")}`;
    })();
    return letters;
  };

  const asImage = (source) => new Promise((done, failed) => {
    const image = new Image();
    image.onload = () => done(image);
    image.onerror = () => failed(new Error("no drawing"));
    image.src = source;
  });

  const ownWords = (figure, ...which) => which.map((each) => clean(figure?.querySelector(each)?.textContent ?? "")).filter(Boolean);

  const chartPicture = async (figure, place) => {
    const look = JSON.parse(document.getElementById("charts").textContent);
    const { data, layout } = place.chart.broad;
    const height = layout.height;
    const drawing = { data, layout: { ...layout, template: look.template, paper_bgcolor: "#ffffff", autosize: false, width: WIDTH, height } };
    const title = clean(figure.querySelector(".answer").textContent);
    const key = inLight(() => [...figure.querySelectorAll(".key li")].map(keyOf));
    const drawn = await Plotly.toImage({ ...drawing, config: look.config }, { format: "svg", width: WIDTH, height, imageDataOnly: true });
    const face = await fontFace();
    const svg = drawn.replace(/(<svg[^>]*>)/, `$1<style>${face}</style>`);
    const image = await asImage(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`);
    const width = WIDTH + 2 * EDGE;
    const { rows, height: keyHeight } = keyRows(key, WIDTH);
    /* How to read it, and what it is of to the day: on its own a picture has no page around it that says so. */
    const source = [...ownWords(figure, ".how", "table caption"), told(figure, title)].join(" · ");
    const canvas = sheet({ title, source, width, height: height + keyHeight }, (pen, top) => {
      drawKeys(pen, rows, top);
      pen.drawImage(image, EDGE, top + keyHeight, WIDTH, height);
    });
    return [canvas, title];
  };

  /* What the page says to read this by: of which edition it is, what is coded, and what it is not for. A note within a
     section is of what stands there, others are of the whole page; one of tables or figures only names which. */
  const NOTES = "[data-pictured], [data-noted] > p:not(.lead, .as-picture)";
  const isOf = (note, place) => (note.closest("section") ?? document).contains(place) && place.matches(note.dataset.pictured || "*");
  const told = (place, title) => [...document.querySelectorAll(NOTES)].filter((note) => isOf(note, place))
    .map((note) => clean(note.textContent)).filter((text) => !title.includes(text)).concat(words.source).join(" · ");

  const heading = clean(document.querySelector("main h1").textContent);
  const offer = (place, what, make) => {
    const line = document.createElement("p");
    line.className = "as-picture";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button quiet";
    button.textContent = words.button;
    const name = document.createElement("span");
    name.className = "sr";
    name.textContent = `: ${what}`;
    button.append(name);
    const result = document.createElement("span");
    result.setAttribute("role", "status");
    line.append(button, result);
    button.addEventListener("click", async () => {
      result.textContent = "";
      button.disabled = true;
      try {
        await Promise.all([document.fonts.ready, document.fonts.load(`1em "${OF_CHARTS}"`).catch(() => [])]);
        const [canvas, title] = await make();
        await send(canvas, title);
      } catch {
        result.textContent = words.failed;
      }
      button.disabled = false;
      button.focus();
    });
    place.after(line);
  };

  if (window.Plotly) {
    for (const block of document.querySelectorAll("script[data-chart]")) {
      const figure = block.closest("figure");
      const place = document.getElementById(block.dataset.chart);
      offer(block, clean(figure.querySelector(".answer").textContent), () => chartPicture(figure, place));
    }
  }
  for (const table of document.querySelectorAll("main table")) {
    if (table.closest("details:not(.long)")) continue; // the same figures as of a chart, or more of them
    const caption = clean(table.caption?.textContent ?? "");
    const frame = table.closest(".scroll") ?? table;
    const after = frame.nextElementSibling?.matches(".says") ? frame.nextElementSibling : frame;
    const title = caption && caption !== heading ? `${heading}: ${caption}` : heading;
    const key = frame.previousElementSibling?.matches("ul.key") ? [...frame.previousElementSibling.children] : [];
    const source = () => [...ownWords(table.closest("figure"), ".how"), told(table, title)].join(" · ");
    offer(after, caption || heading, async () => [tableSheet(table, key, title, source()), title]);
  }
})();
