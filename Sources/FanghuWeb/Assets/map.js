// @ts-check
// Draws what the tables beside it say; without the library, or without script, the tables are the map.

/** @typedef {{name: string, parts: number[][][][], weight?: number, words?: string}} Outline */
/** @typedef {{outlines: Outline[], areas: {name: string, corners: number[][], link: string}[], gates: {name: string, at: number[], state: string, words: {chinese: string, english: string}, link?: string}[], homes: {name: string, at: number[], count: number}[]}} Drawing */

const colours = { empty: "#b3261e", short: "#b06f00", staffed: "#1d7a4f", closed: "#6b7280" };
const isChinese = document.documentElement.lang.startsWith("zh");

/** A popup of texts, never of markup: names come from people. */
function label(/** @type {string[]} */ lines, /** @type {string|undefined} */ link) {
  const box = document.createElement("div");
  for (const line of lines) {
    const part = document.createElement("p");
    part.textContent = line;
    box.append(part);
  }
  if (link) {
    const anchor = document.createElement("a");
    anchor.href = link;
    anchor.textContent = lines[0];
    box.replaceChild(anchor, box.firstChild);
  }
  return box;
}

function draw(/** @type {HTMLElement} */ frame, /** @type {any} */ L) {
  /** @type {Drawing} */
  const drawing = JSON.parse(frame.dataset.map ?? "{}");
  frame.hidden = false;
  const map = L.map(frame, { preferCanvas: true, attributionControl: false, zoomSnap: 0.25 });
  const all = L.featureGroup().addTo(map);
  for (const outline of drawing.outlines) {
    const isTold = outline.weight !== undefined;
    L.polygon(outline.parts, {
      color: "#3a6c69", weight: 2, fill: isTold, fillColor: "#0b6b66", fillOpacity: isTold ? 0.15 + 0.6 * outline.weight : 0,
      interactive: isTold,
    }).bindPopup(label([outline.name, outline.words ?? ""])).addTo(all);
  }
  for (const area of drawing.areas) {
    L.polygon(area.corners, { color: "#6a3d9a", weight: 2, dashArray: "6 4", fillOpacity: 0.12 })
      .bindPopup(label([area.name], area.link)).addTo(all);
  }
  for (const home of drawing.homes) {
    L.circleMarker(home.at, { radius: 9 + Math.min(home.count, 12), color: "#7a3e00", weight: 1, fillColor: "#e08a00", fillOpacity: 0.65 })
      .bindPopup(label([home.name, `${frame.dataset.homes} ${home.count}`])).addTo(all);
  }
  for (const gate of drawing.gates) {
    L.circleMarker(gate.at, { radius: 6, color: "#ffffff", weight: 2, fillColor: colours[gate.state] ?? colours.closed, fillOpacity: 1 })
      .bindPopup(label([gate.name, isChinese ? gate.words.chinese : gate.words.english], gate.link)).addTo(all);
  }
  const bounds = all.getBounds();
  if (bounds.isValid()) map.fitBounds(bounds, { padding: [20, 20], maxZoom: 17 });
  else map.setView([31.23, 121.47], 11);
  return map;
}

/** Corners by clicking; the list of corners is the form's field, which the keyboard can fill as well. */
function edit(/** @type {any} */ map, /** @type {any} */ L, /** @type {HTMLTextAreaElement} */ field) {
  const shape = L.polygon([], { color: "#6a3d9a", weight: 3, interactive: false }).addTo(map);
  const lines = () => field.value.split("\n").filter((line) => line.trim() !== "");
  const redraw = () => {
    const corners = lines().map((line) => line.split(/[,，\s]+/).map(Number)).filter((pair) => pair.length === 2 && pair.every(Number.isFinite));
    shape.setLatLngs(corners.map(([east, north]) => [north, east]));
  };
  map.on("click", (/** @type {any} */ event) => {
    const { lat, lng } = event.latlng;
    field.value = [...lines(), `${lng.toFixed(5)}, ${lat.toFixed(5)}`].join("\n");
    redraw();
  });
  field.addEventListener("input", redraw);
  const tools = /** @type {HTMLElement|null} */ (document.querySelector("[data-draw]"));
  if (tools) tools.hidden = false;
  document.querySelector("[data-undo]")?.addEventListener("click", () => {
    field.value = lines().slice(0, -1).join("\n");
    redraw();
  });
  redraw();
}

const library = /** @type {any} */ (globalThis).L;
if (library) {
  for (const frame of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-map]"))) {
    const map = draw(frame, library);
    const field = /** @type {HTMLTextAreaElement|null} */ (document.querySelector("textarea[name=outline]"));
    if (field) edit(map, library, field);
  }
}
