/** The frames at whose texts a gate stands: the script comes where one does, and hears what has changed. */
import { browser } from 'wxt/browser';
import type { Output } from '../../domain/output/output.ts';
import type { Sender } from '../../messages/sender.ts';
import type { GateAnswered, GateSaid } from '../../messages/to-background/gate.ts';
import { sendToFrame } from '../../messages/to-page/send.ts';
import { framesOf } from '../../settings/session/frames.ts';
import { teamNow } from '../../settings/team-clock.ts';
import { outputsByHashes } from '../../store/ask/queries.ts';
import { drawFor } from '../review/draws.ts';
import { haveMoved, strataNow } from '../review/strata.ts';
import { placeOf } from '../spine/place.ts';
import { framesWith, hashesIn } from '../spine/session.ts';
import { governanceNow } from './policy-now.ts';
import { answeredOf, freshAt } from './said.ts';

const SCRIPTS = [
  { file: '/content-scripts/gate.js', world: 'ISOLATED' },
  // A page's own copy button writes where only the page's world can be asked. It holds no text and no secret of ours.
  { file: '/content-scripts/gate-writes.js', world: 'MAIN' },
] as const;

/** All that holds in a frame: for each text that it showed, and for one that nobody has seen yet. */
export async function gateIn(sender: Sender): Promise<{ fresh?: GateSaid; answers: GateAnswered[] }> {
  const { tabId, frameId } = placeOf(sender);
  const now = await teamNow();
  const policy = await governanceNow(now);
  const hashes = await hashesIn(tabId, frameId);
  // Of each text, also that no gate stands before it any more.
  if (!policy) return { answers: hashes.map((hash) => ({ hash })) };
  const tool = (await framesOf(tabId)).find((frame) => frame.frameId === frameId)?.tool ?? '';
  const fresh = freshAt({ tool, pageUrl: pageUrlOf(sender) }, policy, now);
  const outputs = await outputsByHashes(hashes);
  const strata = await strataNow(policy);
  const answers = [...outputs.values()].map((output) => answeredOf(output, policy, now, strata));
  return { answers, ...(fresh ? { fresh } : {}) };
}

/** As traces have it. */
function pageUrlOf({ url }: Sender): string {
  if (!url || !URL.canParse(url)) return '';
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

/** Has the script stand in a frame that begins, where a gate stands before its texts. */
export async function standWhereAsked(sender: Sender): Promise<void> {
  const { fresh, answers } = await gateIn(sender);
  if (!fresh && !answers.some(({ said }) => said)) return;
  const { tabId, frameId } = placeOf(sender);
  await standIn(tabId, frameId);
}

/** Puts the script into a frame; one that is there already asks anew. */
export async function standIn(tabId: number, frameId: number): Promise<void> {
  try {
    for (const { file, world } of SCRIPTS)
      await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [file], world });
  } catch (error) {
    console.debug('Countersign: a frame is no longer there', error);
  }
}

/** Tells the frame in which an output was just seen what the gate says of it, before the frame hears its hash. */
export async function tellSeen(hash: string, sender: Sender): Promise<void> {
  const now = await teamNow();
  const policy = await governanceNow(now);
  const output = policy && (await outputsByHashes([hash])).get(hash);
  if (!policy || !output) return;
  const answer = answeredOf(output, policy, now, await strataNow(policy));
  const { tabId, frameId } = placeOf(sender);
  if (answer.said) await tell(tabId, frameId, [answer]);
}

/**
 * Tells every frame that shows one of these outputs what the gate says of it now; every frame of all that it shows, where a
 * stratum has moved by what became of them.
 */
export async function tellChanged(changed: readonly Output[]): Promise<void> {
  const now = await teamNow();
  const policy = await governanceNow(now);
  if (!policy) return;
  const moved = await haveMoved(changed, policy);
  const outputs = moved ? [...changed, ...(await shownAnywhere())] : changed;
  const strata = await strataNow(policy);
  if (moved) void drawFor(outputs).catch((error) => console.error('Countersign could not have outputs drawn:', error));
  const answers = new Map(outputs.map((output) => [output.hash, answeredOf(output, policy, now, strata)]));
  await Promise.all(
    (await framesWith(new Set(answers.keys()))).map(({ tabId, frameId, hashes }) =>
      tell(
        tabId,
        frameId,
        hashes.flatMap((hash) => answers.get(hash) ?? []),
      ),
    ),
  );
}

const shownAnywhere = async (): Promise<Output[]> => [
  ...(await outputsByHashes((await framesWith()).flatMap(({ hashes }) => hashes))).values(),
];

async function tell(tabId: number, frameId: number, answers: GateAnswered[]): Promise<void> {
  const heard = await sendToFrame(tabId, frameId, 'gate.change', { answers }).catch(() => false as const);
  if (heard !== true && answers.some(({ said }) => said)) await standIn(tabId, frameId);
}
