import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import Dexie from 'dexie';
import { beforeEach, expect, it } from 'vitest';
import { foldOutput } from '../../../lib/domain/fold/output.ts';
import {
  DESK_STORES_V1,
  DESK_STORES_V2,
  Desk,
  desk,
  draftOf,
  draftsOf,
  dropDrafts,
  dropForm,
  dropFormsOf,
  formDraftOf,
  formKey,
  hear,
  keepDraft,
  keepForm,
  keptForms,
  sweepDesk,
  unheard,
} from '../../../lib/store/desk.ts';
import { decided, LUCA, made, reportId, seen } from '../domain/making.ts';

const FOLDER = new URL('../../records/', import.meta.url);

beforeEach(async () => {
  await Promise.all([desk.drafts.clear(), desk.heard.clear(), desk.forms.clear()]);
});

/** What each version changed. */
const VERSIONS = [DESK_STORES_V1, DESK_STORES_V2];

it('an old desk is opened without losing a row, and every version has its example', async () => {
  const names = readdirSync(FOLDER).filter((name) => name.startsWith('desk.v'));
  expect(names).toEqual(Array.from({ length: new Desk('unused').verno }, (_, at) => `desk.v${at + 1}.json`));
  for (const [at, name] of names.entries()) {
    const frozen = JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Record<string, object[]>;
    const old = new Dexie('old-desk');
    for (const [version, stores] of VERSIONS.slice(0, at + 1).entries()) old.version(version + 1).stores(stores);
    for (const [store, rows] of Object.entries(frozen)) await old.table(store).bulkPut(rows);
    old.close();
    const opened = new Desk('old-desk');
    for (const [store, rows] of Object.entries(frozen)) expect(await opened.table(store).toArray()).toEqual(rows);
    await opened.delete();
  }
});

it('throws away all that was begun about an output, and nothing else', async () => {
  const [gone, stays] = [`sha256:${'a'.repeat(64)}`, `sha256:${'b'.repeat(64)}`];
  const of = (hash: string) => [
    ...(['decision', 'deferral', 'question', 'emergency'] as const).map((form) => formKey(form, hash)),
    ...(['answer', 'leave'] as const).map((form) => formKey(form, hash, reportId(1))),
  ];
  for (const key of [...of(gone), ...of(stays)]) await keepForm(key, '{"words":"ab"}');
  await dropFormsOf([gone]);
  expect(await keptForms()).toEqual(new Set(of(stays)));
});

it('keeps what stands in a form, tells which are kept, drops one, and sweeps what is old', async () => {
  const [decision, report] = [formKey('decision', 'sha256:a'), formKey('report', reportId(1))];
  expect(await formDraftOf(decision)).toBeUndefined();
  await keepForm(decision, '{"note":"a"}');
  await keepForm(decision, '{"note":"ab"}');
  await keepForm(report, '{"comment":"c"}');
  expect((await formDraftOf(decision))?.typed).toBe('{"note":"ab"}');
  expect([...(await keptForms())].sort()).toEqual([decision, report].sort());
  // A report that is withdrawn takes what was begun on it along.
  await dropDrafts(reportId(1));
  expect([...(await keptForms())]).toEqual([decision]);
  await sweepDesk(Date.now() + 91 * 86_400_000);
  expect((await keptForms()).size).toBe(0);
  await keepForm(decision, '{}');
  await dropForm(decision);
  expect((await keptForms()).size).toBe(0);
});

it('keeps one draft for each field, drops one or all of a report, and sweeps what is old', async () => {
  const draft = { reportId: reportId(1), field: 'comment', text: 'a', notes: [] } as const;
  await keepDraft({ ...draft, notes: [] });
  await keepDraft({ ...draft, text: 'ab', notes: ['n'] });
  await keepDraft({ ...draft, field: 'correction', notes: [] });
  expect(await draftOf(reportId(1), 'comment')).toMatchObject({ text: 'ab', notes: ['n'] });
  await dropDrafts(reportId(1), 'comment');
  expect((await draftsOf([reportId(1), reportId(2)])).map(({ field }) => field)).toEqual(['correction']);
  await sweepDesk(Date.now() + 89 * 86_400_000);
  expect(await desk.drafts.count()).toBe(1);
  await sweepDesk(Date.now() + 91 * 86_400_000);
  expect(await desk.drafts.count()).toBe(0);
});

it('an answer by others is news until it was heard; a later answer is news again', async () => {
  const start = [await seen(), await made(1), await made(2, { source: LUCA })];
  const first = [...start, await decided('approve', [1, 2])];
  const reports = (events: typeof start) => foldOutput(events)?.reports ?? [];
  // The decision is Luca's: to him it is no news.
  expect(await unheard(reports(start))).toEqual([]);
  expect(await unheard(reports(first))).toEqual([reportId(1)]);
  await hear(reports(first));
  expect(await unheard(reports(first))).toEqual([]);
  const second = [...first, await decided('block', [1])];
  expect(await unheard(reports(second))).toEqual([reportId(1)]);
});
