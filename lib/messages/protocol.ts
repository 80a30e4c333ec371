/**
 * Every message to the background, declared once: who may send it, what it holds, what it is for. Messages that go the
 * other way, into a page, stand in `page-protocol.ts`. Unknown or malformed messages are dropped and counted.
 */
import * as z from 'zod';
import { passageSchema } from '../domain/anchor.ts';
import { categorySchema, severitySchema } from '../domain/category.ts';
import { verdictSchema } from '../domain/decision.ts';
import { hashSchema, outputContentSchema, outputIdSchema } from '../domain/output.ts';
import { reportIdSchema } from '../domain/report.ts';
import { traceSchema } from '../domain/trace.ts';
import type { SenderKind } from './sender.ts';

interface Declaration {
  from: readonly SenderKind[];
  /** What it is for, in a sentence. */
  does: string;
  body: z.ZodType;
}

const declare = <const D extends Declaration>(declaration: D): D => declaration;
const nothing = z.strictObject({});
const endpoint = z.strictObject({ endpoint: z.string().max(2_000), token: z.string().max(4_000) });

export const PROTOCOL = {
  'detector.start': declare({
    from: ['page'],
    does: 'A content script asks by which profile to read its frame; `tool` names one whose marker it has found.',
    body: z.strictObject({ tool: z.string().max(60).optional() }),
  }),
  'detector.learn': declare({
    from: ['page'],
    does: 'A content script reads its frame by what it has learned there; `site` is the host name it shows.',
    body: z.strictObject({ site: z.string().max(100) }),
  }),
  'learner.load': declare({
    from: ['page'],
    does: 'Inject the learner into a frame that no profile reads.',
    body: nothing,
  }),
  'output.seen': declare({
    from: ['page'],
    does: 'An answer has settled: its text and trace, to be kept and given a status.',
    body: z.strictObject({
      outputId: outputIdSchema,
      trace: traceSchema,
      content: outputContentSchema,
      previousHash: hashSchema.optional(),
    }),
  }),
  'output.card': declare({
    from: ['page'],
    does: 'What the card of an output in this frame shows: status and the own reports on it.',
    body: z.strictObject({ hash: hashSchema }),
  }),
  'overlay.load': declare({
    from: ['page'],
    does: 'Inject the card into the frame that asks.',
    body: nothing,
  }),
  'passages.load': declare({
    from: ['page'],
    does: 'Inject into the frame that asks what makes and shows passages, and the look of marked words.',
    body: nothing,
  }),
  'report.make': declare({
    from: ['page'],
    does: 'A person flagged an output of this frame.',
    body: z.strictObject({
      hash: hashSchema,
      categories: z.array(categorySchema).min(1).max(3),
      severity: severitySchema,
      passages: z.array(passageSchema).max(20),
    }),
  }),
  'report.undo': declare({
    from: ['page', 'panel'],
    does: 'Take back a report of this installation within the undo time, as if it had never been.',
    body: z.strictObject({ reportId: reportIdSchema }),
  }),
  'report.withdraw': declare({
    from: ['page', 'panel'],
    does: 'Withdraw an own report; the record shows that it was withdrawn.',
    body: z.strictObject({ reportId: reportIdSchema }),
  }),
  'report.amend': declare({
    from: ['page', 'panel'],
    does: 'Change categories or severity of an own report.',
    body: z.strictObject({
      reportId: reportIdSchema,
      categories: z.array(categorySchema).min(1).max(3),
      severity: severitySchema,
    }),
  }),
  'report.write': declare({
    from: ['panel'],
    does: 'Change comment or correction of an own report (undefined: leave as it is, empty: remove).',
    body: z.strictObject({
      reportId: reportIdSchema,
      comment: z.string().max(5_000).optional(),
      correction: z.string().max(500_000).optional(),
    }),
  }),
  'compose.open': declare({
    from: ['page'],
    does: 'Ask for a one-time token for a compose frame in this frame, to write on an own report.',
    body: z.strictObject({ reportId: reportIdSchema, field: z.enum(['comment', 'correction']) }),
  }),
  'compose.claim': declare({
    from: ['compose'],
    does: 'A compose frame redeems its token and learns what is to be written.',
    body: z.strictObject({ token: z.string().max(100) }),
  }),
  'compose.save': declare({
    from: ['compose'],
    does: 'Store what was typed in a compose frame that has redeemed its token.',
    body: z.strictObject({ token: z.string().max(100), text: z.string().max(500_000) }),
  }),
  'compose.cancel': declare({
    from: ['compose'],
    does: 'Close a compose frame without storing anything.',
    body: z.strictObject({ token: z.string().max(100) }),
  }),
  'decision.make': declare({
    from: ['panel'],
    does: 'Decide on an output and the reports that were on screen.',
    body: z.strictObject({
      hash: hashSchema,
      verdict: verdictSchema,
      reportIds: z.array(reportIdSchema).max(1_000),
      note: z.string().max(5_000).optional(),
      correctedText: z.string().max(500_000).optional(),
    }),
  }),
  'panel.open': declare({
    from: ['page', 'welcome', 'options'],
    does: 'Open the side panel beside the page that asks.',
    body: nothing,
  }),
  'target.save': declare({
    from: ['options'],
    does: 'Connect to an endpoint, after it was tested.',
    body: endpoint,
  }),
  'target.test': declare({
    from: ['options'],
    does: 'Try an endpoint and say in a word what is wrong with it.',
    body: endpoint,
  }),
  'target.remove': declare({
    from: ['options'],
    does: 'Disconnect from the endpoint; what is stored here stays.',
    body: nothing,
  }),
  'sync.wake': declare({
    from: ['panel', 'options'],
    does: 'Somebody is looking: push what waits and pull what is new.',
    body: nothing,
  }),
  'sync.mend': declare({
    from: ['panel', 'options'],
    does: 'Send again an event that was refused, or all of them.',
    body: z.strictObject({ key: z.string().max(200).optional() }),
  }),
} as const;

export type MessageName = keyof typeof PROTOCOL;
export type MessageBody<K extends MessageName> = z.infer<(typeof PROTOCOL)[K]['body']>;
