/** The sources that outputs cite, looked at: because somebody asked, or because the policy says so. */
import { browser } from 'wxt/browser';
import { watchRedirect } from '../../browser.ts';
import type { Output } from '../../domain/output/output.ts';
import type { Citation } from '../../domain/output/trace.ts';
import { sourcePattern } from '../../domain/reading/site.ts';
import { handle, Refused } from '../../messages/receive.ts';
import { policyInForce } from '../../settings/effective.ts';
import { testSourceMs } from '../../settings/items.ts';
import { outputByHash } from '../../store/ask/queries.ts';
import { onNewOutput } from '../outputs/outputs.ts';
import { type Allowance, Quota } from '../outputs/quota.ts';
import { say } from '../spine/act.ts';
import type { Asking } from './fetch.ts';

/** Sources that are asked for at the same time. */
const AT_ONCE = 4;

/** Pages on this computer stand in for the web in the test build. The shipped build has none of it. */
const GRANTED = new Set(import.meta.env.MODE === 'test' ? ['127.0.0.1', 'localhost'] : []);

const ASKING: Omit<Asking, 'limits'> = {
  rules: { granted: GRANTED },
  allowed: mayAsk,
  watchRedirect,
};

const running = new Map<string, AbortController>();

export function registerCitations(): void {
  handle('citation.check', async ({ hash }) => {
    const output = await outputByHash(hash);
    if (!output) throw new Refused('not_found');
    return checkSources(output, 'person');
  });
  handle('citation.stop', ({ hash }) => {
    running.get(hash)?.abort();
    return null;
  });
  onNewOutput((output) => void checkByPolicy(output).catch(failed));
}

const failed = (error: unknown): void =>
  console.debug('Countersign: sources were not looked at', error instanceof Error ? error.name : '');

async function mayAsk(url: URL): Promise<boolean> {
  const origins = [`${url.protocol}//${url.hostname}/*`];
  return browser.permissions.contains({ origins });
}

/** Looks at all sources of an output that the browser lets us ask. What was found stays when it is stopped. */
async function checkSources(output: Output, by: 'person' | 'policy') {
  running.get(output.hash)?.abort();
  const stopping = new AbortController();
  running.set(output.hash, stopping);
  try {
    const { may, withheld } = await sorted(output.trace.citations);
    const waiting = by === 'person' ? [...may] : may.filter(() => byPolicy.take('all', 1));
    let checked = 0;
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        await checkOne(output, next, by, stopping.signal);
        checked++;
      }
    };
    const results = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
    const failed = results.find((result) => result.status === 'rejected');
    if (failed && !stopping.signal.aborted) throw failed.reason;
    return { checked, withheld };
  } finally {
    if (running.get(output.hash) === stopping) running.delete(output.hash);
  }
}

async function sorted(citations: readonly Citation[]): Promise<{ may: Citation[]; withheld: string[] }> {
  const may: Citation[] = [];
  const withheld = new Set<string>();
  for (const citation of citations) {
    const pattern = sourcePattern(citation.url);
    // What can be asked nowhere is looked at all the same: the record says why not.
    if (!pattern || (await browser.permissions.contains({ origins: [pattern] }))) may.push(citation);
    else withheld.add(pattern);
  }
  return { may, withheld: [...withheld] };
}

async function checkOne(
  output: Output,
  citation: Citation,
  by: 'person' | 'policy',
  signal: AbortSignal,
): Promise<void> {
  // Evaluated when a source is looked at, not each time that the worker wakes.
  const [{ checkCitation }, { LIMITS }] = await Promise.all([import('./check.ts'), import('./fetch.ts')]);
  const limits = import.meta.env.MODE === 'test' ? { ...LIMITS, timeMs: await testSourceMs.getValue() } : LIMITS;
  const checked = await checkCitation(citation, output.content?.text, { ...ASKING, limits }, signal);
  await say('countersign.citation.checked.v1', output.hash, { ...checked, by });
}

/** What is asked of the web without a person asking: a page that shows made-up links must not make us flood anybody. */
const ALLOWANCE: Allowance = {
  texts: { most: 60, perSecond: 1 / 60 },
  characters: { most: 1_000, perSecond: 1 },
};
const byPolicy = new Quota(ALLOWANCE);

/** Looks at the sources of an output that has just come, where the policy has that done. */
async function checkByPolicy(output: Output): Promise<void> {
  if (output.trace.citations.length === 0) return;
  if ((await policyInForce())?.policy.trace?.citations !== 'automatic') return;
  await checkSources(output, 'policy');
}
