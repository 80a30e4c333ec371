/** What a target would send of one real event, made by the very function that sends it. */
import { type Filter, passes } from '../../domain/events/filter.ts';
import { Refused } from '../../messages/receive.ts';
import type { RequestPreview, TargetPreview } from '../../messages/to-background/target.ts';
import { ownSource } from '../../settings/installation.ts';
import { db, type TargetSettings } from '../../store/db.ts';
import type { StoredEvent } from '../../store/rows/event.ts';
import { withContent } from '../../store/write/outbox.ts';
import type { Request, Target } from '../../sync/target.ts';
import { targetById } from '../../sync/targets/index.ts';
import { WORLD } from '../spine/wake.ts';

const BLOT = '•••';

/** The newest event that passes the filter, as requests. Secrets are blotted out; all else is as it would be sent. */
export async function targetPreviewOf(kind: string, settings: TargetSettings, filter?: Filter): Promise<TargetPreview> {
  const target = targetById(kind);
  const parsed = target.settings.safeParse(settings);
  if (!parsed.success) throw new Refused('incomplete');
  const stored = await newest(filter ?? target.filter);
  if (!stored) return { requests: [] };
  const [content, output] = await Promise.all([db.contents.get(stored.key), db.outputs.get(stored.subject)]);
  const event = withContent(stored.event, content);
  const world = { ...WORLD, signal: new AbortController().signal };
  const requests = await target.requests([{ event, output }], parsed.data, world);
  const blot = blotter(target, settings);
  return { type: event.type, time: event.time, requests: requests.map(blot) };
}

/** What was said is shown before what was only seen: it is what makes an event leave. */
async function newest(filter: Filter): Promise<StoredEvent | undefined> {
  const source = await ownSource();
  const passing = await db.events.filter(({ event }) => passes(filter, event, event.source === source)).toArray();
  const spoken = passing.filter(({ event }) => event.type !== 'countersign.output.seen.v1');
  return (spoken.length > 0 ? spoken : passing).sort((a, b) => (a.event.time < b.event.time ? 1 : -1))[0];
}

function blotter(target: Target, settings: TargetSettings): (request: Request) => RequestPreview {
  const secrets = target.form
    .filter(({ entry }) => entry === 'secret')
    .map(({ name }) => settings[name])
    .filter((value): value is string => typeof value === 'string' && value !== '');
  const blot = (text: string) => secrets.reduce((shown, secret) => shown.replaceAll(secret, BLOT), text);
  return ({ method, url, headers, body }) => ({
    method,
    url: blot(url),
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, blot(value)])),
    body: body ?? '',
  });
}
