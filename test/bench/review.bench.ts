/**
 * What earned review costs: the mode of a stratum from its events, as a browser works it out when somebody has decided, and the
 * replay of 180 days and 100,000 outputs under another rule, each beside a plain pass over the same.
 */
import { performance } from 'node:perf_hooks';
import type { CountersignEvent } from '../../lib/domain/events/event.ts';
import type { Process } from '../../lib/domain/policy/process.ts';
import { type ReplayedText, replayed } from '../../lib/domain/review/replay/replay.ts';
import { standingFrom } from '../../lib/domain/review/strata.ts';
import type { Report } from '../../scripts/measure.ts';

const REVIEWED = 1_000;
const TEXTS = 100_000;
const DAYS = 180;
const RUNS = 7;
const MOST_MODE_MS = 5;
const MOST_REPLAY_MS = 2_000;
const DAY_MS = 86_400_000;
const START = Date.parse('2026-06-01T00:00:00.000Z');

const REVIEW = { mode: 'earned', clean: 30, oneIn: 10, limit: 0.05, unacceptable: 0.2, miss: 0.2 } as const;
const PROCESS = { id: 'faq', review: REVIEW, publishes: false, publicInterest: 'never' } as Process;
const hashOf = (n: number): string =>
  `sha256:${Math.imul(n + 1, 2_654_435_761)
    .toString(16)
    .replace('-', 'f')
    .padStart(64, '0')}`;

/** Two events of each output: it was seen, and somebody decided. One in fifty is a defect. */
function eventsOf(count: number): CountersignEvent[] {
  return Array.from({ length: count }, (_, n) => {
    const common = { source: 'urn:countersign:installation:1', subject: hashOf(n), authid: 'anna' };
    const at = (step: number) => ({
      id: `${n}-${step}`,
      time: new Date(START + n * 60_000 + step).toISOString(),
      sequence: String(2 * n + step).padStart(16, '0'),
    });
    const inProcess = { processId: 'faq', policyVersion: 'v1', textHash: hashOf(n), answered: [], left: [] };
    const decision = { decisionId: `d${n}`, verdict: n % 50 === 49 ? 'block' : 'approve', reportIds: [], inProcess };
    const seen = { outputId: `chatgpt:c:${n}`, trace: { tool: 'chatgpt', model: 'GPT-5' } };
    return [
      { ...common, ...at(0), type: 'countersign.output.seen.v1', data: { facts: seen } },
      { ...common, ...at(1), type: 'countersign.decision.made.v1', data: { facts: decision } },
    ] as unknown as CountersignEvent[];
  }).flat();
}

const textsOf = (count: number): ReplayedText[] =>
  Array.from({ length: count }, (_, n) => {
    const seen = START + (n / count) * DAYS * DAY_MS;
    const reviewed = { defect: n % 47 === 0, at: new Date(seen + 3_600_000).toISOString() };
    return { hash: hashOf(n), stratum: `faq|chatgpt|${n % 5}`, seenAt: new Date(seen).toISOString(), reviewed };
  });

/** The median of some runs, after one that warms up. */
function timed(work: () => unknown): number {
  work();
  const times = Array.from({ length: RUNS }, () => {
    const from = performance.now();
    work();
    return performance.now() - from;
  });
  return times.sort((a, b) => a - b)[RUNS >> 1] ?? Number.NaN;
}

export default async function review(report: Report): Promise<void> {
  const events = eventsOf(REVIEWED);
  const texts = textsOf(TEXTS);
  const plain = (rows: readonly object[]) => timed(() => rows.map((row) => ({ ...row })).length).toFixed(1);
  report({
    name: `the mode of a stratum from its ${events.length} events`,
    value: timed(() => standingFrom(events, { version: 'v1' }, PROCESS)),
    unit: 'ms',
    goal: { atMost: MOST_MODE_MS },
    beside: `a copy of the events ${plain(events)} ms`,
  });
  report({
    name: `replay of ${DAYS} days, ${TEXTS} outputs`,
    value: timed(() => replayed(texts, PROCESS)),
    unit: 'ms',
    goal: { atMost: MOST_REPLAY_MS },
    beside: `a copy of the record ${plain(texts)} ms`,
  });
}
