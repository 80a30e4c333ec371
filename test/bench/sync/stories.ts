/**
 * Events as a team makes them: an output is let out with the first report on it, a second report and a decision come a
 * while later, each behind what happened meanwhile.
 */
import { type CountersignEvent, makeEvent } from '../../../lib/domain/events/event.ts';
import { newId } from '../../../lib/domain/ids.ts';
import { hashText } from '../../../lib/domain/output/hash.ts';

const COMMENT = 'The year is wrong: it was 1998, not 1989, and no source says otherwise.';
/** Of so many outputs one is not decided on. */
const OPEN_ONE_IN = 100;
/** By so many outputs is what is said of one behind what was seen meanwhile. */
const BEHIND = 100;

/**
 * The events of four times as many as there are texts, in the order in which they were made. `texts`: answers, each
 * another one, since what two answers share is stored once and costs less.
 */
export async function eventsOf(source: string, texts: readonly string[]): Promise<CountersignEvent[]> {
  const stories: CountersignEvent[][] = [];
  for (const [at, text] of texts.entries())
    stories.push(await storyOf(source, text, at % OPEN_ONE_IN === OPEN_ONE_IN - 1));
  const ranked = stories.flatMap((story, at) =>
    story.map((event, step) => ({ event, rank: at + Math.max(0, step - 1) * BEHIND })),
  );
  return ranked.sort((a, b) => a.rank - b.rank).map(({ event }) => event);
}

/** `open`: instead of a decision there is a third report. */
async function storyOf(source: string, text: string, open: boolean): Promise<CountersignEvent[]> {
  const subject = await hashText(text);
  const at = new Date().toISOString();
  const trace = {
    tool: 'chatgpt',
    toolName: 'ChatGPT',
    pageUrl: 'https://chatgpt.com/c/example',
    citations: [],
    evidence: ['profile:chatgpt'],
    startedAt: at,
    completedAt: at,
    characters: text.length,
  };
  const facts = { outputId: `chatgpt:${subject.slice(-12)}:1`, trace };
  const reportIds = [newId(), newId(), ...(open ? [newId()] : [])];
  const report = (reportId: string) =>
    makeEvent(
      'countersign.report.made.v1',
      source,
      subject,
      { reportId, categories: ['factual'], severity: 'major' },
      { passages: [], comment: COMMENT },
    );
  const decision = { decisionId: newId(), verdict: 'approve' as const, reportIds };
  return [
    await makeEvent('countersign.output.seen.v1', source, subject, facts, { text, prompt: 'Answer the customer.' }),
    ...(await Promise.all(reportIds.map(report))),
    ...(open ? [] : [await makeEvent('countersign.decision.made.v1', source, subject, decision, {})]),
  ];
}
