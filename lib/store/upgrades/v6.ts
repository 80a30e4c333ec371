/**
 * Version 6: a text counts only under its own address. What was stored before anybody asked is looked at once: where an output
 * shows a text that is not its own, it is folded anew without that text, and taken out of the index by which texts are
 * recognised. No event goes.
 */
import type { Transaction } from 'dexie';
import { eventWith } from '../../domain/events/event.ts';
import { foldOutput } from '../../domain/fold/output.ts';
import { isAt } from '../../domain/output/address.ts';
import type { StoredContent, StoredEvent } from '../rows/event.ts';
import type { OutputRow } from '../rows/output.ts';

/** `claimed`: so that what a file claims is found again when the team's log can show it. */
export const STORES_V6 = { events: 'key, subject, claimed' };

export async function toV6(transaction: Transaction): Promise<void> {
  const wrong: string[] = [];
  await transaction.table<OutputRow, string>('outputs').each(({ hash, content }) => {
    if (content && !isAt(hash, content)) wrong.push(hash);
  });
  for (const hash of wrong) await foldAnew(transaction, hash);
}

async function foldAnew(transaction: Transaction, subject: string): Promise<void> {
  const stored = await transaction.table<StoredEvent>('events').where({ subject }).toArray();
  const contents = await transaction.table<StoredContent>('contents').where({ subject }).toArray();
  const sealed = new Map(contents.map(({ key, salt, content }) => [key, { salt, content }]));
  const events = stored.map(({ key, event }) => {
    const own = sealed.get(key);
    const data: object = event.data;
    return own ? eventWith(event, {}, { ...data, sealed: own }) : event;
  });
  const output = foldOutput(events);
  if (!output) return;
  const row: OutputRow = { ...output, reportIds: output.reports.map(({ reportId }) => reportId) };
  await transaction.table<OutputRow>('outputs').put(row);
  await transaction.table('fingerprints').where({ hash: subject }).delete();
}
