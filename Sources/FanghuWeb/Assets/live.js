// @ts-check
// Figures that follow the server: `<div data-live="/address">` holds elements `data-figure="name"`.
//
// The server sends events `figures` with an object of names and texts. A lost stream is opened again by the browser. A
// page that nobody sees gives its connection back, because a browser has only six to a server. `[data-live-state]` says
// how it stands, in words the page brought; `[data-live-summary]` tells those who listen what changed, not too often.

const QUIET = 30_000;
const SUMMARY = 10_000;

for (const part of document.querySelectorAll("[data-live]:not([data-live-state])")) {
  follow(/** @type {HTMLElement} */ (part));
}

/** @param {HTMLElement} part */
function follow(part) {
  const state = /** @type {HTMLElement | null} */ (part.querySelector("[data-live-state]"));
  const summary = part.querySelector("[data-live-summary]");
  /** @type {Map<string, string>} */
  const news = new Map();
  /** @type {EventSource | undefined} */
  let source;
  /** @type {number | undefined} */
  let leaving;

  /** @param {"live" | "lost" | "ended"} name */
  function show(name) {
    if (!state) return;
    state.hidden = false;
    state.dataset.state = name;
    state.textContent = state.dataset[name] ?? "";
  }

  function open() {
    if (source && source.readyState !== EventSource.CLOSED) return;
    source = new EventSource(part.dataset.live ?? "");
    source.addEventListener("open", () => show("live"));
    source.addEventListener("error", () => show(source?.readyState === EventSource.CLOSED ? "ended" : "lost"));
    source.addEventListener("figures", (event) => change(JSON.parse(/** @type {MessageEvent} */ (event).data)));
  }

  /** @param {Record<string, string>} figures */
  function change(figures) {
    for (const found of part.querySelectorAll("[data-figure]")) {
      const element = /** @type {HTMLElement} */ (found);
      const text = figures[element.dataset.figure ?? ""];
      if (text === undefined || element.textContent === text) continue;
      element.textContent = text;
      element.classList.toggle("is-zero", text === "0");
      element.classList.add("has-changed");
      window.setTimeout(() => element.classList.remove("has-changed"), 1500);
      if (element.dataset.label) news.set(element.dataset.label, text);
    }
  }

  window.setInterval(() => {
    if (!summary || news.size === 0) return;
    summary.textContent = [...news].map(([label, text]) => `${label} ${text}`).join(", ");
    news.clear();
  }, SUMMARY);

  document.addEventListener("visibilitychange", () => {
    window.clearTimeout(leaving);
    if (document.visibilityState === "visible") open();
    else leaving = window.setTimeout(() => source?.close(), QUIET);
  });
  window.addEventListener("pagehide", () => source?.close());
  window.addEventListener("pageshow", (event) => { if (event.persisted) open(); });
  open();
}
