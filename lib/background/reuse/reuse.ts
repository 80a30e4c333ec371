/** Texts of outputs that turn up elsewhere: recognised, said to the frame in which they stand, and measured. */

import { browser } from 'wxt/browser';
import type { Status } from '../../domain/codes.ts';
import { correctionIn } from '../../domain/decision/decision.ts';
import { newId } from '../../domain/ids.ts';
import { lastingMark } from '../../domain/output/marks.ts';
import type { Output } from '../../domain/output/output.ts';
import { blocksOf, hasStructure } from '../../domain/output/structure/blocks.ts';
import { htmlOfText, shownInHtml } from '../../domain/output/structure/html.ts';
import { gravestReport } from '../../domain/report/standing.ts';
import { shareKept, textBetween, translated } from '../../domain/reuse/passage.ts';
import { hasVerdict } from '../../domain/reuse/reuse.ts';
import { isUnchanged } from '../../domain/reuse/unchanged.ts';
import { hashedWordsOf } from '../../domain/reuse/words.ts';
import { handle, Refused } from '../../messages/receive.ts';
import type { Sender } from '../../messages/sender.ts';
import type { Recognised } from '../../messages/to-background/reuse.ts';
import { sendToFrame } from '../../messages/to-page/send.ts';
import { reuseInForce } from '../../settings/reuse.ts';
import { teamNow } from '../../settings/team-clock.ts';
import { outputByHash } from '../../store/ask/queries.ts';
import { findReuse, type ReuseMatch } from '../../store/index/reuse.ts';
import { hostMatches } from '../../tools/match.ts';
import { governanceNow } from '../gate/policy-now.ts';
import { answeredOf } from '../gate/said.ts';
import { type Allowance, Quota } from '../outputs/quota.ts';
import { strataNow } from '../review/strata.ts';
import { say } from '../spine/act.ts';
import { onAnnounced } from '../spine/announce.ts';
import { placeOf } from '../spine/place.ts';
import { rememberOutput } from '../spine/session.ts';
import { forgetReuses, type HeldReuse, heldReuse, holdReuse, reusesOf } from './going-on.ts';

/** People do not paste more often; a page cannot paste at all, so this only bounds what a mistake of ours would cost. */
const PASTES: Allowance = {
  texts: { most: 60, perSecond: 0.5 },
  characters: { most: 4_000_000, perSecond: 20_000 },
};
/** A page may hold any number of texts, and is looked at once. */
const LOOKS: Allowance = {
  texts: { most: 400, perSecond: 1 },
  characters: { most: 2_000_000, perSecond: 10_000 },
};
const pastes = new Quota(PASTES);
const looks = new Quota(LOOKS);

export function registerReuse(): void {
  onAnnounced(warnWherePut);
  handle('reuse.start', async (_, { url }) => ({ looks: await mayLook(url) }));
  handle('reuse.find', async ({ text, beyond }, sender) => {
    const { tabId } = placeOf(sender);
    if (!pastes.take(`${tabId}`, text.length)) throw new Refused('too_many');
    const match = (await recognise(text))[0];
    const known = match ? await told(match, text, sender) : null;
    if (beyond) await showAbove(tabId, known);
    return known;
  });
  handle('reuse.look', async ({ texts }, sender) => {
    const { tabId } = placeOf(sender);
    if (!(await mayLook(sender.url))) throw new Refused('not_allowed');
    const found: (Recognised | null)[] = [];
    for (const text of texts) {
      if (!looks.take(`${tabId}`, text.length)) throw new Refused('too_many');
      const match = (await recognise(text)).find(({ output }) => hasVerdict(output.status));
      found.push(match ? sayOf(match.output, newId(), isEdited(match, text)) : null);
    }
    return found;
  });
  handle('reuse.correct', async ({ reuseId }, sender) => {
    const held = await ownReuse(reuseId, sender);
    const output = await outputByHash(held.hash);
    const corrected = output && correctionOf(output);
    if (!output?.content || !corrected) throw new Refused('not_found');
    const text = translated(output.content.text, corrected, held.passages);
    return hasStructure(blocksOf(text)) ? { text, html: htmlOfText(text), shown: shownInHtml(text) } : { text };
  });
  handle('reuse.measure', async ({ reuseId, text }, sender) => {
    await measure(await ownReuse(reuseId, sender), text);
    return null;
  });
  browser.tabs.onRemoved.addListener((tabId) => {
    pastes.forget(`${tabId}`);
    looks.forget(`${tabId}`);
    void forgetReuses(tabId);
  });
}

/** The outputs that a text comes from, the surest first, within the time that the policy sets. */
async function recognise(text: string, except?: string): Promise<ReuseMatch[]> {
  const { since } = await reuseInForce();
  if (since === undefined) return [];
  return (await findReuse(text, except)).filter(({ output }) => output.firstSeenAt >= since);
}

/** Whether the policy has the texts of a page looked at. */
export async function mayLook(url: string | undefined): Promise<boolean> {
  if (!url || !URL.canParse(url)) return false;
  const { hostname } = new URL(url);
  return (await reuseInForce()).showOnPages.some((host) => host === '*' || hostMatches(host, hostname));
}

/** Says in the page's own frame what is known of a text that was put into one of its frames: also that nothing is. */
async function showAbove(tabId: number, known: Recognised | null): Promise<void> {
  try {
    await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: ['/content-scripts/reuse.js'] });
    await sendToFrame(tabId, 0, 'reuse.show', { known });
  } catch (error) {
    console.debug('Countersign: the page around a frame is not watched', error);
  }
}

/** Statuses of which whoever put the text in has to hear, though they have gone on to something else. */
const WARNS: ReadonlySet<Status> = new Set(['blocked', 'modified']);

/** Says beside a text that was put in what has been decided on it since. */
async function warnWherePut(changed: readonly Output[]): Promise<void> {
  const outputs = new Map(changed.filter(({ status }) => WARNS.has(status)).map((output) => [output.hash, output]));
  if (outputs.size === 0) return;
  for (const { tabId, frameId, hash, reuseId } of await reusesOf(new Set(outputs.keys()))) {
    const output = outputs.get(hash);
    if (output) await warnIn(tabId, frameId, sayOf(output, reuseId));
  }
}

async function warnIn(tabId: number, frameId: number, known: Recognised): Promise<void> {
  try {
    const isSaid = await sendToFrame(tabId, frameId, 'reuse.change', { known });
    if (isSaid === false && frameId !== 0) await showAbove(tabId, known);
  } catch (error) {
    console.debug('Countersign: a frame is no longer there', error);
  }
}

/** Keeps what is needed to measure the use, and gives what the frame may know of it. */
async function told(match: ReuseMatch, text: string, sender: Sender): Promise<Recognised> {
  const { output, stretches } = match;
  const { tabId, frameId } = placeOf(sender);
  const reuseId = newId();
  const passages = stretches.map(({ otherFrom, otherTo }) => ({ from: otherFrom, to: otherTo }));
  await holdReuse({ reuseId, tabId, frameId, hash: output.hash, passages, origin: sender.origin ?? '' });
  const now = await teamNow();
  const policy = await governanceNow(now);
  const edited = isEdited(match, text);
  const { hash, said } = answeredOf(output, policy, now, await strataNow(policy), edited ? UNKNOWN : output.hash);
  if (!said) return sayOf(output, reuseId, edited);
  // The frame hears what becomes of it, and may ask for what it takes.
  await rememberOutput(tabId, frameId, hash);
  const ways = edited ? said.ways.filter((way) => way !== 'review' && way !== 'ask_approval') : said.ways;
  return { ...sayOf(output, reuseId, edited), gate: { hash, said: { ...said, ways } } };
}

/** The address of a text that nobody has decided on. */
const UNKNOWN = '';
/** Whether somebody made something else of what they put in. What holds a text holds also what was made of it. */
const isEdited = ({ output, exact }: ReuseMatch, text: string): boolean =>
  !exact && output.content !== undefined && !isUnchanged(text, output.content.text);
const IS_YES: ReadonlySet<Status> = new Set(['approved', 'approved_with_notes']);

/** No words of others: which tool, when, what it may be used for, and the leading category of the gravest report. */
function sayOf(output: Output, reuseId: string, edited = false): Recognised {
  const wasApproved = edited && IS_YES.has(output.status);
  const mark = lastingMark(output);
  const category = gravestReport(output)?.categories[0];
  return {
    reuseId,
    toolName: output.trace.toolName,
    seenAt: output.firstSeenAt,
    status: wasApproved ? 'unreviewed' : output.status,
    ...(edited ? { edited } : {}),
    ...(wasApproved ? { wasApproved } : {}),
    ...(mark && !wasApproved ? { mark } : {}),
    ...(category && !wasApproved && output.status !== 'approved' ? { category } : {}),
    corrected: correctionOf(output) !== undefined,
  };
}

/** The text that a decision put in the place of an output's, where the last one did. */
const correctionOf = ({ decisions }: Output): string | undefined => {
  const counted = decisions.filter(({ otherText }) => !otherText);
  return counted.at(-1)?.verdict === 'modify' ? correctionIn(counted) : undefined;
};

async function ownReuse(reuseId: string, sender: Sender): Promise<HeldReuse> {
  const { tabId, frameId } = placeOf(sender);
  const held = await heldReuse(reuseId);
  if (!held || held.tabId !== tabId || held.frameId !== frameId) throw new Refused('not_found');
  return held;
}

/** Records how much of what was put in is left; anew when that has changed since it was last recorded. */
async function measure(held: HeldReuse, text: string): Promise<void> {
  const output = await outputByHash(held.hash);
  if (!output?.content || !held.origin) return;
  const passage = textBetween(output.content.text, held.passages);
  const kept = shareKept(passage, text);
  // What was taken out again at once was not used.
  if (kept === (held.kept ?? 0)) return;
  await holdReuse({ ...held, kept });
  const all = hashedWordsOf(output.content.text).hashes.length;
  const facts = {
    reuseId: held.reuseId,
    origin: held.origin,
    kept,
    changed: 1 - kept,
    part: Math.min(1, hashedWordsOf(passage).hashes.length / Math.max(1, all)),
    characters: passage.length,
    status: output.status,
  };
  await say('countersign.output.reused.v1', held.hash, facts);
}
