/** Version 3: several targets of several kinds. The one endpoint of earlier versions was a collector. */
import type { Transaction } from 'dexie';
import { EVERYTHING } from '../../domain/events/filter.ts';
import type { OutboxMark, StoredEvent } from '../rows/event.ts';

interface TargetV2 {
  endpoint?: string;
  token?: string;
  [other: string]: unknown;
}

/** Puts address and token where a target's settings are, and notes which events were let out already. */
export async function toV3(transaction: Transaction): Promise<void> {
  await transaction
    .table<TargetV2>('targets')
    .toCollection()
    .modify((row) => {
      const { endpoint, token } = row;
      Object.assign(row, { kind: 'collector', settings: { address: endpoint, token }, filter: EVERYTHING });
      row.addedAt = row.lastSyncAt ?? row.failedAt ?? new Date().toISOString();
      delete row.endpoint;
      delete row.token;
    });
  const marks = await transaction.table<OutboxMark>('outbox').toArray();
  const marked = new Set(marks.map(({ key }) => key));
  await transaction
    .table<StoredEvent>('events')
    .toCollection()
    .modify((row) => {
      if (row.event.sequence || marked.has(row.key)) row.shared = true;
    });
}
