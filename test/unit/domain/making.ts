/** Builds events for tests, as a browser and a collector would make them. */
import {
  type ContentOf,
  type CountersignEvent,
  type EventType,
  eventWith,
  type FactsOf,
  makeEvent,
} from '../../../lib/domain/events/event.ts';
import { installationSource } from '../../../lib/domain/ids.ts';
import { hashText } from '../../../lib/domain/output/hash.ts';
import type { Trace } from '../../../lib/domain/output/trace.ts';
import { type Policy, policySchema } from '../../../lib/domain/policy/policy.ts';

export const ANNA = installationSource('11111111-1111-4111-8111-111111111111');
export const LUCA = installationSource('22222222-2222-4222-8222-222222222222');
/** Two texts, and their addresses. */
export const TEXT = 'Prices rise.';
const OTHER_TEXT = 'Wages fall.';
export const HASH = await hashText(TEXT);
export const OTHER_HASH = await hashText(OTHER_TEXT);

export const TRACE: Trace = {
  tool: 'chatgpt',
  toolName: 'ChatGPT',
  pageUrl: 'https://chatgpt.com/c/1',
  citations: [],
  evidence: ['profile:chatgpt', 'present'],
  startedAt: '2026-11-22T10:00:00.000Z',
  completedAt: '2026-11-22T10:00:05.000Z',
  characters: 12,
};

/** Rules of one process, the answers of ChatGPT, whose gate holds what nobody has approved. */
export const GATED: Policy = policySchema.parse({
  ...{ format: 2, version: '7' },
  processes: [
    {
      ...{ id: 'faq', name: 'FAQ answers', applies: { tools: ['chatgpt'] }, risk: 'medium', publishes: false },
      ...{ publicInterest: 'never', review: { mode: 'full' } },
      gate: { mode: 'active', unreviewed: 'hold', reported: 'hold', override: 'reason' },
    },
  ],
});

export const reportId = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

let clock = Date.parse('2026-11-22T10:00:00.000Z');

/** An event a second after the one before. */
export function eventOf<T extends EventType>(
  type: T,
  facts: FactsOf<T>,
  content?: ContentOf<T>,
  { source = ANNA, subject = HASH }: { source?: string; subject?: string } = {},
): Promise<CountersignEvent> {
  clock += 1_000;
  return makeEvent(type, source, subject, facts, content, new Date(clock));
}

export const seen = (over: { source?: string; subject?: string } = {}): Promise<CountersignEvent> =>
  eventOf(
    'countersign.output.seen.v1',
    { outputId: 'chatgpt:1:1', trace: TRACE },
    { text: over.subject === OTHER_HASH ? OTHER_TEXT : TEXT },
    over,
  );

export const made = (n: number, over: { source?: string; subject?: string } = {}): Promise<CountersignEvent> =>
  eventOf(
    'countersign.report.made.v1',
    { reportId: reportId(n), categories: ['factual'], severity: 'major' },
    { passages: [], comment: `comment ${n}` },
    over,
  );

export const praised = (n: number): Promise<CountersignEvent> =>
  eventOf(
    'countersign.report.made.v1',
    { reportId: reportId(n), categories: ['good'], severity: 'neutral' },
    { passages: [] },
  );

export const amended = (n: number, over: { source?: string } = {}): Promise<CountersignEvent> =>
  eventOf(
    'countersign.report.amended.v1',
    { reportId: reportId(n), categories: ['outdated'], severity: 'minor' },
    { passages: [] },
    over,
  );

export const withdrawn = (n: number, undone = false, over: { source?: string } = {}): Promise<CountersignEvent> =>
  eventOf('countersign.report.withdrawn.v1', { reportId: reportId(n), undone }, undefined, over);

export const decided = (
  verdict: 'approve' | 'approve_with_notes' | 'modify' | 'block' | 'escalate',
  reports: number[],
  n = 1,
): Promise<CountersignEvent> =>
  eventOf(
    'countersign.decision.made.v1',
    { decisionId: reportId(9_000 + n), verdict, reportIds: reports.map(reportId) },
    verdict === 'modify' ? { correctedText: 'Prices fall.' } : { note: 'because' },
    { source: LUCA },
  );

/** The nth decision taken back. */
export const decisionWithdrawn = (n = 1, over: { source?: string } = {}): Promise<CountersignEvent> =>
  eventOf('countersign.decision.withdrawn.v1', { decisionId: reportId(9_000 + n) }, undefined, {
    source: LUCA,
    ...over,
  });

/** The same events with the order that a collector gave them. */
export const sequenced = (events: readonly CountersignEvent[]): CountersignEvent[] =>
  events.map((event, at) => eventWith(event, { sequence: String(at + 1).padStart(16, '0'), authid: event.source }));

/** Its author disputes that the nth report was declined. */
export const disputed = (n: number, over: { source?: string } = {}): Promise<CountersignEvent> =>
  eventOf('countersign.report.disputed.v1', { reportId: reportId(n) }, { reason: 'It is wrong all the same.' }, over);
