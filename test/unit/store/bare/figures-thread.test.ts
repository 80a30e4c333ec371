/** The thread of the figures answers what the other thread answers, which reads by the library. */
import 'fake-indexeddb/auto';
import { afterEach, expect, test } from 'vitest';
import type { AnsweredAside, AskedAside } from '../../../../lib/aside/asked.ts';
import { figuresOf } from '../../../../lib/aside/figures.ts';
import { answerFigures } from '../../../../lib/aside/figures-alone.ts';
import { db } from '../../../../lib/store/db.ts';
import { append } from '../../../../lib/store/write/writes.ts';
import { decided, made, OTHER_HASH, seen } from '../../domain/making.ts';

afterEach(async () => db.delete({ disableAutoOpen: false }));

const begun = () => {
  const heard: ((event: MessageEvent<AskedAside>) => void)[] = [];
  let told: (message: AnsweredAside) => void = () => undefined;
  answerFigures({ addEventListener: (_, listener) => heard.push(listener), postMessage: (message) => told(message) });
  return (asked: AskedAside): Promise<AnsweredAside> =>
    new Promise((resolve) => {
      told = resolve;
      for (const hear of heard) hear(new MessageEvent('message', { data: asked }));
    });
};

const asked = (second: number) => ({
  ...{ scope: 'own' as const, range: 'quarter' as const, split: undefined },
  setting: { now: `2026-12-01T00:00:0${second}.000Z`, processes: new Map() },
});

test('its figures are the same, also of what came since it was asked', async () => {
  for (const event of [await seen(), await made(1), await decided('block', [1])]) await append(event, new Date(0), db);
  const ask = begun();
  const first = await ask({ number: 1, figures: asked(1) });
  expect(first).toEqual({ number: 1, figures: await figuresOf(asked(1)) });
  expect(first).toMatchObject({ figures: { outputs: 1 } });
  for (const event of [await seen({ subject: OTHER_HASH }), await made(2, { subject: OTHER_HASH })])
    await append(event, new Date(0), db);
  const again = await ask({ number: 2, figures: asked(2) });
  expect(again).toEqual({ number: 2, figures: await figuresOf(asked(2)) });
  expect(again).toMatchObject({ figures: { outputs: 2 } });
});

test('where the library has to make the database it says that it cannot, and can when that is done', async () => {
  await db.delete({ disableAutoOpen: false });
  const ask = begun();
  expect(await ask({ number: 1, figures: asked(3) })).toMatchObject({ failed: expect.stringContaining('No database') });
  for (const event of [await seen(), await made(1)]) await append(event, new Date(0), db);
  expect(await ask({ number: 2, figures: asked(4) })).toEqual({ number: 2, figures: await figuresOf(asked(4)) });
});
