/** Looks at messages into the page. They come from our own background, and are read with care all the same. */

import type { OutputStatus } from '../../messages/to-background/output.ts';
import { HEARD_BY, type PageMessageName } from '../../messages/to-page/index.ts';

export type PageMessage = { type: PageMessageName } & Record<string, unknown>;

/** The message, or undefined where it is none of ours. */
export function pageMessage(message: unknown): PageMessage | undefined {
  const type = (message as { type?: unknown } | null | undefined)?.type;
  return HEARD_BY[type as PageMessageName] === 'detector' ? (message as PageMessage) : undefined;
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
