// Keeps the page of the field for when there is no network. It never sees what is written, and keeps no answers with data.
const KEPT = ["__KEPT__"];
const NAME = "field-" + KEPT.join("").split("").reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7);
const PATIENCE = 4000;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(KEPT)));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((n) => n.startsWith("field-") && n !== NAME).map((n) => caches.delete(n))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("message", (event) => {
  if (event.data === "signed-out") {
    event.waitUntil(caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name)))));
  }
});

self.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  if (event.request.method !== "GET" || address.origin !== self.location.origin) return;
  if (address.pathname === "/field") event.respondWith(page(event.request));
  if (address.pathname.startsWith("/assets/")) event.respondWith(asset(event.request));
});

/** The network first, for a while; then the page as it was last. */
async function page(request) {
  const cache = await caches.open(NAME);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE) });
    if (answer.ok && !answer.redirected) await cache.put("/field", answer.clone());
    return answer;
  } catch {
    return (await cache.match("/field")) ?? Response.error();
  }
}

/** A file never changes under its name. */
async function asset(request) {
  return (await caches.match(request)) ?? fetch(request);
}
