/** CloudEvents 1.0 over HTTP (structured or batched content mode) to any endpoint, signed where a secret is set. */
import * as z from 'zod';
import { type CountersignEvent, eventWith } from '../../domain/events/event.ts';
import { EVERYTHING } from '../../domain/events/filter.ts';
import { newId } from '../../domain/ids.ts';
import { sha256 } from '../../domain/output/hash.ts';
import { FIELDS } from '../fields.ts';
import { isUsable, signed } from '../signature.ts';
import { defineTarget, type Outgoing, type Request, type World } from '../target.ts';
import { addressProblem, bearerHeader, judgeStatus, tryOut } from '../wire.ts';

const settingsSchema = z.lazy(() =>
  z.object({
    address: FIELDS.address(),
    mode: FIELDS.mode(),
    bearer: FIELDS.bearer(),
    signingSecret: FIELDS.signingSecret(),
    words: FIELDS.words(),
  }),
);
type Settings = z.infer<typeof settingsSchema>;

const TYPES = { batch: 'application/cloudevents-batch+json', single: 'application/cloudevents+json' } as const;

/** An event as it is sent: without what people and AI wrote, unless that is asked for. The commitment stays. */
function sent(event: CountersignEvent, words: boolean): object {
  if (words) return event;
  const { sealed: _, ...data }: { sealed?: unknown } = event.data;
  return eventWith(event, {}, data);
}

async function request(events: readonly { id: string }[], settings: Settings, world: World): Promise<Request> {
  const { address, mode, bearer: token, signingSecret } = settings;
  const [only] = events;
  const body = JSON.stringify(mode === 'batch' ? events : only);
  const id = mode === 'batch' ? (await sha256(events.map((event) => event.id).join())).slice(7, 39) : (only?.id ?? '');
  return {
    method: 'POST',
    url: address,
    headers: {
      'content-type': TYPES[mode],
      ...bearerHeader(token),
      ...(await signed(body, signingSecret, id, world.now())),
    },
    body,
  };
}

const requests = async (items: readonly Outgoing[], settings: Settings, world: World): Promise<Request[]> => [
  await request(
    items.map(({ event }) => ({ id: event.id, ...sent(event, settings.words) })),
    settings,
    world,
  ),
];

/** An event that says that it is a test: there is no way to ask an endpoint of this kind without sending something. */
async function test(settings: Settings, world: World) {
  const wrong = problem(settings);
  if (wrong) return { ok: false, problem: wrong } as const;
  const event = {
    specversion: '1.0',
    id: newId(),
    source: 'urn:countersign:test',
    type: 'countersign.endpoint.tested.v1',
    time: new Date(world.now()).toISOString(),
  };
  return tryOut(await request([event], settings, world), world);
}

const problem = ({ address, signingSecret }: Settings) =>
  addressProblem(address) ?? (isUsable(signingSecret) ? undefined : 'secret_unusable');

export const cloudevents = defineTarget<Settings>({
  id: 'cloudevents',
  name: 'CloudEvents',
  settings: settingsSchema,
  filter: EVERYTHING,
  history: true,
  batch: ({ mode }) => ({ events: mode === 'batch' ? 100 : 1, bytes: 1_000_000 }),
  address: ({ address }) => address,
  problem,
  requests,
  judge: (answer) => judgeStatus(answer),
  test,
});
