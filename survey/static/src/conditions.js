/* Shows and hides questions as answers on this page change. Without it, the page shows them when it is saved. */
(() => {
  "use strict";
  const form = document.getElementById("answers");
  const wanted = [...form.querySelectorAll("[data-when]")].map((place) => [place, JSON.parse(place.dataset.when)]);

  /* What is chosen or typed in a field; of what is out of sight, nothing. */
  const given = (name) =>
    [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)]
      .filter((field) => !field.closest("[hidden]"))
      .filter((field) => (/^(radio|checkbox)$/.test(field.type) ? field.checked : field.type !== "hidden"))
      .map((field) => field.value.trim())
      .filter((value) => value !== "");

  const isAnswered = (name) =>
    [...form.elements].some(({ name: field }) => (field === name || field.startsWith(`${name}.`)) && given(field).length);

  const asNumber = (value) => (/^[0-9. \u00a0]+$/.test(value ?? "") ? Number(value.replace(/\D/g, "")) : NaN);

  const compares = (when) => {
    const name = when.part ? `${when.question}.${when.part}` : when.question;
    const values = given(name);
    if ("answered" in when) return isAnswered(name) === when.answered;
    if ("includes" in when) return values.includes(when.includes);
    if ("at_least" in when) return asNumber(values[0]) >= when.at_least;
    const sought = "in" in when ? when.in : [when.equals];
    return sought.some((each) => (typeof each === "number" ? asNumber(values[0]) === each : values[0] === each));
  };

  const holds = (when) => {
    if (when.and) return when.and.every(holds);
    if (when.or) return when.or.some(holds);
    if (when.not) return !holds(when.not);
    return compares(when);
  };

  /* In the order of the page: what depends on a question that goes out of sight goes with it. */
  const follow = () => wanted.forEach(([place, when]) => (place.hidden = !holds(when)));

  const seen = form.appendChild(document.createElement("input"));
  seen.type = "hidden";
  seen.name = "live";
  seen.value = "1";
  form.addEventListener("input", follow);
  follow();
})();
