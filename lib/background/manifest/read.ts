/** The manifest in a text. Nearly no text has one: what reads it is evaluated where one does, not each time that the worker wakes. */
import type { TextManifest } from '../../domain/output/hidden.ts';
import { findWrapper } from './wrapper.ts';

/** Reads the manifest in a text and gives the text without it; undefined where there is none. Never rejects. */
export async function readManifest(text: string): Promise<{ manifest: TextManifest; rest: string } | undefined> {
  const found = findWrapper(text);
  if (!found) return undefined;
  const { store, problem, rest } = found;
  if (!store) return { manifest: { problem: problem ?? 'malformed' }, rest };
  const { described } = await import('./described.ts');
  return { manifest: described(store), rest };
}
