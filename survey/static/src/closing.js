// While a round is being closed: asks now and then how far it is, and says so; when it is done, shows the page anew.
// Without script there is a link for that.

const region = document.querySelector("[data-progress]");
const EVERY = 4000;
let mark = "";

const tell = (sentences) => {
  region.replaceChildren(...sentences.map((sentence) => Object.assign(document.createElement("p"), { textContent: sentence })));
};

const look = async () => {
  try {
    const headers = mark ? { "If-None-Match": mark } : {};
    const answer = await fetch(region.dataset.progress, { headers, credentials: "same-origin", cache: "no-store" });
    if (answer.status === 200) {
      const { sentences, done } = await answer.json();
      if (done) {
        location.reload();
        return;
      }
      if (mark) tell(sentences);
      mark = answer.headers.get("ETag") ?? "";
    } else if (answer.status !== 304) {
      return;
    }
  } catch {
    // no connection now: the next time it may be there
  }
  setTimeout(look, EVERY);
};

if (region) setTimeout(look, EVERY);
