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

  /* The server's time: its own when it last spoke, and how long that is ago. By two clocks: one that nobody can set, but
     that stands still while a device sleeps, and one that may be wrong, but goes on. It never goes back: an answer of the
     server may have been long under way, and of two choices made here the later one has the later time. */
  let spoke, given = 0;
  const estimate = () => Math.round(spoke[0] + Math.max(performance.now() - spoke[1], Date.now() - spoke[2]));
  const setClock = (time, ago = 0) => {
    if (!spoke || Number(time) > estimate()) spoke = [Number(time), performance.now() - ago, Date.now() - ago];
  };
  const now = () => (given = Math.max(given + 1, estimate()));
  setClock(say.now, performance.now() - (performance.getEntriesByType("navigation")[0]?.responseStart ?? performance.now()));

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
  /* What the server refused waits as well, to be shown again, but is not sent again until it is changed. */
  const toSend = () =>
    Object.entries(waiting())
      .map(([path, units]) => [path, Object.fromEntries(Object.entries(units).filter(([, each]) => !each.refused))])
      .filter(([, units]) => Object.keys(units).length);
  const isWaiting = () => toSend().length > 0;

  /* Of links that were never opened again nothing stays behind on a device. */
  const tidy = () => {
    try {
      for (const name of Object.keys(localStorage).filter((each) => each.startsWith("netwerkspiegel:"))) {
        const times = Object.values(JSON.parse(localStorage.getItem(name))).flatMap((units) => Object.values(units));
        if (!times.some(({ time }) => time > estimate() - OLD)) localStorage.removeItem(name);
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
  const describe = (place, id, isWrong) => {
    for (const control of place.querySelectorAll("input:not([type=hidden]), textarea, select")) {
      const others = (control.getAttribute("aria-describedby") ?? "").split(" ").filter((each) => each && each !== id);
      const all = isWrong ? [...others, id] : others;
      if (all.length) control.setAttribute("aria-describedby", all.join(" "));
      else control.removeAttribute("aria-describedby");
      if (isWrong) control.setAttribute("aria-invalid", "true");
      else control.removeAttribute("aria-invalid");
    }
  };
  const beside = (unit, kind, words, id) => {
    const place = placeOf(unit) ?? document.getElementById(unit)?.closest("fieldset, .field, section");
    place?.querySelectorAll(`:scope > .${kind}`).forEach((old) => old.remove());
    if (place && id) describe(place, id, Boolean(words));
    if (!place || !words) return;
    const line = document.createElement("p");
    line.className = kind;
    line.textContent = words;
    if (id) {
      line.id = id;
      const sign = document.createElement("span");
      sign.className = "sr";
      sign.textContent = `${say.error} `;
      line.prepend(sign);
    }
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
  const speak = (words, mark = "") => {
    const place = document.querySelector(".saved");
    if (!place || !words) return;
    place.textContent = "";
    setTimeout(() => {
      place.innerHTML = mark;
      place.append(words);
    }, 60);
  };
  const OK = `<svg class="i" aria-hidden="true"><use href="#i-ok"/></svg>`;
  const take = ({ question, sentence, fields, replaced }) => {
    const mine = Object.keys(waiting()[here] ?? {});
    const concerns = (name) => belongs(name, question) && !mine.some((unit) => belongs(name, unit));
    if (!fill(fields, concerns) && !replaced) return "";
    beside(question, "elsewhere", sentence);
    return sentence;
  };
  const complain = (unit, sentence) => beside(unit, "wrong-text", sentence, `${unit}-e`);
  const hear = (said, units) => {
    form.elements.basis.value = said.basis;
    for (const unit of units) {
      complain(unit, said.wrong[unit] ?? "");
      beside(unit, "elsewhere", "");
    }
    const told = [...Object.values(said.wrong), ...said.elsewhere.map(take).filter(Boolean)];
    mark(said.kept);
    if (told.length) speak(told.join(" "));
    else if (said.kept.length) speak(said.saved, OK);
    form.dispatchEvent(new Event("input"));
  };

  /* ---- Sending: one request at a time, again after a while ---- */
  let failures = 0, timer = 0, sending = null;
  const soon = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(flush, wait);
  };
  const post = async (address, body, more = {}) => {
    const stop = new AbortController();
    const patience = setTimeout(() => stop.abort(), PATIENCE);
    try {
      return await fetch(address, { method: "POST", body, credentials: "same-origin", signal: stop.signal, ...more });
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
  const forget = (path, sent, wrong) => {
    const all = waiting();
    for (const [unit, { time }] of Object.entries(sent)) {
      if (all[path]?.[unit]?.time !== time) continue; // changed since
      if (unit in wrong) all[path][unit].refused = wrong[unit];
      else delete all[path][unit];
    }
    remember(all);
  };
  const fail = (answer) => {
    failures += 1;
    tell(!answer ? (lasts ? say.offline : say.stay) : say.again);
    soon(Math.min(FIRST_WAIT * 2 ** (failures - 1), LONGEST_WAIT));
    return false;
  };
  /* Only a closed round is a reason to forget: whatever else says no may be something on the way. */
  const refuse = (answer) => {
    if (answer.status === 410) {
      remember({});
      tell(say.late);
      return false;
    }
    fail(answer);
    tell(say.refused);
    return false;
  };
  const sendPage = async (path, units) => {
    const answer = await post(`/v/${token}/${path}/bewaar`, bodyOf(path, units));
    if (!answer || answer.status >= 500 || answer.status === 429) return fail(answer);
    if (!answer.ok) return refuse(answer);
    const said = await answer.json().catch(() => null);
    if (!said || !Object.keys(units).every((unit) => said.heard.includes(unit))) return fail(null);
    setClock(said.now);
    forget(path, units, said.wrong);
    if (form && path === here) hear(said, Object.keys(units));
    return true;
  };
  const sendAll = async () => {
    for (let all = toSend(); all.length; all = toSend()) {
      if (!(await sendPage(...all[0]))) return false;
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
    else if (form) sendPage(here, {});
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
    if (!(await flush())) return tell(say.wait);
    const body = new URLSearchParams(new FormData(form));
    if (button?.name) body.set(button.name, button.value);
    body.set("script", "1");
    body.set("place", inView());
    const answer = await post(location.pathname, body);
    if (!answer || answer.status >= 500) return tell(say.wait);
    const said = answer.ok && (await answer.json().catch(() => null));
    if (!leaving) return; // a link was chosen meanwhile
    if (said?.to) goTo(said.to);
    else plainly(button);
  };

  const begin = () => {
    const left = waiting()[here] ?? {};
    for (const [unit, { fields, refused }] of Object.entries(left)) {
      fill(grouped(fields), (name) => belongs(name, unit));
      if (refused) complain(unit, refused);
    }
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

  /* Other forms lead away from the page: not while there is nothing to lead to. */
  let asking = false;
  const ask = async (event) => {
    const { target, submitter } = event;
    if (target === form || target.method !== "post" || target.dataset.sure) return;
    event.preventDefault();
    if (asking) return;
    asking = true;
    const answer = await fetch(location.pathname, { method: "HEAD", credentials: "same-origin" }).catch(() => null);
    asking = false;
    if (!answer || answer.status >= 500) return tell(say.later);
    target.dataset.sure = "1";
    target.requestSubmit(submitter);
  };

  const print = document.getElementById("print");
  if (print) {
    print.hidden = false;
    print.addEventListener("click", () => window.print());
  }

  tidy();
  if ("closed" in say) {
    if (Object.keys(waiting()).length) tell(say.late);
    remember({});
    return;
  }
  if (form) begin();
  document.addEventListener("submit", ask);
  const hadLeft = isWaiting();
  if (hadLeft) flush().then((all) => all && !form && location.reload());
  addEventListener("online", look);
  addEventListener("pageshow", (event) => event.persisted && look());
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && look());
  addEventListener("pagehide", () => {
    if (leaving) return;
    for (const [path, units] of toSend()) post(`/v/${token}/${path}/bewaar`, bodyOf(path, units), { keepalive: true });
  });
  addEventListener("beforeunload", (event) => !lasts && !leaving && isWaiting() && event.preventDefault());
})();
