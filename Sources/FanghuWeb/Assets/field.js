// @ts-check
// The work at the doors: one's own dwellings, what was found out, and where each record stands.

const root = /** @type {HTMLElement} */ (document.getElementById("field"));
const part = (name) => /** @type {HTMLElement} */ (root.querySelector(`[data-part="${name}"]`));
const sheet = /** @type {HTMLDialogElement} */ (part("sheet"));
const form = /** @type {HTMLFormElement} */ (sheet.querySelector("form"));
const words = Object.fromEntries([...part("words").children].map((e) => [e.dataset.word, e.textContent ?? ""]));
const TABS = ["todo", "all", "waiting", "returned", "conflict"];
const ASK = 15_000;
const OLD = 6 * 3_600_000;

let area = /** @type {any} */ (null);
let records = /** @type {any[]} */ ([]);
let drafts = /** @type {any[]} */ ([]);
let tab = "todo";
let state = "online";
let open = /** @type {any} */ (null);

/** @param {string} name @param {Record<string, unknown>} values */
const say = (name, values = {}) =>
  Object.entries(values).reduce((text, [key, value]) => text.replaceAll(`%${key}`, String(value)), words[name] ?? name);

async function read() {
  area = await Outbox.get("kept", "area");
  records = (await Outbox.all("records")).filter((record) => !area || record.account === area.account);
  drafts = await Outbox.all("drafts");
}

const dwellings = () => (area?.pieces ?? []).flatMap((piece) => piece.dwellings);
const recordOf = (id) => records.find((record) => record.change.dwelling === id);

/** A dwelling as it will be once what waits is sent. */
function now(dwelling) {
  const record = recordOf(dwelling.id);
  return record && record.state !== "returned" ? { ...dwelling, ...record.change, heardOn: area.today } : dwelling;
}

function isShown(dwelling, name = tab) {
  if (name === "all") return true;
  if (name === "todo") return now(dwelling).heardOn !== area.today;
  return recordOf(dwelling.id)?.state === name;
}

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function show() {
  const count = (wanted) => records.filter((record) => record.state === wanted).length;
  const oldest = Math.min(...records.map((record) => record.takenAt));
  part("state").textContent = say(state);
  part("state").dataset.state = state;
  const synced = area?.at ? new Date(area.at).toLocaleTimeString(document.documentElement.lang, { timeStyle: "short" }) : words.never;
  const numbers = { waiting: count("waiting"), returned: count("returned"), conflict: count("conflict") };
  const age = records.length && Date.now() - oldest > OLD ? ` ${say("old")}` : "";
  part("counts").textContent = `${say("synced", { time: synced })} · ${say("counts", numbers)}${age}`;
  part("tabs").replaceChildren(
    ...TABS.map((name) => {
      const size = area ? dwellings().filter((dwelling) => isShown(dwelling, name)).length : 0;
      const button = element("button", { type: "button", class: "tab", "data-tab": name }, `${say(name)} ${size}`);
      if (name === tab) button.setAttribute("aria-current", "page");
      return element("li", {}, button);
    }),
  );
  list();
}

function list() {
  if (!area) {
    part("list").replaceChildren(element("p", { class: "panel" }, say("noArea")));
    return;
  }
  const pieces = area.pieces
    .map((piece) => ({ piece, doors: piece.dwellings.filter((dwelling) => isShown(dwelling)) }))
    .filter(({ doors }) => doors.length);
  const made = pieces.map(({ piece, doors }) =>
    element("section", {}, element("h2", {}, piece.name), element("ul", { class: "doors" }, ...doors.map(door))),
  );
  part("list").replaceChildren(...(made.length ? made : [element("p", { class: "panel" }, say("nothing"))]));
}

function door(dwelling) {
  const record = recordOf(dwelling.id);
  const present = now(dwelling);
  const standing = record ? say(record.state) : drafts.some((draft) => draft.id === dwelling.id) ? say("draft") : "";
  const presence = present.presence ? say(`presence.${present.presence}`) : say("unknown");
  const label = element("span", { class: "door-state" }, [presence, present.expectedReturn ?? "", standing].filter(Boolean).join(" · "));
  const button = element("button", { type: "button", class: "door", "data-dwelling": dwelling.id }, element("strong", {}, dwelling.address), label);
  if (record) button.dataset.state = record.state;
  return element("li", {}, button);
}

/** Opens a dwelling with what is typed already, what was sent back, or what is known. */
async function openDoor(id) {
  const dwelling = dwellings().find((one) => one.id === id);
  if (!dwelling) return;
  const record = recordOf(id);
  const draft = await Outbox.get("drafts", id);
  const start = draft?.values ?? record?.change ?? dwelling;
  open = { dwelling, record };
  form.reset();
  part("address").textContent = dwelling.address;
  for (const name of ["expectedReturn", "origin", "recheckOn", "living", "remarks", "evidence"]) {
    const field = /** @type {HTMLInputElement | null} */ (form.elements.namedItem(name));
    if (field && start[name] !== undefined && start[name] !== null) field.value = String(start[name]);
  }
  for (const radio of form.querySelectorAll("input[name=presence]")) {
    /** @type {HTMLInputElement} */ (radio).checked = /** @type {HTMLInputElement} */ (radio).value === start.presence;
  }
  complain(record?.state === "returned" ? record.words : "");
  conflict(record?.state === "conflict" ? record : null, dwelling);
  fold();
  sheet.showModal();
}

function complain(text) {
  part("complaint").hidden = !text;
  part("complaint").textContent = text;
}

/** Field by field: what was said here, what stands there, and which of them shall hold. */
function conflict(record, dwelling) {
  const box = part("conflict");
  box.hidden = !record;
  box.replaceChildren();
  if (!record) return;
  box.append(element("p", {}, say("changed")));
  for (const field of record.fields) {
    const value = (source) => (field === "presence" ? say(`presence.${source.presence}`) : String(source[field] ?? "–"));
    const choice = (name, text, isChosen) => {
      const input = element("input", { type: "radio", name: `keep-${field}`, value: name });
      if (isChosen) input.setAttribute("checked", "");
      return element("label", { class: "box is-large" }, input, ` ${say(name)}: ${text}`);
    };
    const legend = element("legend", {}, say(`field.${field}`));
    box.append(
      element("fieldset", { class: "field" }, legend, choice("mine", value(record.change), true), choice("theirs", value(dwelling), false)),
    );
  }
}

function values() {
  const typed = Object.fromEntries(new FormData(form));
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !name.startsWith("keep-")));
}

function fold() {
  const presence = values().presence;
  for (const block of form.querySelectorAll("[data-when]")) {
    /** @type {HTMLElement} */ (block).hidden = /** @type {HTMLElement} */ (block).dataset.when !== presence;
  }
}

/** What is sent of a form: only what belongs to the answer, and in a conflict only what shall be mine. */
function change() {
  const typed = values();
  const made = { id: crypto.randomUUID(), dwelling: open.dwelling.id, basedOn: open.dwelling.version, channel: "visit" };
  made.presence = typed.presence;
  if (typed.presence === "away") {
    if (typed.expectedReturn) made.expectedReturn = typed.expectedReturn;
    if (typed.origin) made.origin = typed.origin;
  }
  if (typed.presence === "vacant") {
    made.evidence = typed.evidence;
    made.recheckOn = typed.recheckOn || later(area.today, 7);
  }
  if (typed.presence === "living" && typed.living) made.living = Number(typed.living);
  if (typed.remarks) made.remarks = typed.remarks;
  const theirs = new FormData(form);
  for (const field of open.record?.fields ?? []) {
    if (theirs.get(`keep-${field}`) !== "theirs") continue;
    delete made[field];
    if (field === "presence") for (const name of ["expectedReturn", "origin", "evidence", "recheckOn"]) delete made[name];
  }
  return made;
}

function later(day, days) {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** On the phone's disk first; the network can wait. */
async function save() {
  if (!values().presence) {
    complain(say("missing"));
    return;
  }
  const made = change();
  if (open.record) await Outbox.drop("records", open.record.id);
  await Outbox.put("records", { id: made.id, account: area.account, state: "waiting", takenAt: Date.now(), change: made });
  await Outbox.drop("drafts", open.dwelling.id);
  sheet.close();
  await read();
  show();
  void sync();
}

/** Sends what waits and asks what is new; each of them as often as it likes. */
async function sync() {
  if (!area && !navigator.onLine) return;
  let result = "sent";
  while (area && result === "sent") {
    state = "sending";
    result = await Outbox.drain(root.dataset.send ?? "", area.account, area.token);
    await read();
  }
  const fetched = await refresh();
  state = fetched === "ok" ? (["signIn", "server"].includes(result) ? result : "online") : fetched;
  await read();
  show();
}

async function refresh() {
  try {
    const headers = area?.mark ? { "if-none-match": area.mark } : {};
    const answer = await fetch(root.dataset.area ?? "", { headers, cache: "no-store" });
    if (answer.status === 304) {
      await Outbox.put("kept", { ...area, at: Date.now() });
      return "ok";
    }
    if (answer.status === 401 || answer.status === 403 || answer.redirected) return "signIn";
    if (!answer.ok) return "server";
    await Outbox.put("kept", { ...(await answer.json()), id: "area", mark: answer.headers.get("etag"), at: Date.now() });
    return "ok";
  } catch {
    return "offline";
  }
}

root.addEventListener("click", (event) => {
  const target = /** @type {HTMLElement} */ (event.target);
  const tabbed = target.closest("[data-tab]");
  const doorway = target.closest("[data-dwelling]");
  if (tabbed) {
    tab = /** @type {HTMLElement} */ (tabbed).dataset.tab ?? "todo";
    show();
  } else if (doorway) void openDoor(/** @type {HTMLElement} */ (doorway).dataset.dwelling);
  else if (target.closest("[data-act=sync]")) void sync();
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (/** @type {HTMLButtonElement} */ (event.submitter)?.value === "save") void save();
  else sheet.close();
});

form.addEventListener("input", () => {
  fold();
  complain("");
  if (open) void Outbox.put("drafts", { id: open.dwelling.id, values: values() });
});

/** Nothing of the field stays on a phone that somebody has signed out of. */
part("leave").addEventListener("submit", async (event) => {
  event.preventDefault();
  const left = records.length;
  if (left && !window.confirm(say("leave", { count: left }))) return;
  await Outbox.wipe();
  navigator.serviceWorker?.controller?.postMessage("signed-out");
  const token = /** @type {HTMLInputElement | null} */ (part("leave").querySelector("input[name=csrf]"));
  if (token && area?.token) token.value = area.token;
  /** @type {HTMLFormElement} */ (part("leave")).submit();
});

window.addEventListener("online", () => void sync());
window.addEventListener("offline", () => {
  state = "offline";
  show();
});
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible") void sync();
});
window.setInterval(() => void sync(), ASK);

if ("serviceWorker" in navigator) {
  void navigator.serviceWorker.register(root.dataset.worker ?? "", { scope: "/field" });
} else {
  part("list").before(element("p", { class: "panel" }, say("noWorker")));
}
void navigator.storage?.persist?.();

await read();
show();
await sync();
