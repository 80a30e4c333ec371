/** A collector and a CloudEvents endpoint that keep to their contracts, in memory. */
import { type CountersignEvent, eventKey, eventWith } from '../../../../lib/domain/events/event.ts';
import { reportIdOf } from '../../../../lib/domain/report/of-event.ts';

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
