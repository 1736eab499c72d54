// @ts-check
// What a phone keeps while there is no network: records on their way, drafts, and one's own area.
//
// A record is `waiting` until the server has answered for it; then it is gone, or `returned` (the server says what is
// wrong), or in `conflict` (somebody else said otherwise meanwhile). Its id is made here, so sending it again is harmless.

const Outbox = (() => {
  const NAME = "fanghu-field";
  const STORES = ["records", "drafts", "kept"];
  /** @type {Promise<IDBDatabase> | undefined} */
  let opened;
  // Once the phone is wiped nothing is read or written any more: the page is on its way out.
  let isLeaving = false;
  const never = new Promise(() => {});

  function open() {
    opened ??= new Promise((resolve, reject) => {
      const asking = indexedDB.open(NAME, 1);
      asking.onupgradeneeded = () => {
        for (const name of STORES) asking.result.createObjectStore(name, { keyPath: "id" });
      };
      asking.onsuccess = () => {
        // The browser may close it, as when somebody clears its data: the next act opens it anew.
        asking.result.onclose = () => (opened = undefined);
        resolve(asking.result);
      };
      asking.onerror = () => reject(asking.error);
    });
    return opened;
  }

  /** Answers only when the data are on the phone's disk.
   * @param {string} store @param {IDBTransactionMode} mode @param {(s: IDBObjectStore) => IDBRequest | void} act */
  async function run(store, mode, act) {
    if (isLeaving) return never;
    return carryOut(store, mode, act);
  }

  async function carryOut(store, mode, act) {
    const database = await open();
    return new Promise((resolve, reject) => {
      const fail = () => isLeaving || reject(transaction.error ?? new Error("the phone's store was closed"));
      const transaction = database.transaction(store, mode, { durability: "strict" });
      const asked = act(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(asked ? asked.result : undefined);
      transaction.onerror = fail;
      transaction.onabort = fail;
    });
  }

  const put = (store, value) => run(store, "readwrite", (s) => s.put(value));
  const drop = (store, id) => run(store, "readwrite", (s) => s.delete(id));
  const get = (store, id) => run(store, "readonly", (s) => s.get(id));
  const all = (store) => run(store, "readonly", (s) => s.getAll());

  /** Forgets everything, at sign-out; an answer that comes in afterwards is not kept. */
  async function wipe() {
    isLeaving = true;
    for (const store of STORES) await carryOut(store, "readwrite", (s) => s.clear());
  }

  /** Sends what waits, one drain at a time whatever tabs are open; says how it went.
   * @param {string} address @param {string} account @param {string | null} token */
  async function drain(address, account, token) {
    return navigator.locks.request("fanghu-drain", { ifAvailable: true }, async (lock) => {
      if (!lock) return "busy";
      const waiting = (await all("records"))
        .filter((record) => record.state === "waiting" && record.account === account)
        .sort((one, other) => one.takenAt - other.takenAt)
        .slice(0, 100);
      if (!waiting.length) return "empty";
      /** @type {Response} */
      let response;
      try {
        response = await fetch(address, {
          method: "POST",
          headers: { "content-type": "application/json", ...(token ? { "x-csrf-token": token } : {}) },
          body: JSON.stringify({ changes: waiting.map((record) => record.change) }),
        });
      } catch {
        return "offline";
      }
      if (response.status === 401 || response.status === 403) return "signIn";
      if (!response.ok) return "server";
      const { results } = await response.json();
      for (const [index, result] of results.entries()) {
        const record = waiting[index];
        if (result.version) {
          await drop("records", record.id);
        } else if (result.conflicts) {
          await put("records", { ...record, state: "conflict", fields: result.conflicts });
        } else {
          await put("records", { ...record, state: "returned", words: result.problem.detail });
        }
      }
      return "sent";
    });
  }

  return { put, drop, get, all, wipe, drain };
})();

globalThis.Outbox = Outbox;
