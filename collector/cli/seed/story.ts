/** What people say of one made-up answer, and when: some find faults in it within a day, a lead decides within two. */
import { randomInt, randomUUID } from 'node:crypto';
import type { Role, VERDICTS } from '../../../lib/domain/codes.ts';
import { CATEGORIES, SEVERITIES } from '../../../lib/domain/codes.ts';
import { missingFor } from '../../../lib/domain/decision/decision.ts';
import { type CountersignEvent, makeEvent } from '../../../lib/domain/events/event.ts';
import { installationSource, newId } from '../../../lib/domain/ids.ts';
import { hashText } from '../../../lib/domain/output/hash.ts';

export const PEOPLE = ['ada', 'bruno', 'chiara', 'dario', 'elena'].map((name) => ({
  subject: `${name}@example.com`,
  source: installationSource(randomUUID()),
}));
const LEAD = { subject: 'lead@example.com', source: installationSource(randomUUID()) };
export const TOOLS = [
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
const pick = <T>(of: readonly T[]): T => of[randomInt(of.length)] as T;

/** Most are let go, as they are or with a note; one in twenty goes to somebody else first. */
const VERDICTS_GIVEN: readonly (typeof VERDICTS)[number][] = [
  ...(['approve', 'approve', 'approve', 'approve', 'approve', 'approve', 'approve'] as const),
  ...(['approve_with_notes', 'approve_with_notes', 'approve_with_notes', 'approve_with_notes'] as const),
  ...(['modify', 'modify', 'modify', 'modify', 'modify', 'block', 'block', 'block', 'escalate'] as const),
];
/** The first of 100 answers had a fault this often, and the last that often: what a team does about it shows in its figures. */
const FAULTS = { atFirst: 55, atLast: 30 };
const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;

/** One thing that somebody did, and when. */
export interface Step {
  who: (typeof PEOPLE)[number];
  role: Role;
  event: CountersignEvent;
}

/** What happens to one answer from `when` on; `progress`: how much of the time was over by then, 0 to 1. */
export async function storyOf(when: Date, progress: number): Promise<Step[]> {
  const sentences = Array.from({ length: randomInt(2, 6) }, () => pick(SENTENCES)).join(' ');
  const text = `${sentences} (Reference ${randomUUID()}.)`;
  const subject = await hashText(text);
  const finder = pick(PEOPLE);
  const steps: Step[] = [{ who: finder, role: 'reporter', event: await seen(finder.source, subject, text, when) }];
  const faulty = randomInt(100) < FAULTS.atFirst + (FAULTS.atLast - FAULTS.atFirst) * progress;
  const reportIds: string[] = [];
  let last = when;
  for (let report = faulty ? randomInt(1, 3) : 0; report > 0; report--) {
    const who = pick(PEOPLE);
    const at = later(when, 5, DAY_MINUTES);
    last = at > last ? at : last;
    const reportId = newId();
    reportIds.push(reportId);
    steps.push({ who, role: 'reporter', event: await reported(who.source, subject, reportId, at) });
  }
  // What came last is still open, as at any desk.
  if (reportIds.length > 0)
    steps.push({
      who: LEAD,
      role: 'reviewer',
      event: await decision(subject, reportIds, later(last, 20, 2 * DAY_MINUTES)),
    });
  return steps;
}

const later = (than: Date, least: number, most: number): Date =>
  new Date(than.getTime() + Math.floor(least * (most / least) ** Math.random()) * MINUTE);

/** Few faults are grave. */
const graveness = () => SEVERITIES[Math.min(randomInt(SEVERITIES.length), randomInt(SEVERITIES.length))] ?? 'minor';

function reported(source: string, subject: string, reportId: string, at: Date): Promise<CountersignEvent> {
  const facts = { reportId, categories: [pick(CATEGORIES)], severity: graveness() };
  return makeEvent('countersign.report.made.v1', source, subject, facts, { passages: [], comment: pick(REMARKS) }, at);
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
