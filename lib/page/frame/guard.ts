/** Looks at messages into the page. They come from our own background, and are read with care all the same. */

import type { OutputStatus } from '../../messages/to-background/output.ts';
import { HEARD_BY, type PageMessageName, type PageMessages } from '../../messages/to-page/index.ts';

export type PageMessage = { [K in PageMessageName]: { type: K } & PageMessages[K]['body'] }[PageMessageName];

/** The message, or undefined where it is none of ours. */
export function pageMessage(message: unknown): PageMessage | undefined {
  const type = (message as { type?: unknown } | null | undefined)?.type;
  return HEARD_BY[type as PageMessageName] === 'detector' ? (message as PageMessage) : undefined;
}

/** The statuses in a message. */
export const statusesIn = (statuses: unknown): OutputStatus[] =>
  Array.isArray(statuses) ? statuses.filter(isStatus) : [];

function isStatus(value: unknown): value is OutputStatus {
  const { hash, status } = (value ?? {}) as Partial<Record<keyof OutputStatus, unknown>>;
  return typeof hash === 'string' && typeof status === 'string';
}
