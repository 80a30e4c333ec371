/** One source of an output, looked at: whether it is there, and says what the output says. */

import type { Citation } from '../../domain/output/trace.ts';
import type { CheckReason, CitationChecked } from '../../domain/sources/citation.ts';
import { claimBefore, findClaim, sourceText } from '../../domain/sources/claim.ts';
import { type Asking, type Fetched, fetchSource } from './fetch.ts';

/** Looks at a source. `text`: the output's. Rejects only where `signal` is aborted. */
export async function checkCitation(
  { url, at = [] }: Citation,
  text: string | undefined,
  asking: Asking,
  signal: AbortSignal,
): Promise<Omit<CitationChecked, 'by'>> {
  const found = await fetchSource(url, asking, signal);
  const { reach, movedTo } = found;
  const claims = text === undefined ? [] : at.flatMap((end) => claimBefore(text, end) ?? []);
  return { url, reach, ...claimIn(found, claims), ...(movedTo ? { movedTo } : {}) };
}

type Judged = Pick<CitationChecked, 'claim' | 'reason'>;
const notChecked = (reason: CheckReason): Judged => ({ claim: 'not_checked', reason });

function claimIn(found: Fetched, claims: readonly string[]): Judged {
  if (found.reach === 'gone') return { claim: 'not_checked' };
  if (found.reach === 'unavailable') return notChecked(found.reason);
  const { text, reason, cut } = found;
  if (text === undefined) return notChecked(reason ?? 'not_text');
  const source = sourceText(text);
  const judged = claims.flatMap((claim) => findClaim(claim, source) ?? []);
  if (judged.length === 0) return notChecked('no_place');
  // What was not found in a part of a page may stand in the rest.
  return judged.includes('not_found') && cut ? notChecked(cut) : { claim: worst(judged) };
}

type Found = NonNullable<ReturnType<typeof findClaim>>;
/** A source that stands for several claims holds as far as the one that it holds least. */
const worst = (judged: readonly Found[]): Found =>
  judged.includes('not_found') ? 'not_found' : judged.includes('close') ? 'close' : 'exact';
