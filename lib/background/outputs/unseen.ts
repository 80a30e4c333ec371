/** What a text carries that nobody sees: read before it is stripped, so that it can be told. */
import { countHidden } from '../../domain/output/hidden.ts';
import { codePointLength, stripInvisible } from '../../domain/output/text.ts';
import type { Trace } from '../../domain/output/trace.ts';
import { readManifest } from '../manifest/read.ts';

/** The facts of a trace that the text itself tells. */
export async function unseenIn(text: string): Promise<Pick<Trace, 'characters' | 'manifest' | 'hidden'>> {
  const carried = await readManifest(text);
  const rest = carried?.rest ?? text;
  const hidden = countHidden(rest);
  return {
    characters: codePointLength(hidden > 0 ? stripInvisible(rest) : rest),
    ...(carried ? { manifest: carried.manifest } : {}),
    ...(hidden > 0 ? { hidden } : {}),
  };
}
