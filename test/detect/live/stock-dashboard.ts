import { byId, over } from '../runtime/dom.ts';
import { after } from '../runtime/model.ts';
import { watchNobody } from '../runtime/people.ts';

watchNobody();
const NEWS = [
  'Alba raises its forecast for the year after a strong spring.',
  'Kite halted for five minutes, trading has since resumed.',
  'Tarn: the board proposes a dividend of 0.42 per share, payable in June.',
];

/** Ten times a second, like a feed that is not throttled. */
async function run(): Promise<void> {
  const rows = [...document.querySelectorAll('tr')].map((row) => [...row.cells]);
  for (let tick = 0; tick < 50; tick += 1) {
    for (const [at, [, price, change, note]] of rows.entries()) {
      if (!price || !change || !note || (at + tick) % 3) continue;
      const moved = Math.sin(at * 3 + tick / 4);
      price.textContent = (10 + moved).toFixed(2);
      change.textContent = `${(moved * 10).toFixed(1)}%`;
      note.textContent = moved > 0.9 ? 'highest price of the day so far' : '';
    }
    if (tick % 20 === 5) byId('news').textContent = NEWS[Math.floor(tick / 20)] ?? '';
    await after(100);
  }
  over();
}

void run();
