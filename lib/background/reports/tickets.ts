/**
 * One-time tokens of compose frames. A frame is bound to a token that the background made for one task, one tab and one
 * use, so that no page can frame ours and have it do something.
 */
import type { Passage } from '../../domain/anchoring/anchor.ts';
import type { Category } from '../../domain/codes.ts';
import { Refused } from '../../messages/receive.ts';
import type { Sender } from '../../messages/sender.ts';
import { familyOf } from '../../settings/family.ts';
import { placeOf } from '../spine/place.ts';

/** Long enough to write a correction in, short enough that a forgotten token is worth nothing. */
const LIFE_MS = 60 * 60_000;
/** A token that no frame has redeemed by then was not ours to redeem. */
const CLAIM_MS = 30_000;

/** What a compose frame is for: to write on an own report, or to see what is (or would be) sent. */
export type Task =
  | { field: 'comment' | 'correction' | 'preview'; reportId: string }
  | { field: 'preview'; hash: string; categories: Category[]; passages: Passage[] };

export interface Ticket {
  task: Task;
  tabId: number;
  /** The frame whose card asked. */
  openerFrameId: number;
  openedAt: number;
  /** The compose frame that redeemed the token. */
  claimedBy?: number;
}

/** Tokens that are being redeemed now: of two frames that come at once, one comes too late. */
const redeeming = new Set<string>();

const byToken = familyOf<Ticket>('compose');

/** Makes a token for the frame that asks. */
export async function issue(task: Task, sender: Sender): Promise<string> {
  const { tabId, frameId } = placeOf(sender);
  const token = crypto.randomUUID();
  const ticket: Ticket = { task, tabId, openerFrameId: frameId, openedAt: Date.now() };
  await byToken.put(token, ticket);
  return token;
}

/** Gives a token's ticket to the first frame of its tab that asks in time. */
export async function claim(token: string, sender: Sender): Promise<Ticket> {
  const { tabId, frameId: claimedBy } = placeOf(sender);
  if (redeeming.has(token)) throw new Refused('expired');
  redeeming.add(token);
  try {
    const ticket = await byToken.get(token);
    const late = !ticket || ticket.claimedBy !== undefined || Date.now() - ticket.openedAt > CLAIM_MS;
    if (late || ticket.tabId !== tabId) throw new Refused('expired');
    await byToken.put(token, { ...ticket, claimedBy });
    return ticket;
  } finally {
    redeeming.delete(token);
  }
}

/** The ticket of a token, for the frame that redeemed it and no other. */
export async function redeemed(token: string, sender: Sender): Promise<Ticket> {
  const { tabId, frameId } = placeOf(sender);
  const ticket = await byToken.get(token);
  const valid = ticket?.tabId === tabId && ticket.claimedBy === frameId && Date.now() - ticket.openedAt < LIFE_MS;
  if (!ticket || !valid) throw new Refused('expired');
  return ticket;
}

/** Ends a token. */
export const spend = (token: string): Promise<void> => byToken.forget(token);
