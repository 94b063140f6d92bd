/* Draws on a canvas what can be kept as a picture: a sheet with a title and a source, tables, and the shapes of a page. */
(() => {
  "use strict";
  const FAMILY = '"Atkinson Hyperlegible Next", system-ui, sans-serif';
  const INK = "#1d2a35", MUTED = "#52606b", LINE = "#d9d5cb", PAPER = "#ffffff";
  const SCALE = 2;
  const EDGE = 28;
  const GAP = 8;

  const font = (size, weight = 400) => `${weight} ${size}px ${FAMILY}`;
  const clean = (text) => text.replaceAll("\u00ad", "").replace(/\s+/g, " ").trim();

  /* Break a text into lines that fit; a word that does not is broken as well. */
  const wrapped = (pen, text, width) => {
    const lines = [];
    let line = "";
    for (let word of clean(text).split(" ")) {
      while (pen.measureText(word).width > width && word.length > 1) {
        let fits = word.length - 1;
        while (fits > 1 && pen.measureText(word.slice(0, fits) + "-").width > width) fits -= 1;
        if (line) lines.push(line);
        lines.push(word.slice(0, fits) + "-");
        line = "";
        word = word.slice(fits);
      }
      const longer = line ? `${line} ${word}` : word;
      if (line && pen.measureText(longer).width > width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return line ? [...lines, line] : lines;
  };

  /* A sheet with a title above and the source below; what is between them is drawn by ``draw`` from this height on. */
  const sheet = ({ title, source, width, height }, draw) => {
    const canvas = document.createElement("canvas");
    const pen = canvas.getContext("2d");
    pen.font = font(22, 700);
    const heads = wrapped(pen, title, width - 2 * EDGE);
    pen.font = font(13);
    const feet = wrapped(pen, source, width - 2 * EDGE);
    const top = EDGE + heads.length * 28 + 16;
    const whole = top + height + 20 + feet.length * 18 + EDGE;
    canvas.width = Math.round(width * SCALE);
    canvas.height = Math.round(whole * SCALE);
    pen.scale(SCALE, SCALE);
    pen.fillStyle = PAPER;
    pen.fillRect(0, 0, width, whole);
    pen.textBaseline = "top";
    pen.fillStyle = INK;
    pen.font = font(22, 700);
    heads.forEach((line, place) => pen.fillText(line, EDGE, EDGE + place * 28));
    pen.fillStyle = MUTED;
    pen.font = font(13);
    feet.forEach((line, place) => pen.fillText(line, EDGE, top + height + 20 + place * 18));
    draw(pen, top);
    return canvas;
  };

  /* The shapes of keys and cells are small drawings in the page; their paths and colours are taken from there. */
  const shapeOf = (svg) => {
    if (!svg) return null;
    const [, , width, height] = svg.getAttribute("viewBox").split(" ").map(Number);
    const parts = [...svg.children].map((part) => {
      const style = getComputedStyle(part);
      return { part, path: pathOf(part), fill: style.fill, stroke: style.stroke, width: parseFloat(style.strokeWidth) || 0, dashes: style.strokeDasharray };
    });
    return { width, height, parts };
  };
  const pathOf = (part) => {
    const number = (name) => Number(part.getAttribute(name) || 0);
    const path = new Path2D(part.getAttribute("d") || undefined);
    if (part.tagName === "circle") path.arc(number("cx"), number("cy"), number("r"), 0, 2 * Math.PI);
    if (part.tagName === "rect") path.rect(number("x"), number("y"), number("width"), number("height"));
    if (part.tagName === "line") { path.moveTo(number("x1"), number("y1")); path.lineTo(number("x2"), number("y2")); }
    return path;
  };
  const drawShape = (pen, shape, x, y, height) => {
    pen.save();
    pen.translate(x, y);
    pen.scale(height / shape.height, height / shape.height);
    for (const { path, fill, stroke, width, dashes } of shape.parts) {
      pen.setLineDash(dashes === "none" ? [] : dashes.split(",").map(parseFloat));
      if (fill !== "none") { pen.fillStyle = fill; pen.fill(path); }
      if (stroke !== "none") { pen.strokeStyle = stroke; pen.lineWidth = width; pen.stroke(path); }
    }
    pen.restore();
  };

  const ruler = document.createElement("canvas").getContext("2d");
  const keyOf = (item) => ({ text: clean(item.textContent), shape: shapeOf(item.querySelector("svg")) });
  const keyRows = (key, width) => {
    const rows = [[]];
    let x = 0;
    ruler.font = font(14);
    for (const item of key) {
      const wide = 34 + ruler.measureText(item.text).width + 24;
      if (x && x + wide > width) { rows.push([]); x = 0; }
      rows.at(-1).push({ item, x, y: (rows.length - 1) * 24 });
      x += wide;
    }
    return { rows, height: key.length ? rows.length * 24 + 8 : 0 };
  };
  const drawKeys = (pen, rows, top) => rows.flat().forEach(({ item, x, y }) => drawKey(pen, item, EDGE + x, top + y));
  const drawKey = (pen, item, x, y) => {
    if (item.shape) drawShape(pen, item.shape, x, y + 2, 14);
    pen.fillStyle = INK;
    pen.font = font(14);
    pen.fillText(item.text, x + 32, y + 1);
  };

  /* Pictures are light, whatever the screen is: colours are read while the page has those of light, and nobody sees it. */
  const inLight = (read) => {
    const page = document.documentElement;
    const roots = [...document.styleSheets].flatMap((each) => [...each.cssRules]).filter((rule) => rule.selectorText === ":root");
    const names = roots.flatMap((rule) => [...rule.style].filter((name) => name.startsWith("--")).map((name) => [name, rule.style.getPropertyValue(name)]));
    names.forEach(([name, value]) => page.style.setProperty(name, value));
    page.style.forcedColorAdjust = "none";
    try { return read(); } finally {
      names.forEach(([name]) => page.style.removeProperty(name));
      page.style.forcedColorAdjust = "";
    }
  };

  /* What a cell says: lines, each with a shape if there is one. What only a screen reader says is left out. */
  const linesOf = (cell) => {
    const signs = [...cell.querySelectorAll(".sign")];
    if (signs.length) return signs.map((sign) => ({ text: visible(sign), shape: shapeOf(sign.querySelector("svg")), strong: isStrong(sign) }));
    const bare = cell.cloneNode(true);
    bare.querySelectorAll(".sr, .on-screen, input, details > :not(summary)").forEach((each) => each.remove());
    const small = [...bare.querySelectorAll(".more")].map((each) => { const told = { text: clean(each.textContent), small: true }; each.remove(); return told; });
    return [{ text: clean(bare.textContent), strong: isStrong(cell) }, ...small].filter((line) => line.text);
  };
  const visible = (element) => {
    const bare = element.cloneNode(true);
    bare.querySelectorAll(".sr").forEach((each) => each.remove());
    return clean(bare.textContent);
  };
  const isStrong = (element) => Number(getComputedStyle(element).fontWeight) >= 600;

  const rowsOf = (table) => [...table.rows].map((row) => [...row.cells].map((cell) => {
    const style = getComputedStyle(cell);
    return {
      lines: linesOf(cell), span: cell.colSpan, head: Boolean(cell.closest("thead")), first: cell.cellIndex === 0,
      ground: cell.tagName === "TD" && !/, 0\)$|^transparent$/.test(style.backgroundColor) ? style.backgroundColor : "",
      colour: style.color, coded: cell.classList.contains("coded"), right: style.textAlign === "right", middle: style.textAlign === "center",
    };
  }));

  const SIZE = 15;
  const STEP = 20;
  const size = (line) => (line.small ? 12 : SIZE);
  const weight = (line, cell) => (line.strong || cell.head ? 600 : 400);
  const broken = (pen, cell, width) => cell.lines.flatMap((line) => {
    pen.font = font(size(line), weight(line, cell));
    const room = width - 2 * GAP - (line.shape ? 16 : 0);
    return wrapped(pen, line.text, room).map((text, place) => ({ ...line, text, shape: place ? null : line.shape, indent: line.shape ? 16 : 0 }));
  });

  /* A column is as wide as its longest word, and takes of the rest as it has text; names come first. */
  const widthsOf = (pen, rows) => {
    const count = Math.max(...rows.map((row) => row.reduce((sum, cell) => sum + cell.span, 0)));
    const least = new Array(count).fill(48);
    const most = new Array(count).fill(48);
    for (const row of rows) {
      if (row.some((cell) => cell.span > 1)) continue;
      row.forEach((cell, column) => cell.lines.forEach((line) => {
        pen.font = font(size(line), weight(line, cell));
        const extra = 2 * GAP + (line.shape ? 16 : 0);
        const longest = Math.max(...line.text.split(" ").map((word) => pen.measureText(word).width));
        least[column] = Math.max(least[column], Math.min(longest, 150) + extra);
        most[column] = Math.max(most[column], Math.min(pen.measureText(line.text).width, column ? (cell.head ? 118 : count > 7 ? 130 : 190) : 280) + extra);
      }));
    }
    return most.map((wide, column) => Math.max(wide, least[column]));
  };

  const tableSheet = (table, items, title, source) => {
    const rows = inLight(() => rowsOf(table));
    const key = inLight(() => items.map(keyOf));
    const widths = widthsOf(ruler, rows);
    const at = widths.reduce((found, wide) => [...found, found.at(-1) + wide], [0]);
    const laid = rows.map((row) => {
      let column = 0;
      const cells = row.map((cell) => {
        const x = at[column];
        const wide = at[Math.min(column + cell.span, widths.length)] - x;
        column += cell.span;
        return { ...cell, x, wide, told: broken(ruler, cell, wide) };
      });
      return { cells, height: Math.max(1, ...cells.map((cell) => cell.told.length)) * STEP + 2 * GAP };
    });
    const height = laid.reduce((sum, row) => sum + row.height, 0);
    const width = Math.max(at.at(-1), 480) + 2 * EDGE;
    const { rows: keys, height: keyHeight } = keyRows(key, width - 2 * EDGE);
    return sheet({ title, source, width, height: height + keyHeight }, (pen, top) => {
      drawKeys(pen, keys, top);
      let y = top + keyHeight;
      for (const row of laid) {
        row.cells.forEach((cell) => drawCell(pen, cell, y, row.height));
        pen.fillStyle = LINE;
        pen.fillRect(EDGE, y + row.height - 1, at.at(-1), 1);
        y += row.height;
      }
    });
  };
  const drawCell = (pen, cell, y, height) => {
    const left = EDGE + cell.x;
    if (cell.ground) {
      pen.fillStyle = cell.ground;
      pen.fillRect(left + 1, y + 1, cell.wide - 2, height - 3);
    }
    if (cell.coded) { // as on the page: a figure that is not known precisely
      pen.strokeStyle = cell.colour;
      pen.lineWidth = 2;
      pen.setLineDash([5, 4]);
      pen.strokeRect(left + 5, y + 5, cell.wide - 10, height - 11);
      pen.setLineDash([]);
    }
    const free = height - cell.told.length * STEP;
    const from = y + (cell.head ? free - GAP : cell.ground ? free / 2 : GAP);
    cell.told.forEach((line, place) => {
      pen.font = font(size(line), weight(line, cell));
      const spare = cell.wide - 2 * GAP - line.indent - pen.measureText(line.text).width;
      const x = left + GAP + (cell.right ? spare : cell.middle ? spare / 2 : 0);
      if (line.shape) drawShape(pen, line.shape, x, from + place * STEP + 3, 11);
      pen.fillStyle = line.small ? MUTED : cell.ground ? cell.colour : INK;
      pen.fillText(line.text, x + line.indent, from + place * STEP + 1);
    });
  };

  window.pictured = { EDGE, clean, drawKeys, inLight, keyOf, keyRows, sheet, tableSheet };
})();
