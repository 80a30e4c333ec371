/** Stored items of one kind, one for each tab, site or token. */
import { storage } from 'wxt/utils/storage';
import { FAMILIES } from './items.ts';

interface Family<T> {
  /** What is stored under a key; null where nothing is. */
  get(key: string | number): Promise<T | null>;
  put(key: string | number, value: T): Promise<void>;
  forget(...keys: (string | number)[]): Promise<void>;
  /** Everything that is stored, by its key. */
  all(): Promise<[key: string, value: T][]>;
  /** Calls back with what is stored under a key whenever that changes. Gives the function that stops it. */
  watch(key: string | number, callback: (value: T | null) => void): () => void;
}

/** The items of a family that `items.ts` names. */
export function familyOf<T>(name: keyof typeof FAMILIES): Family<T> {
  const { area, prefix } = FAMILIES[name];
  const at = (key: string | number) => `${area}:${prefix}${key}` as const;
  return {
    get: (key) => storage.getItem<T>(at(key)),
    put: (key, value) => storage.setItem(at(key), value),
    forget: (...keys) => storage.removeItems(keys.map(at)),
    all: async () => {
      const stored = Object.entries(await storage.snapshot(area));
      return stored.flatMap(([key, value]): [string, T][] =>
        key.startsWith(prefix) ? [[key.slice(prefix.length), value as T]] : [],
      );
    },
    watch: (key, callback) => storage.watch<T>(at(key), callback),
  };
}
