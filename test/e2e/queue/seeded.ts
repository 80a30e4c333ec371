/** A queue as a team's log would have filled it: events, and the rows that the store folds from them. */
import type { Page } from 'playwright';
import { CATEGORIES, type Category, SEVERITIES, type Severity } from '../../../lib/domain/codes.ts';
import { type CountersignEvent, eventKey, eventWith, makeEvent } from '../../../lib/domain/events/event.ts';
import { foldOutput } from '../../../lib/domain/fold/output.ts';
import { addressOf } from '../../../lib/domain/output/address.ts';
import { countedRowOf } from '../../../lib/store/rows/counted.ts';
import { rowOf } from '../../../lib/store/rows/output.ts';
import { unsearchedOf } from '../../../lib/store/rows/search.ts';

const source = (n: number) => `urn:countersign:installation:${String(n).padStart(8, '0')}-1111-4111-8111-111111111111`;
const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const TOOLS = [
  ['chatgpt', 'ChatGPT', 'gpt-5'],
  ['copilot', 'Copilot', undefined],
  ['claude', 'Claude', 'opus'],
] as const;
const FROM = Date.parse('2026-11-20T08:00:00.000Z');

const MONTH_MS = (365 * 86_400_000) / 12;

interface SeededOutput {
  text: string;
  /** How many months ago. */
  monthsAgo?: number;
  /** What was decided of it, an hour after. */
  verdict?: 'approve' | 'block';
  /** `by`: the installation of whoever reports; somebody else for each where it is not named. */
  reports?: { category?: Category; severity?: Severity; comment?: string; by?: string }[];
}

/** What the nth of many says. */
export const numbered = (n: number): SeededOutput => ({
  text: `Answer ${n}: returns are accepted within ${14 + (n % 30)} days of delivery, against the receipt.`,
  reports: [
    {
      category: CATEGORIES[n % (CATEGORIES.length - 1)] ?? 'factual',
      severity: SEVERITIES[1 + (n % (SEVERITIES.length - 1))] ?? 'major',
      comment: `Comment ${n}: the period is another one.`,
    },
  ],
});

/** The events of an output: it was seen, and reported by so many people. */
export async function eventsOf(
  { text, reports = [{}], monthsAgo = 0, verdict }: SeededOutput,
  n: number,
): Promise<CountersignEvent[]> {
  const subject = addressOf({ text });
  const [tool, toolName, model] = TOOLS[n % TOOLS.length] ?? TOOLS[0];
  const at = (second: number) => new Date(FROM + n * 60_000 + second * 1000 - monthsAgo * MONTH_MS);
  const [startedAt, completedAt] = [at(0).toISOString(), at(1).toISOString()];
  const trace = {
    ...{ tool, toolName, pageUrl: `https://example.com/c/${n}`, citations: [], evidence: [] },
    ...{ startedAt, completedAt, characters: text.length, ...(model ? { model } : {}) },
  };
  const facts = { outputId: `${tool}:${n}:1`, trace };
  const made = reports.map(({ category = 'factual', severity = 'major', comment, by }, each) =>
    makeEvent(
      'countersign.report.made.v1',
      by ?? source(each + 1),
      subject,
      { reportId: uuid(n * 100 + each), categories: [category], severity },
      { passages: [], ...(comment ? { comment } : {}) },
      at(2 + each),
    ),
  );
  const decided = { decisionId: uuid(n * 100 + 99), verdict: verdict ?? 'approve', reportIds: [uuid(n * 100)] };
  const note = { note: 'Looked up.' };
  return Promise.all([
    makeEvent('countersign.output.seen.v1', source(1), subject, facts, { text }, at(1)),
    ...made,
    ...(verdict ? [makeEvent('countersign.decision.made.v1', source(99), subject, decided, note, at(3_600))] : []),
  ]);
}

/** Puts them into the browser's database by hand; the panel is loaded anew, which reads them. */
export async function seedQueue(panel: Page, outputs: readonly SeededOutput[]): Promise<void> {
  const rows = { events: [] as object[], contents: [] as object[], outputs: [] as object[] };
  const [unsearched, counted]: [object[], object[]] = [[], []];
  for (const [n, output] of outputs.entries()) {
    const events = await eventsOf(output, n);
    const folded = foldOutput(events);
    if (!folded) throw new Error('a seeded output folds');
    const row = rowOf(folded);
    rows.outputs.push(row);
    counted.push(...[countedRowOf(row) ?? []].flat());
    unsearched.push(unsearchedOf(folded));
    for (const event of events) {
      const { sealed, ...data }: { sealed?: object | undefined } = event.data;
      const [key, { subject }] = [eventKey(event), event];
      rows.events.push({ key, subject, event: eventWith(event, {}, data) });
      rows.contents.push({ key, subject, ...sealed });
    }
  }
  await panel.evaluate(putRows, { ...rows, unsearched, counted });
  await panel.reload();
}

/** Runs in the panel. */
async function putRows(rows: Record<string, object[]>): Promise<void> {
  const open = indexedDB.open('countersign');
  await new Promise((resolve) => {
    open.onsuccess = resolve;
  });
  const writing = open.result.transaction(Object.keys(rows), 'readwrite');
  for (const [store, each] of Object.entries(rows)) for (const row of each) writing.objectStore(store).put(row);
  await new Promise((resolve, reject) => {
    writing.oncomplete = resolve;
    writing.onerror = reject;
  });
  open.result.close();
}
