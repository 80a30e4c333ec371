/** Looks at messages into the page. They come from our own background, and are read with care all the same. */
import type { PageMessageName } from '../../messages/page-protocol.ts';
import type { OutputStatus } from '../../messages/replies.ts';

const NAMES: readonly PageMessageName[] = [
  'outputs.list',
  'status.change',
  'output.reveal',
  'reading.change',
  'passage.show',
  'passage.clear',
  'compose.closed',
  'flag.open',
  'compose.typed',
];

export type PageMessage = { type: PageMessageName } & Record<string, unknown>;

/** The message, or undefined where it is none of ours. */
export function pageMessage(message: unknown): PageMessage | undefined {
  const type = (message as { type?: unknown } | null | undefined)?.type;
  return NAMES.includes(type as PageMessageName) ? (message as PageMessage) : undefined;
}

/** The statuses in a message. */
export function statusesIn(message: PageMessage): OutputStatus[] {
  const { statuses } = message;
  return Array.isArray(statuses) ? statuses.filter(isStatus) : [];
}

function isStatus(value: unknown): value is OutputStatus {
  const { hash, status } = (value ?? {}) as Partial<Record<keyof OutputStatus, unknown>>;
  return typeof hash === 'string' && typeof status === 'string';
}
