/**
 * Compose frames: the only place in a page where free text is typed. A frame is bound to a token that the background
 * made for one report, one tab and one use, so that no page can frame ours and have it do something.
 */
import { browser } from 'wxt/browser';
import { storage } from 'wxt/utils/storage';
import { sendToFrame } from '../messages/page-protocol.ts';
import { handle, Refused } from '../messages/receive.ts';
import type { Sender } from '../messages/sender.ts';
import { placeOf } from './place.ts';
import { ownReport, write } from './reports.ts';

/** Long enough to write a correction in, short enough that a forgotten token is worth nothing. */
const LIFE_MS = 60 * 60_000;
/** A token that no frame has redeemed by then was not ours to redeem. */
const CLAIM_MS = 30_000;

interface Ticket {
  reportId: string;
  field: 'comment' | 'correction';
  tabId: number;
  /** The frame whose card asked. */
  openerFrameId: number;
  openedAt: number;
  /** The compose frame that redeemed the token. */
  claimedBy?: number;
}

/** Tokens that are being redeemed now: of two frames that come at once, one comes too late. */
const redeeming = new Set<string>();

const keyOf = (token: string) => `session:compose:${token}` as const;

export function registerCompose(): void {
  handle('compose.open', async ({ reportId, field }, sender) => {
    await ownReport(reportId, sender);
    const { tabId, frameId } = placeOf(sender);
    const token = crypto.randomUUID();
    const ticket: Ticket = { reportId, field, tabId, openerFrameId: frameId, openedAt: Date.now() };
    await storage.setItem(keyOf(token), ticket);
    return { token, url: browser.runtime.getURL('/compose.html'), origin: self.location.origin };
  });
  handle('compose.claim', async ({ token }, sender) => {
    const { tabId, frameId } = placeOf(sender);
    const ticket = await claim(token, tabId, frameId);
    const { output, report } = await ownReport(ticket.reportId, { kind: 'compose' });
    const outputText = output.content?.text ?? '';
    const written = report.content?.[ticket.field];
    const text = written ?? (ticket.field === 'correction' ? outputText : '');
    return { field: ticket.field, categories: report.categories, severity: report.severity, text, outputText };
  });
  handle('compose.save', async ({ token, text }, sender) => {
    const ticket = await redeemed(token, sender);
    if (ticket.field === 'comment' && text.length > 5_000) throw new Refused('incomplete');
    await write(ticket.reportId, { kind: 'compose' }, { [ticket.field]: text });
    await close(token, ticket, true);
    return null;
  });
  handle('compose.cancel', async ({ token }, sender) => {
    await close(token, await redeemed(token, sender), false);
    return null;
  });
}

/** Gives a token's ticket to the first frame of its tab that asks in time. */
async function claim(token: string, tabId: number, claimedBy: number): Promise<Ticket> {
  if (redeeming.has(token)) throw new Refused('expired');
  redeeming.add(token);
  try {
    const ticket = await storage.getItem<Ticket>(keyOf(token));
    const late = !ticket || ticket.claimedBy !== undefined || Date.now() - ticket.openedAt > CLAIM_MS;
    if (late || ticket.tabId !== tabId) throw new Refused('expired');
    await storage.setItem(keyOf(token), { ...ticket, claimedBy });
    return ticket;
  } finally {
    redeeming.delete(token);
  }
}

/** The ticket of a token, for the frame that redeemed it and no other. */
async function redeemed(token: string, sender: Sender): Promise<Ticket> {
  const { tabId, frameId } = placeOf(sender);
  const ticket = await storage.getItem<Ticket>(keyOf(token));
  const valid = ticket?.tabId === tabId && ticket.claimedBy === frameId && Date.now() - ticket.openedAt < LIFE_MS;
  if (!ticket || !valid) throw new Refused('expired');
  return ticket;
}

async function close(token: string, ticket: Ticket, saved: boolean): Promise<void> {
  await storage.removeItem(keyOf(token));
  await sendToFrame(ticket.tabId, ticket.openerFrameId, 'compose.closed', { saved });
}
