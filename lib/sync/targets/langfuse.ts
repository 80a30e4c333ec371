/** Langfuse: reports and decisions as scores. The public key alone may write scores, so no secret is held here. */
import * as z from 'zod';
import type { CountersignEvent } from '../../domain/events/event.ts';
import { knownTraceOf, traceIds } from '../about.ts';
import { FIELDS } from '../fields.ts';
import { defineTarget, type Outcome, type Outgoing, type Request, type World } from '../target.ts';
import { addressProblem, bearerHeader, below, judgeStatus, tryOut } from '../wire.ts';

const settingsSchema = z.lazy(() =>
  z.object({
    address: FIELDS.address(),
    publicKey: FIELDS.publicKey(),
    environment: FIELDS.environment(),
    words: FIELDS.words(),
  }),
);
type Settings = z.infer<typeof settingsSchema>;

/** A score as `POST /api/public/scores` takes it. `id` is an upsert key: the same report always writes the same. */
export interface Score {
  id: string;
  traceId: string;
  name: string;
  value: string;
  dataType: 'CATEGORICAL' | 'CORRECTION';
  comment?: string;
  metadata?: Record<string, unknown>;
  environment?: string;
}
type Said = Pick<Score, 'id' | 'name' | 'value' | 'dataType' | 'comment'>;

/** Names of scores hold 35 characters at most. */
const SEVERITY = 'countersign_severity';
const CATEGORY = 'countersign_category';
const DECISION = 'countersign_decision';

const categorical = (id: string, name: string, value: string, comment?: string): Said => ({
  id,
  name,
  value,
  dataType: 'CATEGORICAL',
  ...(comment ? { comment } : {}),
});

/** A corrected text: Langfuse shows it beside the output. */
const correction = (id: string, text: string | undefined): Said[] =>
  text ? [{ id: `${id}-correction`, name: 'output', value: text, dataType: 'CORRECTION' }] : [];

function saidBy(event: CountersignEvent, words: boolean): Said[] {
  switch (event.type) {
    case 'countersign.report.made.v1':
    case 'countersign.report.amended.v1': {
      const { reportId, categories, severity } = event.data.facts;
      const content = words ? event.data.sealed?.content : undefined;
      return [
        categorical(`${reportId}-severity`, SEVERITY, severity, content?.comment),
        categorical(`${reportId}-category`, CATEGORY, categories[0] ?? 'other'),
        ...correction(reportId, content?.correction),
      ];
    }
    case 'countersign.report.withdrawn.v1': {
      // Deleting takes the secret key, which we do not have: the score says that it no longer holds.
      const { reportId } = event.data.facts;
      return [
        categorical(`${reportId}-severity`, SEVERITY, 'withdrawn'),
        categorical(`${reportId}-category`, CATEGORY, 'withdrawn'),
      ];
    }
    case 'countersign.decision.made.v1': {
      const { decisionId, verdict } = event.data.facts;
      const content = words ? event.data.sealed?.content : undefined;
      return [
        categorical(decisionId, DECISION, verdict, content?.note),
        ...correction(decisionId, content?.correctedText),
      ];
    }
    case 'countersign.decision.withdrawn.v1':
      return [categorical(event.data.facts.decisionId, DECISION, 'withdrawn')];
    default:
      return [];
  }
}

/** What helps to find the answer again; facts only. */
function metadataOf(item: Outgoing): Record<string, unknown> {
  const { event } = item;
  const { trace, outputId } = knownTraceOf(item);
  const facts: { categories?: string[] } & object = { ...event.data.facts };
  return {
    eventId: event.id,
    source: event.source,
    outputHash: event.subject,
    at: event.time,
    ...(event.authid ? { author: event.authid } : {}),
    ...(facts.categories ? { categories: facts.categories } : {}),
    ...(outputId ? { outputId } : {}),
    ...(trace ? { tool: trace.tool, pageUrl: trace.pageUrl, ...(trace.model ? { model: trace.model } : {}) } : {}),
  };
}

const post = ({ address, publicKey }: Settings, score: object): Request => ({
  method: 'POST',
  url: below(address, '/api/public/scores'),
  headers: { ...bearerHeader(publicKey), 'content-type': 'application/json' },
  body: JSON.stringify(score),
});

async function requests(items: readonly Outgoing[], settings: Settings): Promise<Request[]> {
  const { environment, words } = settings;
  const each = items.map(async (item) => {
    const { traceId } = await traceIds(item);
    const metadata = metadataOf(item);
    return saidBy(item.event, words).map((said): Score => {
      const about = { traceId, metadata, ...(environment ? { environment } : {}) };
      return { ...said, ...about };
    });
  });
  return (await Promise.all(each)).flat().map((score) => post(settings, score));
}

/** Langfuse checks the key first: an empty score is refused as such, and nothing is stored. */
async function test(settings: Settings, world: World) {
  const wrong = problem(settings);
  if (wrong) return { ok: false, problem: wrong } as const;
  return tryOut(post(settings, {}), world, (answer): Outcome => {
    const understood = answer.kind === 'answer' && answer.status === 400 && answer.body !== undefined;
    if (understood) return { kind: 'accepted' };
    const outcome = judgeStatus(answer);
    return outcome.kind === 'accepted' ? { kind: 'retry', problem: 'not_understood' } : outcome;
  });
}

const problem = ({ address, publicKey }: Settings) =>
  addressProblem(address) ?? (publicKey.startsWith('pk-') ? undefined : 'not_a_public_key');

export const langfuse = defineTarget<Settings>({
  id: 'langfuse',
  name: 'Langfuse',
  settings: settingsSchema,
  filter: {
    from: 'own',
    types: [
      'countersign.report.made.v1',
      'countersign.report.amended.v1',
      'countersign.report.withdrawn.v1',
      'countersign.decision.made.v1',
      'countersign.decision.withdrawn.v1',
    ],
    severity: 'neutral',
  },
  history: true,
  batch: () => ({ events: 1, bytes: 1_000_000 }),
  address: ({ address }) => address,
  problem,
  requests,
  judge: (answer) => judgeStatus(answer),
  test,
});
