/**
 * What lies on this person's desk and is nobody else's: drafts, and which answers were heard. A database of its own, since none of it is a record: it
 * is no event, is never sent, and may go without loss of anything that was said.
 */
import Dexie, { liveQuery, type Table } from 'dexie';
import { answerOf } from '../domain/report/fate.ts';
import type { Report } from '../domain/report/report.ts';
import { ownReports } from './ask/queries.ts';

/** What was typed on a report and not saved. */
export interface Draft {
  /** `reportId field`. */
  key: string;
  reportId: string;
  field: 'comment' | 'correction';
  text: string;
  /** One for each passage of the report, in order; empty where nothing was typed. */
  notes: string[];
  savedAt: string;
}

/** A form of the panel that was filled in and not sent. */
interface FormDraft {
  /** What it is about: `decision <hash>`, `report <reportId>`; see `formKey`. */
  key: string;
  /** What stands in its fields, as JSON; only the form knows what that means. */
  typed: string;
  savedAt: string;
}

/** That the person has heard of an answer to a report. */
interface Heard {
  reportId: string;
  /** Which answer (`answerOf`): a later one is news again. */
  answer: string;
}

/** The first release's stores. */
export const DESK_STORES_V1 = { drafts: 'key, reportId, savedAt', heard: 'reportId' };

/** Version 2: forms of the panel are drafts too. */
export const DESK_STORES_V2 = { forms: 'key, savedAt' };

/** Drafts that nobody went on with for so long are thrown away. */
const KEPT_MS = 90 * 24 * 60 * 60_000;

export class Desk extends Dexie {
  declare drafts: Table<Draft, string>;
  declare heard: Table<Heard, string>;
  declare forms: Table<FormDraft, string>;

  constructor(name = 'countersign-desk') {
    super(name);
    this.version(1).stores(DESK_STORES_V1);
    this.version(2).stores(DESK_STORES_V2);
  }
}

export const desk = new Desk();

const keyOf = (reportId: string, field: Draft['field']): string => `${reportId} ${field}`;

/** The draft of a field of a report, or undefined where there is none. */
export const draftOf = (reportId: string, field: Draft['field']): Promise<Draft | undefined> =>
  desk.drafts.get(keyOf(reportId, field));

/** Keeps what was typed so far. */
export async function keepDraft(draft: Omit<Draft, 'key' | 'savedAt'>): Promise<void> {
  await desk.drafts.put({ ...draft, key: keyOf(draft.reportId, draft.field), savedAt: new Date().toISOString() });
}

/** Throws away the draft of one field, or all drafts of a report. */
export async function dropDrafts(reportId: string, field?: Draft['field']): Promise<void> {
  if (field) await desk.drafts.delete(keyOf(reportId, field));
  else {
    await desk.drafts.where({ reportId }).delete();
    await desk.forms.bulkDelete([formKey('report', reportId), formKey('dispute', reportId)]);
  }
}

/** Forms about an output: what somebody says of it, puts off, asks, answers, and why they let it go. `more`: which of several. */
const ABOUT_OUTPUT = ['decision', 'deferral', 'question', 'answer', 'emergency', 'leave', 'stop'] as const;
type Form = (typeof ABOUT_OUTPUT)[number] | 'report' | 'dispute';

/** Under what a form is kept: of an output by its hash, of an own report by its id. */
export const formKey = (form: Form, about: string, more?: string): string =>
  more === undefined ? `${form} ${about}` : `${form} ${about} ${more}`;

/** Throws away whatever was begun about some outputs: it may hold their words. */
export async function dropFormsOf(hashes: readonly string[]): Promise<void> {
  const keys = hashes.flatMap((hash) => ABOUT_OUTPUT.map((form) => formKey(form, hash)));
  await desk.forms.where('key').startsWithAnyOf(keys).delete();
}

/** What was filled in of a form, or undefined where nothing is kept. */
export const formDraftOf = (key: string): Promise<FormDraft | undefined> => desk.forms.get(key);

/** Keeps what is filled in so far. */
export const keepForm = (key: string, typed: string): Promise<string> =>
  desk.forms.put({ key, typed, savedAt: new Date().toISOString() });

export const dropForm = (key: string): Promise<void> => desk.forms.delete(key);

/** The keys of all forms that are kept. */
export const keptForms = async (): Promise<ReadonlySet<string>> =>
  new Set(await desk.forms.toCollection().primaryKeys());

/** Which fields of some reports have a draft. */
export async function draftsOf(reportIds: readonly string[]): Promise<Draft[]> {
  return desk.drafts
    .where('reportId')
    .anyOf([...reportIds])
    .toArray();
}

const answersTo = (reports: readonly Report[]): Heard[] =>
  reports.flatMap((report) => {
    const answer = answerOf(report);
    return answer ? [{ reportId: report.reportId, answer }] : [];
  });

/** The reports among some that were answered by others, which the person has not heard of. */
export async function unheard(reports: readonly Report[]): Promise<string[]> {
  const answered = answersTo(reports);
  const heard = await desk.heard.bulkGet(answered.map(({ reportId }) => reportId));
  return answered.flatMap(({ reportId, answer }, at) => (heard[at]?.answer === answer ? [] : reportId));
}

/** Calls back with the own reports that have news, now and whenever that changes. */
export function watchNews(source: string, callback: (reportIds: string[]) => void): void {
  liveQuery(async () => unheard(await ownReports(source))).subscribe({
    next: callback,
    error: (error) => console.error('Countersign could not count the news:', error),
  });
}

/** Notes that the person has heard what became of some reports. */
export async function hear(reports: readonly Report[]): Promise<void> {
  const answers = answersTo(reports);
  if (answers.length > 0) await desk.heard.bulkPut(answers);
}

/** Throws away drafts that are older than anybody goes on with. */
export async function sweepDesk(now = Date.now()): Promise<void> {
  const before = new Date(now - KEPT_MS).toISOString();
  await desk.drafts.where('savedAt').below(before).delete();
  await desk.forms.where('savedAt').below(before).delete();
}
