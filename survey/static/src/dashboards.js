/* A grid of networks can be walked by the arrow keys; what there is to say of a cell is told below it. */
(() => {
  "use strict";
  for (const table of document.querySelectorAll("table.networks")) {
    const told = table.closest(".scroll").nextElementSibling;
    const rows = [...table.querySelectorAll("tr")].map((row) => [...row.querySelectorAll("td[data-says]")]).filter((row) => row.length);
    if (!rows.length) continue;
    let here = rows[0][0];

    const tell = (cell) => {
      const name = cell.parentElement.querySelector("bdi").textContent;
      told.textContent = `${name} – ${cell.dataset.says}`;
      told.hidden = false;
    };
    const go = (row, column) => {
      const cell = rows[row]?.[column];
      if (!cell) return;
      here.tabIndex = -1;
      here = cell;
      here.tabIndex = 0;
      here.focus({ preventScroll: true });
      // clear of the names, which stay in sight at the left
      here.closest(".scroll").style.scrollPaddingLeft = `${here.parentElement.firstElementChild.offsetWidth}px`;
      here.scrollIntoView({ block: "nearest", inline: "nearest" });
    };

    rows.forEach((row, down) => row.forEach((cell, across) => {
      cell.tabIndex = -1;
      cell.addEventListener("focus", () => tell(cell));
      cell.addEventListener("pointerenter", () => tell(cell));
      cell.addEventListener("keydown", (event) => {
        const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
        if (!step) return;
        event.preventDefault();
        go(down + step[0], across + step[1]);
      });
    }));
    here.tabIndex = 0;
  }
})();

/* What is ticked goes along to another page of the list, or to a topic; without script to other choices only. */
(() => {
  "use strict";
  const boxes = [...document.querySelectorAll('input[name="netwerk"]')];
  const links = [...document.querySelectorAll('main a[href*="?"]')].filter((link) => link.pathname === location.pathname);
  const carry = () => links.forEach((link) => {
    const asked = new URLSearchParams(link.search);
    asked.delete("netwerk");
    boxes.filter((box) => box.checked).forEach((box) => asked.append("netwerk", box.value));
    link.search = asked;
  });
  if (!boxes.length) return;
  boxes.forEach((box) => box.addEventListener("change", carry));
  carry(); // a browser that comes back to a page ticks again what was ticked
})();
