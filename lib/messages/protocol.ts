/**
 * Every message to the background, declared once: who may send it, what it holds, what it is for. Messages that go the
 * other way, into a page, stand in `page-protocol.ts`. Unknown or malformed messages are dropped and counted.
 */
import * as z from 'zod';
import { passageSchema } from '../domain/anchoring/anchor.ts';
import { verdictSchema } from '../domain/decision/decision.ts';
import { hashSchema, outputContentSchema, outputIdSchema } from '../domain/output/output.ts';
import { toldTraceSchema } from '../domain/output/trace.ts';
import { originSchema as origin, promptOutcomeSchema } from '../domain/reading/health.ts';
import { categoriesSchema, severitySchema } from '../domain/report/category.ts';
import { reportIdSchema } from '../domain/report/report.ts';
import { toolProfileSchema } from '../tools/schema.ts';
import { declare } from './declare.ts';
import { RECORDS_PROTOCOL } from './records-protocol.ts';
import { REUSE_PROTOCOL } from './reuse-protocol.ts';
import { TARGET_PROTOCOL } from './target-protocol.ts';

const nothing = z.strictObject({});
/** Codes of what spoke for something (`evidence:grew`), never words of a page. */
const evidenceCodes = z.array(z.string().regex(/^[A-Za-z:]{1,60}$/)).max(40);
/** Match pattern of one site: scheme and host. */
const pattern = z
  .string()
  .max(300)
  .regex(/^https?:\/\/[a-z0-9.:[\]-]+\/\*$/);
const learned = z.strictObject({
  profile: toolProfileSchema,
  how: z.enum(['arrival', 'taught', 'edited']),
  evidence: evidenceCodes,
  learnedAt: z.iso.datetime(),
});
const notes = z.array(z.string().max(2_000)).max(20);
const typed = z.strictObject({ token: z.string().max(100), text: z.string().max(500_000), notes });

export const PROTOCOL = {
  'detector.start': declare({
    from: ['page'],
    does: 'A content script asks by which profile to read its frame; `tool` names one whose marker it has found.',
    body: z.strictObject({ tool: z.string().max(60).optional() }),
  }),
  'detector.learn': declare({
    from: ['page'],
    does: 'A content script hands over what it has learned of its frame; `found`: outputs that what was known finds there.',
    body: z.strictObject({ profile: toolProfileSchema, evidence: evidenceCodes, found: z.int().nonnegative() }),
  }),
  'health.tell': declare({
    from: ['page'],
    does: 'What became of a prompt on a site that a profile reads: whether the profile found the answer. No content.',
    body: z.strictObject({ tool: z.string().max(60), told: promptOutcomeSchema }),
  }),
  'health.forget': declare({
    from: ['options'],
    does: 'Forget how a profile has read a site, and read it by the profile again.',
    body: z.strictObject({ origin, tool: z.string().max(60) }),
  }),
  'site.watch': declare({
    from: ['panel', 'options'],
    does: 'Watch a site to which the browser has just given access.',
    body: z.strictObject({ pattern }),
  }),
  'site.unwatch': declare({
    from: ['panel', 'options'],
    does: 'Watch a site no more, and give the access to it back to the browser.',
    body: z.strictObject({ pattern }),
  }),
  'site.teach': declare({
    from: ['page'],
    does: 'A person pointed at text of this frame: read its site by the profile made from that.',
    body: z.strictObject({ profile: toolProfileSchema }),
  }),
  'site.unteach': declare({
    from: ['page'],
    does: 'Undo the last teaching on the site of this frame.',
    body: nothing,
  }),
  'teach.pick': declare({
    from: ['panel'],
    does: 'Let the person point at AI text in a tab.',
    body: z.strictObject({ tabId: z.int() }),
  }),
  'teach.end': declare({
    from: ['page'],
    does: 'The person has pointed, or does not want to: other frames of the tab stop waiting for it.',
    body: nothing,
  }),
  'site.edit': declare({
    from: ['options'],
    does: 'A person corrected the profile that was learned of a site.',
    body: z.strictObject({ origin, profile: toolProfileSchema }),
  }),
  'site.forget': declare({
    from: ['options'],
    does: 'Forget what is known of a site.',
    body: z.strictObject({ origin }),
  }),
  'site.restore': declare({
    from: ['options'],
    does: 'Undo a forgetting or a correction: put back what was learned of a site.',
    body: z.strictObject({ origin, learned }),
  }),
  'site.off': declare({
    from: ['options', 'page'],
    does: 'Take no text of a site for AI text, or take that back; a page says it of its own site only.',
    body: z.strictObject({ origin: origin.optional(), off: z.boolean() }),
  }),
  'tools.list': declare({
    from: ['options'],
    does: 'Every tool profile in force, the policy, and what of it was refused.',
    body: nothing,
  }),
  'tool.switch': declare({
    from: ['options'],
    does: 'The user has a tool read by its profile, or not.',
    body: z.strictObject({ tool: z.string().max(60), on: z.boolean() }),
  }),
  'policy.load': declare({
    from: ['options'],
    does: 'A person loads a policy, as JSON; refused with every reason, or in force at once.',
    body: z.strictObject({ text: z.string().max(2_000_000) }),
  }),
  'policy.remove': declare({
    from: ['options'],
    does: 'Remove the policy that a person has loaded.',
    body: nothing,
  }),
  'policy.dismiss': declare({
    from: ['options'],
    does: 'Forget that a loaded policy was refused.',
    body: nothing,
  }),
  'output.seen': declare({
    from: ['page'],
    does: 'An answer has settled: its text and trace, to be kept and given a status.',
    body: z.strictObject({
      outputId: outputIdSchema,
      trace: toldTraceSchema,
      content: outputContentSchema,
      previousHash: hashSchema.optional(),
    }),
  }),
  'output.card': declare({
    from: ['page'],
    does: 'What the card of an output in this frame shows: status and the own reports on it.',
    body: z.strictObject({ hash: hashSchema }),
  }),
  'citation.check': declare({
    from: ['panel'],
    does: 'Look at the sources that an output cites, as far as the browser lets us; answers when all are done.',
    body: z.strictObject({ hash: hashSchema }),
  }),
  'citation.stop': declare({
    from: ['panel'],
    does: 'Stop looking at the sources of an output; what was found stays.',
    body: z.strictObject({ hash: hashSchema }),
  }),
  'script.load': declare({
    from: ['page'],
    does: 'Inject a script into the frame that asks: only the detector is in every frame of a watched site.',
    body: z.strictObject({ script: z.enum(['learner', 'health', 'overlay', 'passages', 'reuse']) }),
  }),
  'report.make': declare({
    from: ['page'],
    does: 'A person flagged an output of this frame.',
    body: z.strictObject({
      hash: hashSchema,
      categories: categoriesSchema,
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
      categories: categoriesSchema,
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
      /** One for each passage, in order. */
      notes: notes.optional(),
    }),
  }),
  'report.revert': declare({
    from: ['page', 'panel'],
    does: 'Put an own report back to what it was before its last change: undoes an amendment or a withdrawal.',
    body: z.strictObject({ reportId: reportIdSchema }),
  }),
  'news.heard': declare({
    from: ['panel'],
    does: 'The person has seen what became of these own reports.',
    body: z.strictObject({ reportIds: z.array(reportIdSchema).max(5_000) }),
  }),
  'compose.open': declare({
    from: ['page'],
    does: 'Ask for a one-time token for a compose frame in this frame: to write on an own report, or to see what is sent.',
    body: z.union([
      z.strictObject({ field: z.enum(['comment', 'correction', 'preview']), reportId: reportIdSchema }),
      z.strictObject({
        field: z.literal('preview'),
        hash: hashSchema,
        categories: categoriesSchema,
        passages: z.array(passageSchema).max(20),
      }),
    ]),
  }),
  'compose.claim': declare({
    from: ['compose'],
    does: 'A compose frame redeems its token and learns what is to be written.',
    body: z.strictObject({ token: z.string().max(100) }),
  }),
  'compose.save': declare({
    from: ['compose'],
    does: 'Store what was typed in a compose frame that has redeemed its token.',
    body: typed,
  }),
  'compose.draft': declare({
    from: ['compose'],
    does: 'Keep what is typed so far in a compose frame that has redeemed its token.',
    body: typed,
  }),
  'compose.preview': declare({
    from: ['compose'],
    does: 'What would be recorded and sent if what is typed were saved now: exactly that, masked as it will be.',
    body: typed,
  }),
  'compose.close': declare({
    from: ['compose'],
    does: 'Close a compose frame: what was typed stays as a draft, or is thrown away.',
    body: z.strictObject({ token: z.string().max(100), discard: z.boolean() }),
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
  ...RECORDS_PROTOCOL,
  ...REUSE_PROTOCOL,
  ...TARGET_PROTOCOL,
} as const;

export type MessageName = keyof typeof PROTOCOL;
export type MessageBody<K extends MessageName> = z.infer<(typeof PROTOCOL)[K]['body']>;
