/** What is recorded of a report and sent: exactly that, by the same steps that will make it. */
import type { CountersignEvent } from '../../domain/events/event.ts';
import { compareEvents } from '../../domain/fold/order.ts';
import { Refused } from '../../messages/receive.ts';
import type { Preview } from '../../messages/to-background/compose.ts';
import { ownSource } from '../../settings/installation.ts';
import { outputByHash, target } from '../../store/ask/queries.ts';
import { eventsOf } from '../../store/write/refold.ts';
import { masked } from '../spine/masked.ts';
import type { TypedWords } from './reports.ts';
import { ownReport, written } from './reports.ts';
import type { Task } from './tickets.ts';

/**
 * The events of a task as they stand, or with what is typed saved (`words`). Of what is known already only that which
 * belongs to it: the output, where nobody has it yet, and the report.
 */
export async function reportPreviewOf(task: Task, words: TypedWords | undefined): Promise<Preview> {
  const row = await target();
  const team = row ? { team: row.team } : {};
  if (!('reportId' in task)) {
    const output = await outputByHash(task.hash);
    if (!output) throw new Refused('not_found');
    const type = 'countersign.report.made.v1';
    const content = await masked(type, output.hash, { passages: task.passages });
    const planned = { type, facts: { categories: task.categories }, content };
    return { ...team, events: [...(await ownEvents(task.hash)).filter(isSeen).filter(isUnsent).map(shown), planned] };
  }
  const { output, report } = await ownReport(task.reportId, { kind: 'compose' });
  const events = (await ownEvents(output.hash)).filter((event) => isSeen(event) || isOf(event, task.reportId));
  if (!words) return { ...team, events: events.map(shown) };
  const { reportId, categories, severity } = report;
  const type = 'countersign.report.amended.v1';
  const content = await masked(type, output.hash, written(report, words));
  const planned = { type, facts: { reportId, categories, severity }, content };
  return { ...team, events: [...events.filter(isUnsent).map(shown), planned] };
}

/** The events of a subject that this installation made, in order. */
async function ownEvents(hash: string): Promise<CountersignEvent[]> {
  const source = await ownSource();
  return (await eventsOf(hash)).filter((event) => event.source === source).sort(compareEvents);
}

const isSeen = ({ type }: CountersignEvent): boolean => type === 'countersign.output.seen.v1';
const isUnsent = ({ sequence }: CountersignEvent): boolean => !sequence;
const isOf = ({ data: { facts } }: CountersignEvent, reportId: string): boolean =>
  'reportId' in facts && facts.reportId === reportId;

const shown = ({ type, data }: CountersignEvent): Preview['events'][number] => ({
  type,
  facts: data.facts,
  ...(data.sealed ? { content: data.sealed.content } : {}),
});
