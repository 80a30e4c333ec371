/** Outputs that pages show: kept once per text, with a status that goes back to every frame that shows them. */
import { makeEvent } from '../domain/event.ts';
import { hashText } from '../domain/hash.ts';
import type { Output } from '../domain/output.ts';
import type { Report } from '../domain/report.ts';
import { sendToFrame } from '../messages/page-protocol.ts';
import { handle, Refused } from '../messages/receive.ts';
import type { Card, OutputStatus, OwnReport } from '../messages/replies.ts';
import { ownSource } from '../settings/installation.ts';
import { outputByHash } from '../store/queries.ts';
import { countOutput } from '../store/site-writes.ts';
import { append } from '../store/writes.ts';
import { countFound } from './health.ts';
import { mustHold, placeOf } from './place.ts';
import { framesWith, rememberOutput } from './session.ts';

export function registerOutputs(): void {
  handle('output.seen', async ({ outputId, trace, content, previousHash }, sender) => {
    const { tabId, frameId } = placeOf(sender);
    const hash = await hashText(content.text);
    await rememberOutput(tabId, frameId, hash);
    const known = await outputByHash(hash);
    if (known) return statusFor(known, outputId);
    const facts = { outputId, trace, ...(previousHash && previousHash !== hash ? { previousHash } : {}) };
    const row = await append(await makeEvent('countersign.output.seen.v1', await ownSource(), hash, facts, content));
    if (!row) throw new Refused('failed');
    if (sender.origin)
      await Promise.all([countOutput(sender.origin, trace.tool), countFound(sender.origin, trace.tool)]);
    return statusFor(row, outputId);
  });
  handle('output.card', async ({ hash }, sender) => {
    await mustHold(sender, hash);
    const output = await outputByHash(hash);
    if (!output) throw new Refused('not_found');
    return cardOf(output, await ownSource());
  });
}

/** The same text may stand in several pages under ids of their own; the status is the text's. */
const statusFor = ({ hash, status }: Output, outputId: string): OutputStatus => ({ outputId, hash, status });

/** What a page may know of an output: no names, and of what was written only that it is there. */
function cardOf(output: Output, source: string): Card {
  const reports = output.reports.filter((report) => report.state !== 'withdrawn');
  return {
    hash: output.hash,
    status: output.status,
    reportCount: reports.length,
    own: output.reports.filter((report) => report.source === source).map(ownReport),
    firstSeenAt: output.firstSeenAt,
  };
}

function ownReport({ reportId, categories, severity, state, verdict, content, reportedAt }: Report): OwnReport {
  return {
    reportId,
    categories,
    severity,
    state,
    ...(verdict ? { verdict } : {}),
    passages: content?.passages.length ?? 0,
    hasComment: Boolean(content?.comment),
    hasCorrection: Boolean(content?.correction),
    reportedAt,
  };
}

/** Tells every frame that shows one of these outputs its status. */
export async function announceStatuses(outputs: readonly Output[]): Promise<void> {
  const byHash = new Map(outputs.map((output) => [output.hash, output]));
  for (const { tabId, frameId, hashes } of await framesWith(new Set(byHash.keys()))) {
    const statuses = hashes.flatMap((hash) => {
      const output = byHash.get(hash);
      return output ? statusFor(output, output.outputId) : [];
    });
    await sendToFrame(tabId, frameId, 'status.change', { statuses }).catch((error: unknown) =>
      // A frame that has gone is no failure; its tab or navigation clears what we remember of it.
      console.debug('Countersign: a frame is no longer there', error),
    );
  }
}
