/** OpenTelemetry logs over OTLP/HTTP in JSON: reports and decisions as `gen_ai.evaluation.result`, the rest by name. */
import * as z from 'zod';
import type { Verdict } from '../../domain/codes.ts';
import { SEVERITY_WEIGHT } from '../../domain/codes.ts';
import type { CountersignEvent } from '../../domain/events/event.ts';
import { EVERYTHING } from '../../domain/events/filter.ts';
import { knownTraceOf, modelProviderOf, traceIds } from '../about.ts';
import { FIELDS } from '../fields.ts';
import { type Attributes, keyValues } from '../otlp.ts';
import { type Answer, defineTarget, type Outcome, type Outgoing, type Request, type World } from '../target.ts';
import { addressProblem, bearerHeader, below, judgeStatus, tryOut } from '../wire.ts';

const settingsSchema = z.lazy(() =>
  z.object({ address: FIELDS.address(), bearer: FIELDS.bearer(), words: FIELDS.words() }),
);
type Settings = z.infer<typeof settingsSchema>;

const RESULT = 'gen_ai.evaluation.result';
/** OpenTelemetry's severity numbers. */
const INFO = 9;
const WARN = 13;
const ERROR = 17;
const LEVELS: Record<number, string> = { [INFO]: 'INFO', [WARN]: 'WARN', [ERROR]: 'ERROR' };

/** 1: may be used, 0: may not as it is. An escalation says neither. */
const SCORES: Partial<Record<Verdict, number>> = { approve: 1, approve_with_notes: 1, modify: 0, block: 0 };

interface Said {
  eventName: string;
  level: number;
  attributes: Attributes;
}

interface Judged {
  name: string;
  label: string;
  score?: number | undefined;
  explanation?: string | undefined;
  /** The judgement's own id: a later one with the same id takes its place. */
  identifier: string;
  event: CountersignEvent;
}

/** A judgement by the GenAI conventions; who judged, which these leave open, by OpenInference's annotation fields. */
function result(level: number, { name, label, score, explanation, identifier, event }: Judged): Said {
  const { source, authid } = event;
  const annotation = 'annotations.0.annotation';
  return {
    eventName: RESULT,
    level,
    attributes: {
      'gen_ai.evaluation.name': name,
      'gen_ai.evaluation.score.label': label,
      'gen_ai.evaluation.score.value': score,
      'gen_ai.evaluation.explanation': explanation,
      [`${annotation}.name`]: name,
      [`${annotation}.label`]: label,
      [`${annotation}.score`]: score,
      [`${annotation}.explanation`]: explanation,
      [`${annotation}.annotator_kind`]: 'HUMAN',
      [`${annotation}.identifier`]: identifier,
      [`${annotation}.metadata`]: JSON.stringify({ annotator: authid ?? source, installation: source }),
    },
  };
}

function said(event: CountersignEvent, words: boolean): Said {
  switch (event.type) {
    case 'countersign.report.made.v1':
    case 'countersign.report.amended.v1': {
      const { reportId, categories, severity } = event.data.facts;
      const level = severity === 'critical' ? ERROR : severity === 'major' ? WARN : INFO;
      const explanation = words ? event.data.sealed?.content.comment : undefined;
      // Penalty points of MQM as the score: 0, 1, 5, 25.
      const score = SEVERITY_WEIGHT[severity];
      const name = 'countersign.report';
      const judged = result(level, { name, label: severity, score, explanation, identifier: reportId, event });
      return { ...judged, attributes: { ...judged.attributes, 'countersign.categories': categories } };
    }
    case 'countersign.decision.made.v1': {
      const { decisionId, verdict, reportIds } = event.data.facts;
      const explanation = words ? event.data.sealed?.content.note : undefined;
      const level = verdict === 'block' || verdict === 'escalate' ? WARN : INFO;
      const name = 'countersign.decision';
      const score = SCORES[verdict];
      const judged = result(level, { name, label: verdict, score, explanation, identifier: decisionId, event });
      return { ...judged, attributes: { ...judged.attributes, 'countersign.report.ids': reportIds } };
    }
    case 'countersign.decision.withdrawn.v1': {
      // Takes the place of the judgement that it takes back.
      const { decisionId } = event.data.facts;
      return result(INFO, { name: 'countersign.decision', label: 'withdrawn', identifier: decisionId, event });
    }
    default:
      return { eventName: event.type.replace(/\.v\d+$/, ''), level: INFO, attributes: factsOf(event, words) };
  }
}

function factsOf(event: CountersignEvent, words: boolean): Attributes {
  if (event.type === 'countersign.output.seen.v1') {
    const text = words ? event.data.sealed?.content.text : undefined;
    const message = text && [{ role: 'assistant', parts: [{ type: 'text', content: text }], finish_reason: 'stop' }];
    return { 'gen_ai.output.messages': message || undefined };
  }
  const facts: Attributes & object = { ...event.data.facts };
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [`countersign.${name}`, value]));
}

/** What the GenAI conventions say of the answer that was judged. */
function contextOf(item: Outgoing): Attributes {
  const { trace, outputId } = knownTraceOf(item);
  return {
    'gen_ai.operation.name': trace && 'chat',
    'gen_ai.provider.name': trace && modelProviderOf(trace),
    'gen_ai.response.model': trace?.model,
    'gen_ai.response.id': trace?.messageId ?? outputId,
    'gen_ai.conversation.id': trace?.conversationId,
    'url.full': trace?.pageUrl,
    'countersign.tool': trace?.tool,
    'countersign.output.hash': item.event.subject,
  };
}

async function recordOf(item: Outgoing, words: boolean, now: number) {
  const { event } = item;
  const { eventName, level, attributes } = said(event, words);
  return {
    timeUnixNano: `${Date.parse(event.time)}000000`,
    observedTimeUnixNano: `${now}000000`,
    severityNumber: level,
    severityText: LEVELS[level],
    eventName,
    ...(await traceIds(item)),
    // `log.record.uid` is the same on every try; `event.name` is where older receivers look.
    attributes: keyValues({
      'log.record.uid': event.id,
      'event.name': eventName,
      'countersign.event.type': event.type,
      'countersign.source': event.source,
      'enduser.id': event.authid,
      ...contextOf(item),
      ...attributes,
    }),
  };
}

/** An address given for another signal is the same receiver's: `…/v1/traces` takes its logs at `…/v1/logs`. */
const withoutSignal = (address: string): string =>
  address.replace(/^([^?#]*\/v1)\/(?:traces|metrics|profiles)\/*(?=[?#]|$)/, '$1');

function post({ address, bearer: token }: Settings, logRecords: readonly object[]): Request {
  const resource = { attributes: keyValues({ 'service.name': 'countersign' }) };
  const scopeLogs = [{ scope: { name: 'countersign' }, logRecords }];
  return {
    method: 'POST',
    url: below(withoutSignal(address), '/v1/logs'),
    headers: { ...bearerHeader(token), 'content-type': 'application/json' },
    body: JSON.stringify({ resourceLogs: logRecords.length > 0 ? [{ resource, scopeLogs }] : [] }),
  };
}

const requests = async (items: readonly Outgoing[], settings: Settings, world: World): Promise<Request[]> => {
  const now = world.now();
  return [post(settings, await Promise.all(items.map((item) => recordOf(item, settings.words, now))))];
};

const partial = z.lazy(() =>
  z.object({
    partialSuccess: z.object({ rejectedLogRecords: z.coerce.number(), errorMessage: z.string().optional() }).optional(),
  }),
);

/** A receiver may take some records and not say which: then they are sent again in halves, with the same ids. */
function judge(answer: Answer): Outcome {
  const outcome = judgeStatus(answer);
  if (outcome.kind !== 'accepted' || answer.kind !== 'answer') return outcome;
  const { data } = partial.safeParse(answer.body);
  const { rejectedLogRecords = 0, errorMessage } = data?.partialSuccess ?? {};
  return rejectedLogRecords > 0 ? { kind: 'rejected', reason: errorMessage ?? 'partial_success' } : outcome;
}

const problem = ({ address }: Settings) => addressProblem(address);

export const opentelemetry = defineTarget<Settings>({
  id: 'opentelemetry',
  name: 'OpenTelemetry',
  settings: settingsSchema,
  filter: EVERYTHING,
  history: true,
  batch: () => ({ events: 100, bytes: 1_000_000 }),
  address: ({ address }) => address,
  problem,
  requests,
  judge,
  test: (settings, world) => tryOut(post(settings, []), world, judge),
});
