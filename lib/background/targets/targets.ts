/** Targets: tried, added, changed, paused, removed and put back. */
import { browser } from 'wxt/browser';
import { EVERYTHING, type Filter } from '../../domain/events/filter.ts';
import { newId } from '../../domain/ids.ts';
import type { Me } from '../../domain/people/role.ts';
import { bringsToken } from '../../domain/policy/managed.ts';
import { handle, Refused } from '../../messages/receive.ts';
import type { MessageBody } from '../../messages/to-background/index.ts';
import { ownEndpointsAllowed } from '../../settings/effective.ts';
import { ownSource } from '../../settings/installation.ts';
import { db, type TargetRow, type TargetSettings } from '../../store/db.ts';
import { all, backfill } from '../../store/write/outbox.ts';
import type { EndpointTest } from '../../sync/problem.ts';
import { move } from '../../sync/states.ts';
import type { Target } from '../../sync/target.ts';
import { targetById } from '../../sync/targets/index.ts';
import { forgetCollectorPolicy } from '../policy/from-collector.ts';
import { WORLD, wakeSync, withoutSync } from '../spine/wake.ts';
import { targetPreviewOf } from './target-preview.ts';

const START = '0'.repeat(16);
const TEST_MS = 15_000;
/** How long a target that was removed can be put back. */
const UNDO_REMOVE_MS = 30_000;
const PURGE = 'targets.purge';

type Form = MessageBody<'target.save'>;

export function registerTargets(): void {
  handle('target.test', async (form) => test(form, await completed(form)));
  handle('target.save', save);
  handle('target.preview', async (form) => targetPreviewOf(form.kind, await completed(form), form.filter));
  handle('target.pause', async ({ targetId, paused }) => {
    await mayTurn(targetId);
    await withoutSync(targetId, () => change(targetId, (row) => turn(row, paused ? 'pause' : 'resume')));
    wakeSync(true);
    return null;
  });
  handle('target.remove', async ({ targetId }) => {
    await mayTurn(targetId);
    const removedAt = new Date().toISOString();
    await withoutSync(targetId, () => change(targetId, (row) => Object.assign(row, { removedAt })));
    await browser.alarms.create(PURGE, { when: Date.now() + UNDO_REMOVE_MS });
    return null;
  });
  handle('target.restore', async ({ targetId }) => {
    await withoutSync(targetId, () => change(targetId, (row) => delete row.removedAt));
    wakeSync(true);
    return null;
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === PURGE) void purge();
  });
  void purge();
}

/** Changes a row; refused where there is none (any more). */
export async function change(targetId: string, by: (row: TargetRow) => unknown): Promise<void> {
  const changed = await db.targets.where({ targetId }).modify((row) => void by(row));
  if (changed === 0) throw new Refused('not_found');
}

function turn(row: TargetRow, what: 'pause' | 'resume'): void {
  if (row.state === 'paused' && what === 'pause') return;
  row.state = move(row.state, what);
  row.attempts = 0;
  delete row.problem;
  delete row.retryAt;
}

/** The settings of a form with the secrets that were left as they are, if the endpoint is still the same. */
async function completed({ targetId, kind, settings }: Form): Promise<TargetSettings> {
  const target = targetById(kind);
  const before = targetId ? await db.targets.get(targetId) : undefined;
  const secrets = target.form.filter(({ entry }) => entry === 'secret');
  const kept: TargetSettings = {};
  for (const { name } of secrets) {
    const old = before?.settings[name];
    if (old !== undefined && !settings[name] && sameOrigin(target, settings, before, name)) kept[name] = old;
  }
  return { ...settings, ...kept };
}

/** A secret was given to one origin; with another address, it has to be entered again. */
function sameOrigin(target: Target, settings: TargetSettings, before: TargetRow | undefined, secret: string): boolean {
  const old = before && originOf(target, before.settings);
  return old !== undefined && old === originOf(target, { ...settings, [secret]: before?.settings[secret] ?? '' });
}

function originOf(target: Target, settings: TargetSettings): string | undefined {
  const parsed = target.settings.safeParse(settings);
  const address = parsed.success ? target.address(parsed.data) : '';
  return URL.canParse(address) ? new URL(address).origin : undefined;
}

function test({ kind }: Form, settings: TargetSettings): Promise<EndpointTest> {
  const target = targetById(kind);
  const parsed = target.settings.safeParse(settings);
  if (!parsed.success) throw new Refused('incomplete');
  return target.test(parsed.data, { ...WORLD, signal: AbortSignal.timeout(TEST_MS) });
}

/** There is one collector; empty where the target is a new one. */
const idOf = ({ kind, targetId }: Form): string => (kind === 'collector' ? 'collector' : (targetId ?? ''));

/** A managed endpoint is neither paused nor removed here. */
async function mayTurn(targetId: string): Promise<void> {
  if ((await db.targets.get(targetId))?.managed) throw new Refused('fixed');
}

/**
 * Refuses a change of what is managed, and endpoints of one's own where there may be none. Somebody may still say who
 * they are at the managed collector.
 */
export async function mayChange(targetId: string, { kind, settings }: Pick<Form, 'kind' | 'settings'>): Promise<void> {
  const before = await db.targets.get(targetId);
  if (!before?.managed) {
    if (!(await ownEndpointsAllowed())) throw new Refused('fixed');
    return;
  }
  if (kind !== 'collector' || bringsToken(before.managed) || before.settings.address !== settings.address)
    throw new Refused('fixed');
}

async function save(form: Form): Promise<EndpointTest> {
  await mayChange(idOf(form), form);
  const settings = await completed(form);
  const found = await test(form, settings);
  if (!found.ok) return found;
  const targetId = idOf(form) || newId();
  const managed = (await db.targets.get(targetId))?.managed;
  await withoutSync(targetId, () => putTarget(targetId, form, settings, found.me, managed ? { managed } : {}));
  wakeSync(true);
  return found;
}

/** Stores a target as it was tested, and marks for it what it has still to get. Call it while none of its rounds runs. */
export async function putTarget(
  targetId: string,
  form: Pick<Form, 'kind' | 'filter'>,
  settings: TargetSettings,
  me: Me | undefined,
  more: Pick<TargetRow, 'session' | 'managed'> = {},
): Promise<void> {
  const target = targetById(form.kind);
  let before = await db.targets.get(targetId);
  if (before && (before.kind !== form.kind || !isSame(before, settings, me))) {
    if (before.kind === 'collector') await forget(before);
    before = undefined;
  }
  const filter: Filter = form.filter ?? before?.filter ?? target.filter ?? EVERYTHING;
  const cursor = before?.cursor ?? (target.pull ? START : '');
  const addedAt = before?.addedAt ?? new Date().toISOString();
  const known = before?.unreadFrom ? { unreadFrom: before.unreadFrom } : {};
  const row = {
    targetId,
    kind: form.kind,
    settings,
    filter,
    addedAt,
    ...(me ? whoseOf(me) : {}),
    cursor,
    ...known,
    ...more,
  };
  await db.targets.put({ ...row, state: 'idle', attempts: 0 });
  await backfill(targetId, await ownSource(), target.history);
}

/** Whom the endpoint says that it is; nothing of what it does not say. */
const whoseOf = ({ team, subject, role, name, groups, signedInAt }: Me): Partial<TargetRow> => ({
  ...{ team, subject, role },
  ...(name ? { name } : {}),
  ...(groups ? { groups } : {}),
  ...(signedInAt ? { signedInAt } : {}),
});

/** A collector is another one when its address or team is: then its order and marks are of no use. */
function isSame(before: TargetRow, settings: TargetSettings, me: Me | undefined): boolean {
  return before.kind !== 'collector' || (before.settings.address === settings.address && before.team === me?.team);
}

/** Makes an end of targets that were removed, when the time to put them back is over. */
async function purge(): Promise<void> {
  const until = new Date(Date.now() - UNDO_REMOVE_MS).toISOString();
  for (const row of await db.targets.filter(({ removedAt }) => removedAt !== undefined).toArray()) {
    if ((row.removedAt ?? '') <= until) await withoutSync(row.targetId, () => forget(row));
    else await browser.alarms.create(PURGE, { when: Date.parse(row.removedAt ?? '') + UNDO_REMOVE_MS });
  }
}

/**
 * What is stored here stays. Order and marks were the endpoint's: without it, events are ordered by their time, and
 * all that is own is marked anew when an endpoint is set again.
 */
export async function forget({ targetId, kind }: TargetRow): Promise<void> {
  await db.transaction('rw', db.targets, db.outbox, db.events, db.people, async () => {
    const row = await db.targets.get(targetId);
    await db.targets.delete(targetId);
    await db.outbox
      .where('[targetId+state]')
      .between(...all(targetId))
      .delete();
    if (kind !== 'collector' || !row) return;
    await db.people.clear();
    await db.events.toCollection().modify(({ event }) => {
      delete event.sequence;
    });
  });
  if (kind === 'collector') await forgetCollectorPolicy();
}
