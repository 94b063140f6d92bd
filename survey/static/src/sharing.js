/* Copies the link to what is chosen; where the browser does not allow that, the link is marked to be copied by hand. */
(() => {
  "use strict";
  const button = document.getElementById("copy-link");
  const field = document.getElementById("link-here");
  const told = document.getElementById("copy-told");
  button.hidden = false;
  button.addEventListener("click", async () => {
    told.textContent = "";
    try {
      await navigator.clipboard.writeText(field.value);
      told.textContent = button.dataset.done;
    } catch {
      field.focus();
      field.select();
      told.textContent = button.dataset.failed;
    }
  });
})();
