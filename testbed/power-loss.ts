/** A device whose power goes between two writes: what a database holds after each of them. */
import { openDB, type IDBPDatabase } from 'idb';
import { vi } from 'vitest';

interface Operation {
  readonly store: string;
  readonly method: 'put' | 'delete' | 'clear';
  readonly args: readonly unknown[];
}

/** What one transaction wrote, which is there as a whole or not at all. */
export type Writes = readonly Operation[];

/** From now on, every transaction that is done. `vi.restoreAllMocks()` ends it. */
export function recordWrites(): Writes[] {
  const done: Writes[] = [];
  const underWay = new Map<IDBTransaction, Operation[]>();
  for (const method of ['put', 'delete', 'clear'] as const) {
    const stores = IDBObjectStore.prototype as unknown as Record<string, (this: IDBObjectStore, ...args: unknown[]) => IDBRequest>;
    const real = stores[method];
    vi.spyOn(stores, method).mockImplementation(function (this: IDBObjectStore, ...args: unknown[]) {
      const { transaction } = this;
      let operations = underWay.get(transaction);
      if (!operations) {
        const own: Operation[] = [];
        operations = own;
        underWay.set(transaction, own);
        transaction.addEventListener('complete', () => done.push(own));
      }
      const request = real?.apply(this, args);
      operations.push({ store: this.name, method, args: structuredClone(args) });
      return request!;
    });
  }
  return done;
}

/** A database as it is after these transactions and no more. */
export async function replay(name: string, create: (db: IDBPDatabase) => void, all: readonly Writes[]): Promise<void> {
  const db = await openDB(name, 1, { upgrade: create });
  for (const writes of all) {
    const transaction = db.transaction([...db.objectStoreNames], 'readwrite');
    for (const { store, method, args } of writes) {
      const target = transaction.objectStore(store) as unknown as Record<string, (...args: readonly unknown[]) => Promise<unknown>>;
      await target[method]?.(...args);
    }
    await transaction.done;
  }
  db.close();
}
