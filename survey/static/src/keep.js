/* Keeps every choice as it is made, and keeps it on this device while there is no connection.
   Without it, a page is kept by its button. All words come from the page, in the person's language. */
(() => {
  "use strict";
  const strip = document.getElementById("keeping");
  const say = strip.dataset;
  const form = document.querySelector("form[data-keeps]");
  const [, , token, ...rest] = location.pathname.split("/");
  const here = rest.join("/");
  const FIRST_WAIT = 2000, LONGEST_WAIT = 60000, PATIENCE = 15000, TYPING = 900, READING = 8000, OLD = 60 * 86400000;

  /* The server's time: its own at drawing, and how long this page has been open by a clock that nobody can set. */
  const began = performance.now();
  const now = () => Math.round(Number(say.now) + performance.now() - began);

  /* What waits to be sent: page -> unit -> when it was chosen, and its fields. Tabs of one link share it. */
  const NAME = `netwerkspiegel:${say.link}`;
  let memory = {}, lasts = true;
  const waiting = () => {
    try {
      return lasts ? JSON.parse(localStorage.getItem(NAME)) ?? {} : memory;
    } catch {
      return memory;
    }
  };
  const remember = (all) => {
    memory = Object.fromEntries(Object.entries(all).filter(([, units]) => Object.keys(units).length));
    try {
      if (Object.keys(memory).length) localStorage.setItem(NAME, JSON.stringify(memory));
      else localStorage.removeItem(NAME);
      lasts = true;
    } catch {
      lasts = false;
    }
  };
  const isWaiting = () => Object.keys(waiting()).length > 0;

  /* Of links that were never opened again nothing stays behind on a device. */
  const tidy = () => {
    try {
      for (const name of Object.keys(localStorage).filter((each) => each.startsWith("netwerkspiegel:"))) {
        const times = Object.values(JSON.parse(localStorage.getItem(name))).flatMap((units) => Object.values(units));
        if (!times.some(({ time }) => time > now() - OLD)) localStorage.removeItem(name);
      }
    } catch {
      /* nothing is kept here, or nothing that we can read */
    }
  };

  const tell = (words) => {
    if (strip.textContent !== words) strip.textContent = words;
  };

  /* ---- The fields of the page ---- */
  const belongs = (name, unit) => name === unit || name === `${unit}-ok` || name.startsWith(`${unit}.`);
  const placeOf = (unit) => form?.querySelector(`[data-unit="${CSS.escape(unit)}"]`);
  const fieldsOf = (unit) => {
    const fields = [...new FormData(form)].filter(([name]) => belongs(name, unit));
    return fields.length ? fields : [["clear_field", unit]];
  };
  const put = (control, values) => {
    if (/^(radio|checkbox)$/.test(control.type)) {
      const wanted = values.includes(control.value);
      return control.checked === wanted ? false : ((control.checked = wanted), true);
    }
    const value = values[0] ?? "";
    return control.type === "hidden" || control.value === value ? false : ((control.value = value), true);
  };
  const fill = (fields, concerns) =>
    [...form.elements].filter(({ name }) => name && concerns(name)).filter((each) => put(each, fields[each.name] ?? [])).length > 0;
  const grouped = (pairs) => {
    const fields = {};
    for (const [name, value] of pairs) (fields[name] ??= []).push(value);
    return fields;
  };

  const note = (unit) => {
    const all = waiting();
    (all[here] ??= {})[unit] = { time: now(), fields: fieldsOf(unit) };
    remember(all);
  };

  /* ---- What the server said ---- */
  const beside = (unit, kind, words, id) => {
    const place = placeOf(unit) ?? document.getElementById(unit)?.closest("fieldset, .field, section");
    place?.querySelectorAll(`:scope > .${kind}`).forEach((old) => old.remove());
    if (!place || !words) return;
    const line = document.createElement("p");
    line.className = kind;
    line.textContent = words;
    if (id) line.id = id;
    (place.querySelector(":scope > legend, :scope > label, :scope > h2") ?? place.firstChild).after(line);
  };
  const mark = (units) => {
    form.querySelectorAll(".kept").forEach((old) => old.remove());
    for (const place of units.map(placeOf).filter(Boolean)) {
      const sign = place.appendChild(document.createElement("span"));
      sign.className = "kept";
      sign.textContent = say.kept;
      sign.setAttribute("aria-hidden", "true");
    }
  };
  const speak = (words) => {
    const place = document.querySelector(".saved");
    if (!place || !words) return;
    place.textContent = "";
    setTimeout(() => (place.innerHTML = `<svg class="i" aria-hidden="true"><use href="#i-ok"/></svg>`) && place.append(words), 60);
  };
  const take = ({ question, sentence, fields }) => {
    const mine = Object.keys(waiting()[here] ?? {});
    const concerns = (name) => belongs(name, question) && !mine.some((unit) => belongs(name, unit));
    if (fill(fields, concerns)) beside(question, "elsewhere", sentence);
  };
  const hear = (said, units) => {
    form.elements.basis.value = said.basis;
    const kept = units.filter((unit) => !(unit in said.wrong));
    for (const unit of kept) ["wrong-text", "elsewhere"].forEach((kind) => beside(unit, kind, ""));
    for (const [unit, sentence] of Object.entries(said.wrong)) beside(unit, "wrong-text", sentence, `${unit}-e`);
    said.elsewhere.forEach(take);
    mark(kept);
    if (kept.length) speak(said.saved);
    form.dispatchEvent(new Event("input"));
  };

  /* ---- Sending: one request at a time, again after a while ---- */
  let failures = 0, timer = 0, sending = null, heard = 0;
  const soon = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(flush, wait);
  };
  const post = async (address, body, more = {}) => {
    const stop = new AbortController();
    const patience = setTimeout(() => stop.abort(), PATIENCE);
    try {
      return await fetch(address, { method: "POST", body, credentials: "omit", signal: stop.signal, ...more });
    } catch {
      return null;
    } finally {
      clearTimeout(patience);
    }
  };
  const bodyOf = (path, units) => {
    const body = new URLSearchParams();
    if (form && path === here) body.set("basis", form.elements.basis.value);
    for (const [unit, { time, fields }] of Object.entries(units)) {
      body.append("chosen", `${unit}:${time}`);
      fields.forEach(([name, value]) => body.append(name, value));
    }
    return body;
  };
  const forget = (path, sent) => {
    const all = waiting();
    for (const [unit, { time }] of Object.entries(sent)) if (all[path]?.[unit]?.time === time) delete all[path][unit];
    remember(all);
  };
  const fail = (answer) => {
    failures += 1;
    tell(!answer ? (lasts ? say.offline : say.stay) : say.again);
    soon(Math.min(FIRST_WAIT * 2 ** (failures - 1), LONGEST_WAIT));
    return false;
  };
  const refuse = (answer) => {
    remember({});
    tell(answer.status === 410 ? say.late : say.refused);
    return false;
  };
  const sendPage = async (path, units) => {
    const answer = await post(`/v/${token}/${path}/bewaar`, bodyOf(path, units));
    if (!answer || answer.status >= 500 || answer.status === 429) return fail(answer);
    if (!answer.ok) return refuse(answer);
    const said = await answer.json().catch(() => null);
    if (!said || !Object.keys(units).every((unit) => said.heard.includes(unit))) return fail(null);
    forget(path, units);
    heard = performance.now();
    if (form && path === here) hear(said, Object.keys(units));
    return true;
  };
  const sendAll = async () => {
    for (let all = waiting(); Object.keys(all).length; all = waiting()) {
      const [path] = Object.keys(all);
      if (!(await sendPage(path, all[path]))) return false;
    }
    if (failures) {
      tell(say.back);
      setTimeout(() => strip.textContent === say.back && tell(""), READING);
    }
    failures = 0;
    return true;
  };
  const flush = () => (sending ??= sendAll().finally(() => (sending = null)));
  /* Ask what changed elsewhere, when this page has been out of sight. */
  const look = () => {
    if (isWaiting()) flush();
    else if (form && performance.now() - heard > 5000) sendPage(here, {});
  };

  /* ---- Going on ---- */
  let leaving = false;
  const inView = () => {
    const seen = [...form.querySelectorAll("[data-unit]")].find((each) => each.getBoundingClientRect().bottom > 80);
    return seen ? seen.dataset.unit : "";
  };
  const plainly = (button) => {
    leaving = true;
    if (button?.name) {
      const field = form.appendChild(document.createElement("input"));
      Object.assign(field, { type: "hidden", name: button.name, value: button.value });
    }
    HTMLFormElement.prototype.submit.call(form);
  };
  const goTo = (address) => {
    const target = new URL(address, location.href);
    const isHere = target.pathname === location.pathname && target.search === location.search;
    location.assign(target);
    if (isHere) location.reload();
  };
  const leave = async (button) => {
    if (!(await flush())) return;
    const body = new URLSearchParams(new FormData(form));
    if (button?.name) body.set(button.name, button.value);
    body.set("script", "1");
    body.set("place", inView());
    const answer = await post(location.pathname, body);
    if (!answer || answer.status >= 500) return fail(answer);
    const said = answer.ok && (await answer.json().catch(() => null));
    if (!leaving) return; // a link was chosen meanwhile
    if (said?.to) goTo(said.to);
    else plainly(button);
  };

  const begin = () => {
    const left = waiting()[here] ?? {};
    for (const [unit, { fields }] of Object.entries(left)) fill(grouped(fields), (name) => belongs(name, unit));
    form.addEventListener("input", ({ target }) => {
      const place = target.closest?.("[data-unit]");
      if (!place) return;
      note(place.dataset.unit);
      soon(target.matches("textarea, input:not([type=radio], [type=checkbox])") ? TYPING : 100);
    });
    form.addEventListener("change", () => isWaiting() && soon(0));
    form.addEventListener("click", (event) => {
      const button = event.target.closest('[name="clear_field"]');
      if (!button) return;
      event.preventDefault();
      const [first, ...others] = form.querySelectorAll(`[name="${CSS.escape(button.value)}"]`);
      for (const control of [first, ...others]) control.checked = false;
      first.focus();
      first.dispatchEvent(new Event("input", { bubbles: true }));
    });
    document.addEventListener("click", (event) => event.target.closest("a[href]") && (leaving = false));
    form.addEventListener("submit", async (event) => {
      if (leaving) return event.preventDefault();
      event.preventDefault();
      leaving = true;
      await leave(event.submitter).catch(() => plainly(event.submitter));
      leaving = false;
    });
    form.dispatchEvent(new Event("input"));
  };

  const print = document.getElementById("print");
  if (print) {
    print.hidden = false;
    print.addEventListener("click", () => window.print());
  }

  tidy();
  if (form) begin();
  const hadLeft = isWaiting();
  if (hadLeft) flush().then((all) => all && !form && location.reload());
  addEventListener("online", look);
  addEventListener("pageshow", (event) => event.persisted && look());
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && look());
  addEventListener("pagehide", () => {
    if (leaving) return;
    for (const [path, units] of Object.entries(waiting())) post(`/v/${token}/${path}/bewaar`, bodyOf(path, units), { keepalive: true });
  });
  addEventListener("beforeunload", (event) => !lasts && !leaving && isWaiting() && event.preventDefault());
})();
