/** From the first token to the last one: when an answer is complete, and when it is not. */
import { test } from 'playwright/test';
import { expect } from '../harness/expect.ts';
import { listOutputs } from '../harness/outputs.ts';
import { cases, versions } from './cases.ts';
import type { Telling } from './chat-page.ts';

const here = cases();
const TEXT = 'The answer waits for its tools, then it goes on, and it waits once more before it has come to its end.';

test('a stream with long pauses: one version where the tool marks it, one too many at most where it does not', async () => {
  const page = await here.chat();
  const [marked, bare] = [`Marked: ${TEXT}`, `Bare: ${TEXT}`];
  const tell = async (chat: typeof page, text: string, mark: boolean) => {
    await chat.evaluate(
      ([words, isMarked]) => {
        window.chat.user('Look it up.');
        const turn = window.chat.answer({ text: '', marked: isMarked });
        return window.chat.tell(turn, words, { every: 60, pauses: { 5: 3_000, 14: 3_500 } });
      },
      [text, mark] as const,
    );
    return here.settled(chat, 1, text);
  };
  const second = await here.chat();
  const [one, other] = await Promise.all([tell(page, marked, true), tell(second, bare, false)]);
  await expect.poll(() => versions(here.browser, one.id)).toEqual([marked]);
  let seen: string[] = [];
  const last = async () => {
    seen = await versions(here.browser, other.id);
    return seen.at(-1);
  };
  // Versions are noted in order: with the last one, all are there.
  await expect.poll(last).toBe(bare);
  expect(seen.length).toBeLessThanOrEqual(2);
  expect(one.evidence).toContain('mark:ended');
  expect(other.evidence).toContain('quiet');
});

for (const way of ['append', 'block'] as NonNullable<Telling['way']>[])
  test(`a stream that comes in by ${way}`, async () => {
    const page = await here.chat();
    const text = `By ${way}: ${TEXT}`;
    await page.evaluate(
      ([words, how]) => {
        window.chat.user('Stream.');
        return window.chat.tell(window.chat.answer({ text: '' }), words, { way: how, every: 25 });
      },
      [text, way] as const,
    );
    const output = await here.settled(page, 1, text);
    expect(output.evidence).toContain('grew');
    await expect.poll(() => versions(here.browser, output.id)).toEqual([text]);
  });

test('turns that are drawn anew at each token of the newest are no streams; nor are buttons that come beside an answer', async () => {
  const page = await here.chat();
  const first = `First: ${TEXT}`;
  await page.evaluate(async (text) => {
    window.chat.user('One.');
    const turn = window.chat.answer({ text: '' });
    await window.chat.tell(turn, text, { every: 20 });
    // As long as the page lives: something comes and goes beside it, and none of it is its text.
    setInterval(() => {
      for (const each of document.querySelectorAll('[data-message-author-role="assistant"]'))
        if (each.lastChild instanceof Comment) each.lastChild.remove();
        else each.append(new Comment());
    }, 200);
  }, first);
  const done = await here.settled(page, 1, first);
  // It streams until it was looked at, however long that takes.
  await page.evaluate((text) => {
    window.chat.user('Two.');
    const turn = window.chat.answer({ text: '' });
    const told = async () => {
      do await window.chat.tell(turn, `${text} `, { every: 60 });
      while (!('isSeen' in window));
    };
    Object.assign(window, { told: told() });
  }, TEXT);
  await expect.poll(async () => (await listOutputs(here.browser, page)).length).toBe(3);
  const [, older, newest] = await listOutputs(here.browser, page);
  expect([older?.state, newest?.state]).toEqual(['complete', 'streaming']);
  const second = await page.evaluate(async () => {
    Object.assign(window, { isSeen: true });
    await (window as unknown as { told: Promise<void> }).told;
    return [...document.querySelectorAll('.markdown p')].at(-1)?.textContent?.trim() ?? '';
  });
  await here.settled(page, 2, second);
  expect((await listOutputs(here.browser, page))[1]?.completedAt).toBe(done.completedAt);
  await expect.poll(() => versions(here.browser, done.id)).toEqual([first]);
});

test('an answer that arrives at once, and one whose marks come after it', async () => {
  const page = await here.chat();
  await page.evaluate(() => {
    window.chat.user('At once.');
    window.chat.answer({ text: 'All of it came at once.' });
    window.chat.user('Marked later.');
    const late = window.chat.turn({ text: 'Its marks came when its text was there.' });
    late.removeAttribute('data-turn');
    const role = late.firstElementChild as HTMLElement;
    role.removeAttribute('data-message-author-role');
    window.chat.main.append(late);
    setTimeout(() => {
      late.dataset.turn = 'assistant';
    }, 600);
  });
  expect((await here.texts(page, 3)).slice(1)).toEqual([
    'All of it came at once.',
    'Its marks came when its text was there.',
  ]);
});

test('an answer that is stopped half-way is complete as it stands', async () => {
  const page = await here.chat();
  await page.evaluate(async () => {
    window.chat.user('Stop it.');
    const turn = window.chat.answer({ text: '', marked: true });
    const stop = window.chat.stopButton();
    await window.chat.tell(turn, 'This answer was stopped in the', { every: 80 });
    stop.remove();
  });
  const output = await here.settled(page, 1, 'This answer was stopped in the');
  expect(output.evidence).toContain('mark:ended');
});

test('a stop button that is always there holds up nothing', async () => {
  const page = await here.chat(undefined, { body: '<button data-testid="stop-button">Stop music</button>' });
  const [first] = await here.outputs(page, 1);
  expect(first?.state).toBe('complete');
  for (const text of ['With music, one.', 'With music, two.']) {
    const doneMs = await page.evaluate(async (words) => {
      window.chat.user('Go on.');
      await window.chat.tell(window.chat.answer({ text: '' }), words);
      return Date.now();
    }, text);
    const at = text.endsWith('one.') ? 1 : 2;
    const output = await here.settled(page, at, text);
    // Before a mark of streaming would be believed no more (UNPROVEN_MARK_MS): the button is taken for none.
    expect(Date.parse(output.completedAt ?? '') - doneMs).toBeLessThan(10_000);
  }
});

test('a mark of streaming that never goes holds up its answer once, and no other', async () => {
  const page = await here.chat();
  await page.evaluate(() => window.chat.user('Forget the mark.'));
  const tell = (text: string) =>
    page.evaluate(async (words) => {
      const turn = window.chat.answer({ text: '' });
      const told = window.chat.tell(turn, words);
      await told;
      window.chat.prose(turn).classList.add('result-streaming');
    }, text);
  await tell('This mark stays for ever.');
  // The next answer shows that the one before it is over.
  await page.evaluate(() => window.chat.user('And now?'));
  await page.evaluate(() => window.chat.tell(window.chat.answer({ text: '', marked: true }), 'This mark goes.'));
  await here.settled(page, 2, 'This mark goes.');
  await here.settled(page, 1, 'This mark stays for ever.');
});

test('a stream that was under way before we came is one output, complete at its end', async () => {
  const page = await here.open(
    '/under-way',
    `<!doctype html><title>Under way</title><main><div data-turn="user" data-testid="conversation-turn-1"><div data-message-author-role="user">Begin.</div></div>
    <div data-turn="assistant" data-testid="conversation-turn-2"><div data-message-author-role="assistant"><div class="markdown"><p>It</p></div></div></div></main>
    <script>
      const words = document.querySelector('.markdown p').firstChild;
      const rest = ' began before anybody looked at it and went on for a while.'.split(/(?= )/);
      const timer = setInterval(() => rest.length > 0 ? words.appendData(rest.shift()) : clearInterval(timer), 150);
    </script>`,
  );
  const text = 'It began before anybody looked at it and went on for a while.';
  const output = await here.settled(page, 0, text);
  await expect.poll(() => versions(here.browser, output.id)).toEqual([text]);
  expect((await listOutputs(here.browser, page)).length).toBe(1);
});
