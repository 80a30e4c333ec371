/** The demo's pictures that stand in the documents. A contract test holds README and tour to this list. */
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../machine.ts';

export const PICTURES_FOLDER = 'docs/pictures';

/** By the name that each has in the documents: the demo's own. */
export const IN_DOCUMENTS: Readonly<Record<string, string>> = {
  found: 'found',
  flag: 'category-chosen',
  comment: 'comment',
  queue: 'modify',
  decided: 'decided',
  italian: 'italian',
  figures: 'figures',
};

/** Puts a picture that was just made where the documents show it, if they do. */
export async function putInDocuments(name: string, made: string): Promise<void> {
  for (const [shown, own] of Object.entries(IN_DOCUMENTS))
    if (own === name) await copyFile(made, join(ROOT, PICTURES_FOLDER, `${shown}.png`));
}
