/** Made-up records to try things with: outputs, reports of several people, decisions. */
import { randomInt, randomUUID } from 'node:crypto';
import type { Role, VERDICTS } from '../../lib/domain/codes.ts';
import { CATEGORIES, SEVERITIES } from '../../lib/domain/codes.ts';
import { missingFor } from '../../lib/domain/decision/decision.ts';
import { type CountersignEvent, makeEvent } from '../../lib/domain/events/event.ts';
import { installationSource, newId } from '../../lib/domain/ids.ts';
import { hashText } from '../../lib/domain/output/hash.ts';
import type { SqlDatabase } from '../database/database.ts';
import { appendEvents } from '../ledger/events.ts';

const PEOPLE = ['ada', 'bruno', 'chiara', 'dario', 'elena'].map((name) => ({
  subject: `${name}@example.com`,
  source: installationSource(randomUUID()),
}));
const LEAD = { subject: 'lead@example.com', source: installationSource(randomUUID()) };
const TOOLS = [
  { tool: 'chatgpt', toolName: 'ChatGPT', model: 'gpt-5', pageUrl: 'https://chatgpt.com/c/example' },
  { tool: 'claude', toolName: 'Claude', model: 'claude-opus', pageUrl: 'https://claude.ai/chat/example' },
  { tool: 'gemini', toolName: 'Gemini', model: 'gemini-pro', pageUrl: 'https://gemini.google.com/app/example' },
];
const SENTENCES = [
  'The warranty covers parts and labour for two years from the date of purchase.',
  'Returns are accepted within fourteen days, in the original packaging.',
  'The quarterly figures show growth of four per cent over the year before.',
  'Customers in Switzerland pay customs duty on delivery.',
  'The update needs a restart, which takes about three minutes.',
  'Refunds reach the account within ten working days.',
];
const REMARKS = [
  'The year is wrong.',
  'No source says this.',
  'This was true until last spring.',
  'Too long for the customer.',
];
const VERDICTS_GIVEN: readonly (typeof VERDICTS)[number][] = ['approve', 'approve_with_notes', 'modify', 'block'];
const DAYS = 90;

const pick = <T>(of: readonly T[]): T => of[randomInt(of.length)] as T;

/** Writes `outputs` outputs with what was said of them into a team's log. Answers with how many events that are. */
export async function seed(database: SqlDatabase, team: string, outputs: number, progress: (events: number) => void) {
  let events = 0;
  for (let at = 0; at < outputs; at++) {
    const when = new Date(Date.now() - Math.floor((1 - at / outputs) * DAYS * 86_400_000));
    for (const [who, role, event] of await storyOf(when)) {
      const caller = { team, subject: who.subject, role, tokenId: 'seed' };
      const { results } = await appendEvents(database, caller, [event], new Date());
      const [result] = results;
      if (result?.outcome !== 'stored') throw new Error(`A made-up event was ${result?.problem?.code}`);
      events++;
    }
    progress(events);
  }
  return events;
}

type Person = (typeof PEOPLE)[number];
type Step = [who: Person, role: Role, event: CountersignEvent];

async function storyOf(when: Date): Promise<Step[]> {
  const sentences = Array.from({ length: randomInt(2, 6) }, () => pick(SENTENCES)).join(' ');
  const text = `${sentences} (Reference ${randomUUID()}.)`;
  const subject = await hashText(text);
  const finder = pick(PEOPLE);
  const steps: Step[] = [[finder, 'reporter', await seen(finder.source, subject, text, when)]];
  const reportIds: string[] = [];
  for (let report = randomInt(0, 3); report > 0; report--) {
    const who = pick(PEOPLE);
    const reportId = newId();
    reportIds.push(reportId);
    const facts = { reportId, categories: [pick(CATEGORIES)], severity: pick(SEVERITIES) };
    const said = { passages: [], comment: pick(REMARKS) };
    steps.push([
      who,
      'reporter',
      await makeEvent('countersign.report.made.v1', who.source, subject, facts, said, when),
    ]);
  }
  if (reportIds.length > 0 && randomInt(3) > 0)
    steps.push([LEAD, 'reviewer', await decision(subject, reportIds, when)]);
  return steps;
}

function seen(source: string, subject: string, text: string, when: Date): Promise<CountersignEvent> {
  const at = when.toISOString();
  const conversationId = randomUUID();
  const trace = {
    ...pick(TOOLS),
    conversationId,
    citations: [],
    evidence: ['profile:example'],
    startedAt: at,
    completedAt: at,
    characters: text.length,
  };
  const facts = { outputId: `${trace.tool}:${conversationId}:1`, trace };
  return makeEvent(
    'countersign.output.seen.v1',
    source,
    subject,
    facts,
    { text, prompt: 'Answer the customer.' },
    when,
  );
}

function decision(subject: string, reportIds: string[], when: Date): Promise<CountersignEvent> {
  const verdict = pick(VERDICTS_GIVEN);
  const missing = missingFor(verdict, {});
  const said = missing ? { [missing]: missing === 'note' ? pick(REMARKS) : pick(SENTENCES) } : {};
  const facts = { decisionId: newId(), verdict, reportIds };
  return makeEvent('countersign.decision.made.v1', LEAD.source, subject, facts, said, when);
}
