// @ts-check
// Figures that follow the server: `<section data-live="/address">` holds elements `data-figure="name"`.
//
// The server sends events `figures` with an object of name and text. A lost stream is opened again by the browser; until
// then the section says so by `data-state`.

for (const section of document.querySelectorAll("[data-live]")) {
  const part = /** @type {HTMLElement} */ (section);
  const source = new EventSource(part.dataset.live ?? "");
  source.addEventListener("open", () => { part.dataset.state = "live"; });
  source.addEventListener("error", () => { part.dataset.state = "lost"; });
  source.addEventListener("figures", (event) => {
    const figures = JSON.parse(/** @type {MessageEvent} */ (event).data);
    for (const element of part.querySelectorAll("[data-figure]")) {
      const name = /** @type {HTMLElement} */ (element).dataset.figure ?? "";
      if (!(name in figures) || element.textContent === figures[name]) continue;
      element.textContent = figures[name];
      element.classList.add("has-changed");
      window.setTimeout(() => element.classList.remove("has-changed"), 1500);
    }
  });
  window.addEventListener("pagehide", () => source.close());
}
