/** Outputs as figures see them, for tests. */
import type { Verdict } from '../../../../lib/domain/codes.ts';
import type { Decision } from '../../../../lib/domain/decision/decision.ts';
import type { CountedOutput } from '../../../../lib/domain/figures/counted.ts';
import type { Tally } from '../../../../lib/domain/figures/tally.ts';
import type { Setting } from '../../../../lib/domain/figures/view.ts';
import type { MadeException, ProcessRecord } from '../../../../lib/domain/output/process-record.ts';
import { nothingHappened } from '../../../../lib/domain/output/process-record.ts';
import type { Report } from '../../../../lib/domain/report/report.ts';
import { TRACE } from '../making.ts';

export const NOW = '2026-11-28T12:00:00.000Z';
export const SETTING: Setting = { now: NOW, processes: new Map() };

/** A time of a day of November 2026. */
export const day = (n: number, hour = 9): string => new Date(Date.UTC(2026, 10, n, hour)).toISOString();

let made = 0;
const next = (): string => `id-${++made}`;

export const counted = (over: Partial<CountedOutput> = {}): CountedOutput => ({
  hash: next(),
  trace: TRACE,
  reports: [],
  decisions: [],
  ...over,
});

export const report = (over: Partial<Report> = {}): Report => ({
  reportId: next(),
  hash: 'h',
  categories: ['factual'],
  severity: 'major',
  state: 'open',
  source: 'anna',
  reportedAt: day(2),
  updatedAt: day(2),
  ...over,
});

export const decision = (verdict: Verdict, over: Partial<Decision> = {}): Decision => ({
  decisionId: next(),
  verdict,
  reportIds: [],
  source: 'luca',
  decidedAt: day(3),
  ...over,
});

export const inProcess = (over: Partial<ProcessRecord>): ProcessRecord => ({ ...nothingHappened(), ...over });

export const exception = (kind: MadeException['kind'], over: Partial<MadeException> = {}): MadeException => ({
  exceptionId: next(),
  kind,
  hash: 'h',
  processId: 'faq',
  policyVersion: '1',
  from: day(4),
  until: day(5),
  source: 'anna',
  madeAt: day(4),
  ...over,
});

export const TALLY: Tally = {
  ...{ source: 'urn:countersign:day:a', day: '2026-11-02', stratum: '|chatgpt|GPT-5' },
  ...{ found: 20, words: 400, used: 8, edited: 2, held: 4, passed: 3, sampled: 1, missed: 5 },
};
