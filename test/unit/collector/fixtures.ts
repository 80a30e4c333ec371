/** Events, tokens and requests as the tests of the collector need them. */
import { randomUUID } from 'node:crypto';
import type { SqlDatabase } from '../../../collector/database/database.ts';
import { createApp } from '../../../collector/http/app.ts';
import type { App } from '../../../collector/http/parts.ts';
import { createLog } from '../../../collector/logger.ts';
import { createToken } from '../../../collector/people/tokens.ts';
import type { Role } from '../../../lib/domain/codes.ts';
import { type ContentOf, type CountersignEvent, type FactsOf, makeEvent } from '../../../lib/domain/events/event.ts';
import { installationSource, newId } from '../../../lib/domain/ids.ts';
import { hashText } from '../../../lib/domain/output/hash.ts';

export const newSource = (): string => installationSource(randomUUID());
export const newTeam = (): string => `team-${randomUUID()}`;
/** The text that most events are about, and its address. */
export const TEXT = 'The capital is Rome.';
export const SUBJECT = await hashText(TEXT);

type ReportContent = ContentOf<'countersign.report.made.v1'>;
const FACTS = { categories: ['factual' as const], severity: 'major' as const };

export const reportMade = (source: string, comment = 'Wrong year', reportId = newId(), at?: Date) =>
  makeEvent('countersign.report.made.v1', source, SUBJECT, { reportId, ...FACTS }, content(comment), at);

export const reportAmended = (source: string, reportId: string, subject = SUBJECT) =>
  makeEvent('countersign.report.amended.v1', source, subject, { reportId, ...FACTS }, content('amended'));

export const reportWithdrawn = (source: string, reportId: string) =>
  makeEvent('countersign.report.withdrawn.v1', source, SUBJECT, { reportId, undone: false });

export const decisionMade = (
  source: string,
  verdict: FactsOf<'countersign.decision.made.v1'>['verdict'] = 'approve',
  said: ContentOf<'countersign.decision.made.v1'> = {},
) => makeEvent('countersign.decision.made.v1', source, SUBJECT, { decisionId: newId(), verdict, reportIds: [] }, said);

export const decisionWithdrawn = (source: string, { data: { facts } }: CountersignEvent, subject = SUBJECT) => {
  if (!('decisionId' in facts)) throw new Error('no decision');
  return makeEvent('countersign.decision.withdrawn.v1', source, subject, { decisionId: facts.decisionId });
};

/** An output of a text; `subject`: where it says that it is another's. */
export const outputSeen = async (source: string, text: string, subject?: string) => {
  const at = '2026-01-01T00:00:00.000Z';
  const trace = { tool: 'chatgpt', toolName: 'ChatGPT', pageUrl: 'https://example.com/', citations: [], evidence: [] };
  const facts = { outputId: 'chatgpt:c:m', trace: { ...trace, startedAt: at, completedAt: at, characters: 1 } };
  return makeEvent('countersign.output.seen.v1', source, subject ?? (await hashText(text)), facts, { text });
};

/** A browser's word that a profile no longer reads a site. */
export const siteDegraded = (source: string, origin: string) => {
  const facts = { tool: 'desk', toolName: 'Desk', version: '0123456789ab', reason: 'nothingFound' as const };
  return makeEvent('countersign.detection.degraded.v1', source, origin, facts);
};

/** A browser's look at a source that an output cites. */
export const citationChecked = (source: string) => {
  const facts = { url: 'https://example.com/report', reach: 'reached', claim: 'exact', by: 'person' } as const;
  return makeEvent('countersign.citation.checked.v1', source, SUBJECT, facts);
};

const content = (comment: string): ReportContent => ({ passages: [], comment });

export const reportIdOf = (event: CountersignEvent): string => {
  if (!('reportId' in event.data.facts)) throw new Error(`${event.type} has no report`);
  return event.data.facts.reportId;
};

export const quietLog = createLog(() => undefined);

export const appOf = (database: SqlDatabase): App => createApp({ database, log: quietLog, version: '0.0.0-test' });

export interface Answer {
  status: number;
  headers: Headers;
  body: {
    results: {
      id: string;
      source: string;
      outcome: string;
      sequence?: string;
      problem?: { code: string; detail: string };
    }[];
    events: CountersignEvent[];
    next: string;
    more: boolean;
    code: string;
  };
}

/** A client of one token, in-process. */
export interface Client {
  tokenId: string;
  token: string;
  push(events: readonly unknown[], type?: string): Promise<Answer>;
  pull(query?: string): Promise<Answer>;
}

/** Makes a token in a team and a client that uses it. */
export async function clientOf(
  app: App,
  database: SqlDatabase,
  team: string,
  role: Role,
  subject = role as string,
): Promise<Client> {
  const { token, tokenId } = await createToken(database, { team, subject, role });
  const call = async (path: string, init: RequestInit): Promise<Answer> => {
    const headers = { ...init.headers, authorization: `Bearer ${token}` };
    const response = await app.request(path, { ...init, headers });
    return { status: response.status, headers: response.headers, body: await response.json() };
  };
  return {
    tokenId,
    token,
    push: (events, type = 'application/cloudevents-batch+json') =>
      call('/v1/events', { method: 'POST', headers: { 'content-type': type }, body: JSON.stringify(events) }),
    pull: (query = '') => call(`/v1/events${query}`, {}),
  };
}

export const outcomes = ({ body }: Answer): string[] =>
  body.results.map(({ outcome, problem }) => (problem ? `${outcome}:${problem.code}` : outcome));

export const sequence = (number: number): string => String(number).padStart(16, '0');
