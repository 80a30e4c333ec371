import { byId, make, over } from '../runtime/dom.ts';
import { after } from '../runtime/model.ts';
import { watchNobody } from '../runtime/people.ts';

watchNobody();
const EVENTS = [
  'GET /api/orders 200 in 12 ms',
  'GET /api/orders/8812 200 in 4 ms',
  'cache refreshed, 214 entries kept and 9 dropped',
  'POST /api/orders 201 in 31 ms',
  'worker 2 took job mail-batch-77 from the queue',
  'connection to replica lost, trying again in 500 ms',
  'connection to replica restored after 2 attempts',
];

async function run(): Promise<void> {
  const log = byId('log');
  for (let at = 0; at < 100; at += 1) {
    log.append(
      make('div', { class: 'line' }, `12:04:${String(at % 60).padStart(2, '0')} info ${EVENTS[at % EVENTS.length]}`),
    );
    log.scrollTop = log.scrollHeight;
    await after(45);
  }
  const progress = make('div', { class: 'line' });
  log.append(progress);
  for (const word of 'compacting segment 14 of 14 and writing the index, then removing what nobody reads any more, done.'.split(
    ' ',
  )) {
    progress.append(`${word} `);
    await after(40);
  }
  await after(800);
  over();
}

void run();
