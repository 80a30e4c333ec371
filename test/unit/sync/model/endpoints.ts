/** A collector and a CloudEvents endpoint that keep to their contracts, in memory. */
import { type CountersignEvent, eventKey, eventWith, makeEvent } from '../../../../lib/domain/events/event.ts';
import { stratumOf } from '../../../../lib/domain/output/stratum.ts';
import { processSchema } from '../../../../lib/domain/policy/process.ts';
import { reportIdOf } from '../../../../lib/domain/report/of-event.ts';
import { isDrawnByKey } from '../../../../lib/domain/review/draw.ts';
import { standingFrom } from '../../../../lib/domain/review/strata.ts';
import { TRACE } from '../../domain/making.ts';

export interface Arrived {
  method: string;
  url: URL;
  token: string;
  body: string;
}
export interface Answered {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** A process whose review is earned by a single clean text: both versions of its rules are under way at once. */
export const PROCESS = processSchema.parse({
  ...{ id: 'faq', name: 'FAQ answers', applies: { tools: ['chatgpt'] }, risk: 'medium', publishes: false },
  ...{ publicInterest: 'never', review: { mode: 'earned', clean: 1, oneIn: 2 } },
  gate: { mode: 'active', unreviewed: 'hold', reported: 'hold', override: 'reason' },
});
export const VERSIONS = ['v1', 'v2'] as const;
const KEYS: Readonly<Record<string, string>> = {
  v1: '00112233445566778899aabbccddeeff',
  v2: 'ffeeddccbbaa99887766554433221100',
};
const COLLECTOR = 'urn:countersign:collector:33333333-3333-4333-8333-333333333333';

/** A body of more events than this is too large. */
const MOST = 8;
const PAGE = 2;

const commentOf = (event: CountersignEvent): string => {
  const content: object & { comment?: string } = { ...event.data.sealed?.content };
  return content.comment ?? '';
};

/** Appends once by source and id, numbers without gaps, refuses what does not fit, and tells who asks by the token. */
export class ModelCollector {
  readonly log: CountersignEvent[] = [];
  readonly revoked = new Set<string>();
  #known = new Map<string, string>();
  #reports = new Set<string>();

  answer({ method, url, token, body }: Arrived): Answered {
    if (this.revoked.has(token)) return { status: 401, body: { code: 'unauthorised' } };
    if (method === 'GET') return this.#page(url.searchParams.get('after') ?? '');
    const events = JSON.parse(body) as CountersignEvent[];
    if (events.length > MOST) return { status: 413 };
    // As a filter on the way might: the whole request, for one event in it.
    if (events.some((event) => commentOf(event) === 'filtered')) return { status: 400, body: { title: 'Filtered' } };
    return { status: 200, body: { results: events.map((event) => this.#append(event)) } };
  }

  /** The draw, as the real one makes it: by the record that the log has, once for an output and a version, of one that nobody decided on. */
  async draw(subject: string, policyVersion: string, now: number): Promise<void> {
    const stratum = stratumOf(PROCESS.id, TRACE.tool, '');
    const view = standingFrom(this.log, { version: policyVersion }, PROCESS).get(stratum);
    const own = this.log.filter((event) => event.subject === subject);
    const isSettled = own.some(
      ({ type, data: { facts } }) =>
        type === 'countersign.decision.made.v1' ||
        (type === 'countersign.output.drawn.v1' && 'policyVersion' in facts && facts.policyVersion === policyVersion),
    );
    if (!view?.accepts || isSettled) return;
    const { oneIn, clean } = view.plan;
    const { reviewed, defects } = view.standing;
    const outcome = (await isDrawnByKey(KEYS[policyVersion] ?? '', subject, oneIn))
      ? ('ask' as const)
      : ('auto_accept' as const);
    const under = { processId: PROCESS.id, policyVersion, stratum, rule: 'sampled' as const };
    const facts = { ...under, oneIn, clean, reviewed, defects, outcome };
    this.#append(await makeEvent('countersign.output.drawn.v1', COLLECTOR, subject, facts, undefined, new Date(now)));
  }

  #append(event: CountersignEvent) {
    const { id, source } = event;
    const key = eventKey(event);
    const before = this.#known.get(key);
    if (before) return { id, source, outcome: 'duplicate', sequence: before };
    const reportId = reportIdOf(event);
    const making = event.type === 'countersign.report.made.v1';
    const problem = commentOf(event) === 'refused' ? 'invalid_event' : 'unknown_report';
    if (commentOf(event) === 'refused' || (reportId && !making && !this.#reports.has(reportId)))
      return { id, source, outcome: 'refused', problem: { code: problem } };
    if (reportId) this.#reports.add(reportId);
    const sequence = String(this.log.length + 1).padStart(16, '0');
    this.log.push(eventWith(event, { sequence, authid: `who-${source.slice(-2)}` }));
    this.#known.set(key, sequence);
    return { id, source, outcome: 'stored', sequence };
  }

  #page(after: string): Answered {
    const from = Number(after);
    const events = this.log.slice(from, from + PAGE);
    const next = String(from + events.length).padStart(16, '0');
    return { status: 200, body: { events, next, more: from + events.length < this.log.length } };
  }
}

/** Takes batches of CloudEvents; one that it dislikes spoils the batch. */
export class ModelSink {
  readonly got = new Map<string, number>();

  answer({ body }: Arrived): Answered {
    const events = JSON.parse(body) as { id: string; data: { facts: { severity?: string } } }[];
    if (events.some((event) => event.data.facts.severity === 'neutral'))
      return { status: 422, body: { detail: 'no neutral ones' } };
    for (const { id } of events) this.got.set(id, (this.got.get(id) ?? 0) + 1);
    return { status: 204 };
  }
}
