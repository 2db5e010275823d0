import type { Answer } from "./answer";

/** What waits to be sent: an answer, or the key of one that was taken back. */
export type Entry = { answer: Answer } | { withdraws: string };

export function isAbout(entry: Entry, clientKey: string): boolean {
  return ("answer" in entry ? entry.answer.clientKey : entry.withdraws) === clientKey;
}

export function isSame(a: Entry, b: Entry): boolean {
  return "answer" in a ? "answer" in b && isAbout(b, a.answer.clientKey) : "withdraws" in b && isAbout(b, a.withdraws);
}

export interface Placed {
  place: number;
  entry: Entry;
}

const STORE = "waiting";

/** The entries of one person and project in this browser, in order, for all of its tabs. */
export class OutboxStore {
  /** What the browser would not keep waits here while the page is open. */
  private readonly unkept: Placed[] = [];
  /** What the browser could not delete must not be sent for ever. */
  private readonly removed = new Set<number>();
  private readonly database: Promise<IDBDatabase | undefined>;

  constructor(name: string) {
    this.database = open(name).catch(() => undefined);
  }

  async add(entry: Entry): Promise<void> {
    try {
      const store = await this.store("readwrite");
      await done(store.add(entry));
    } catch {
      this.unkept.push({ place: -1 - this.unkept.length, entry });
    }
  }

  async all(): Promise<Placed[]> {
    try {
      const store = await this.store("readonly");
      const places = done(store.getAllKeys());
      const entries = await done<Entry[]>(store.getAll());
      const numbers = (await places) as number[];
      const kept = entries.map((entry, at) => ({ place: numbers[at] ?? 0, entry }));
      return [...kept.filter(({ place }) => !this.removed.has(place)), ...this.unkept];
    } catch {
      return [...this.unkept];
    }
  }

  async remove(place: number): Promise<void> {
    const at = this.unkept.findIndex((one) => one.place === place);
    if (at >= 0) {
      this.unkept.splice(at, 1);
      return;
    }
    this.removed.add(place);
    try {
      await done((await this.store("readwrite")).delete(place));
    } catch {
      // It is sent again by the next page, which its key makes harmless.
    }
  }

  private async store(mode: IDBTransactionMode): Promise<IDBObjectStore> {
    const database = await this.database;
    if (database === undefined) throw new Error("This browser keeps nothing for pages");
    // A machine that loses its power may not lose what was answered on it.
    return database.transaction(STORE, mode, { durability: "strict" }).objectStore(STORE);
  }
}

function open(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.addEventListener("upgradeneeded", () => request.result.createObjectStore(STORE, { autoIncrement: true }));
  return done(request);
}

/** Resolves when the change is on the disk, not only asked for. */
function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("error", () => reject(request.error));
    const { transaction } = request;
    if (transaction === null || transaction.mode !== "readwrite") {
      request.addEventListener("success", () => resolve(request.result));
      return;
    }
    transaction.addEventListener("complete", () => resolve(request.result));
    transaction.addEventListener("abort", () => reject(transaction.error));
    transaction.commit();
  });
}
