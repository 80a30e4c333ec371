/** The same answer stays the same output, however its page draws it; another answer is another output. */
import { test } from 'playwright/test';
import { withNights } from '../../nightly.ts';
import { deepCount, deepWait } from '../harness/deep.ts';
import { expect } from '../harness/expect.ts';
import { listOutputs } from '../harness/outputs.ts';
import { cases, storedOutputs, versions } from './cases.ts';
import { FIRST } from './chat-page.ts';

const here = cases();
const OLD = 'The first edition of this answer says Monday.';
const NEW = 'The second edition of this answer says Tuesday.';

/** By day without names of messages: there they are told by their place and their words alone. */
for (const id of withNights<'a-2' | undefined>([undefined], 'a-2')) {
  const ids = id ? 'with ids' : 'without ids';

  test(`a virtualised list that drops turns and makes them again, ${ids}`, async () => {
    const page = await here.chat();
    await page.evaluate((message) => {
      window.chat.user('Which day?', message && 'u-2');
      window.chat.answer({ id: message, text: 'A Wednesday, as far as the calendar says.' });
      window.chat.user('Which day?', message && 'u-3');
      window.chat.answer({ id: message && 'a-3', text: 'Still a Wednesday.' });
    }, id);
    const before = await here.outputs(page, 3);
    await page.evaluate(() => {
      const { main } = window.chat;
      Object.assign(window, { kept: [...main.children].slice(2).map((turn) => turn.outerHTML) });
      for (const turn of [...main.children].slice(2)) turn.remove();
    });
    await here.outputs(page, 1);
    await page.evaluate(() => {
      const { kept } = window as unknown as { kept: string[] };
      window.chat.main.insertAdjacentHTML('beforeend', kept.join(''));
    });
    expect((await here.outputs(page, 3)).map(({ id: outputId }) => outputId)).toEqual(
      before.map((output) => output.id),
    );
  });

  test(`an answer that is regenerated in a new element is a new version, and so is a branch that is shown again, ${ids}`, async () => {
    const page = await here.chat();
    const [old, next] = [`${OLD} ${ids}.`, `${NEW} ${ids}.`];
    await page.evaluate(
      ([message, text]) => {
        window.chat.user('Which edition?', message && 'u-2');
        window.chat.answer({ id: message, text: text as string });
      },
      [id, old] as const,
    );
    const { id: outputId } = await here.settled(page, 1, old);
    const turnTo = (message: string | undefined, text: string, whole: boolean) =>
      page.evaluate(
        async ([newId, words, atOnce]) => {
          window.chat.main.lastElementChild?.remove();
          await window.chat.paced(300); // the model thinks, and nothing is there
          const turn = window.chat.answer({ id: newId, text: atOnce ? words : '' });
          if (!atOnce) await window.chat.tell(turn, words);
        },
        [message, text, whole] as const,
      );
    await turnTo(id && 'a-2b', next, false);
    expect((await here.settled(page, 1, next)).id).toBe(outputId);
    await turnTo(id, old, true);
    expect((await here.settled(page, 1, old)).id).toBe(outputId);
    expect(await here.texts(page, 2)).toEqual([FIRST, old]);
    await expect.poll(() => versions(here.browser, outputId)).toEqual([old, next]);
  });

  test(`an answer that is emptied and written anew in its element is a new version, ${ids}`, async () => {
    const page = await here.chat();
    const [old, next] = [`Emptied: ${OLD} ${ids}.`, `Emptied: ${NEW} ${ids}.`];
    await page.evaluate(
      ([message, text]) => {
        window.chat.user('Which one?', message && 'u-2');
        window.chat.answer({ id: message, text: text as string });
      },
      [id, old] as const,
    );
    const { id: outputId } = await here.settled(page, 1, old);
    await page.evaluate(() => window.chat.prose(window.chat.main.lastElementChild as Element).replaceChildren());
    await expect.poll(async () => (await listOutputs(here.browser, page))[1]?.text).toBe('');
    await page.evaluate(
      ([message, text]) => {
        const turn = window.chat.main.lastElementChild as HTMLElement;
        if (message) (turn.querySelector('[data-message-id]') as HTMLElement).dataset.messageId = 'a-2b';
        return window.chat.tell(turn, text as string);
      },
      [id, next] as const,
    );
    expect((await here.settled(page, 1, next)).id).toBe(outputId);
  });

  test(`the whole list is drawn anew at every word, ${ids}`, async () => {
    const page = await here.chat();
    const text = `Every word of this answer came with a whole new list, ${ids}, and with new elements for all turns.`;
    await deepWait(page, 'button[data-status]');
    await page.evaluate(
      async ([message, words]) => {
        window.chat.user('Draw anew.', message && 'u-2');
        const turn = window.chat.answer({ id: message, text: '' });
        await window.chat.tell(turn, words as string, { way: 'list', every: 40 });
      },
      [id, text] as const,
    );
    const output = await here.settled(page, 1, text);
    expect(output.evidence).toContain('grew');
    await expect.poll(() => versions(here.browser, output.id)).toEqual([text]);
    await expect.poll(() => deepCount(page, 'button[data-status]')).toBe(2);
  });
}

test('an answer that somebody edits is a new version', async () => {
  const page = await here.chat();
  await page.evaluate(() => {
    window.chat.user('Write it.', 'u-2');
    window.chat.answer({ id: 'a-2', text: 'We deliver within four days of your order.' });
  });
  const { id } = await here.settled(page, 1, 'We deliver within four days of your order.');
  await page.evaluate(() => {
    const words = document.querySelectorAll('.markdown p')[1]?.firstChild as Text;
    words.data = 'We deliver within five working days.';
  });
  expect((await here.settled(page, 1, 'We deliver within five working days.')).id).toBe(id);
});

test('several answers side by side are outputs of their own, also when both are drawn anew', async () => {
  const page = await here.chat();
  await page.evaluate(async () => {
    const { chat } = window;
    chat.user('Two drafts, please.');
    const row = document.createElement('div');
    row.style.display = 'flex';
    chat.main.append(row);
    const [left, right] = [chat.turn({ text: '' }), chat.turn({ text: '' })];
    row.append(left, right);
    await Promise.all([
      chat.tell(left, 'The left draft is short.'),
      chat.tell(right, 'The right draft is not as short.'),
    ]);
  });
  const before = await here.outputs(page, 3);
  expect(before.map(({ text }) => text).slice(1)).toEqual([
    'The left draft is short.',
    'The right draft is not as short.',
  ]);
  expect(new Set(before.map(({ id }) => id)).size).toBe(3);
  await page.evaluate(() => window.chat.redraw());
  await here.outputs(page, 3);
  expect((await here.outputs(page, 3)).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
});

test('a conversation that takes the place of another in the same elements has outputs of its own', async () => {
  const [one, two] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
  const page = await here.chat(`/c/${one}`, { ids: false });
  const [first] = await here.outputs(page, 1);
  const show = (conversation: string, prompt: string, answer: string) =>
    page.evaluate(
      ([id, question, text]) => {
        history.pushState({}, '', `/c/${id}`);
        const [user, turn] = [...window.chat.main.children];
        const words = (of: Element | undefined, selector: string) => of?.querySelector(selector)?.firstChild as Text;
        words(user, '.whitespace-pre-wrap').data = question as string;
        words(turn, 'p').data = text as string;
        for (const message of document.querySelectorAll('[data-message-id]'))
          message.removeAttribute('data-message-id');
      },
      [conversation, prompt, answer] as const,
    );
  await show(two, 'Who signs?', 'Two directors sign together.');
  const second = await here.settled(page, 0, 'Two directors sign together.');
  expect(second.id).not.toBe(first?.id);
  expect(second.id).toContain(two);
  await show(one, 'What is the return period?', FIRST);
  const back = await here.settled(page, 0, FIRST);
  expect(back.id).toBe(first?.id);
});

test('a new conversation that gets its address while it is answered keeps its output', async () => {
  const page = await here.chat('/c/new');
  await page.evaluate(async () => {
    window.chat.user('Begin.');
    const turn = window.chat.answer({ text: '' });
    const told = window.chat.tell(turn, 'This answer began before its conversation had an address of its own.');
    history.pushState({}, '', '/c/33333333-3333-4333-8333-333333333333');
    await told;
  });
  const [, output] = await here.outputs(page, 2);
  await page.evaluate(() => window.chat.redraw());
  await here.outputs(page, 2);
  expect((await here.outputs(page, 2))[1]?.id).toBe(output?.id);
  await expect.poll(() => versions(here.browser, output?.id ?? '')).toHaveLength(1);
});

test('an element that a list uses again for another message is another output', async () => {
  const page = await here.chat();
  const use = (id: string, question: string, text: string) =>
    page.evaluate(
      ([message, prompt, words]) => {
        const [user, turn] = [...window.chat.main.children];
        const set = (of: Element | undefined, selector: string, to: string) => {
          (of?.querySelector(selector)?.firstChild as Text).data = to;
        };
        user?.firstElementChild?.setAttribute('data-message-id', `u-${message}`);
        turn?.firstElementChild?.setAttribute('data-message-id', message as string);
        set(user, '.whitespace-pre-wrap', prompt as string);
        set(turn, 'p', words as string);
      },
      [id, question, text] as const,
    );
  const [first] = await here.outputs(page, 1);
  await use('a-9', 'What of bulky goods?', 'Bulky goods are fetched from your door.');
  const ninth = await here.settled(page, 0, 'Bulky goods are fetched from your door.');
  expect(ninth.id).not.toBe(first?.id);
  await use('a-first', 'What is the return period?', FIRST);
  expect((await here.settled(page, 0, FIRST)).id).toBe(first?.id);
});

for (const where of withNights<'in' | 'beside'>(['beside'], 'in'))
  test(`what the tool says of how sure it is once its answer is complete, ${where} the turn, is taken up as that answer's`, async () => {
    const page = await here.chat();
    const text = `The parcel weighs two kilograms, ${where}.`;
    await page.evaluate(
      ([words, place]) => {
        window.chat.user('How heavy?', 'u-2');
        const holder = document.createElement('div');
        const turn = window.chat.turn({ id: 'a-2', text: words });
        window.chat.main.append(holder);
        holder.append(turn);
        Object.assign(window, { holder: place === 'in' ? turn.firstElementChild : holder });
      },
      [text, where] as const,
    );
    const { id } = await here.settled(page, 1, text);
    const told = async () =>
      (await storedOutputs(here.browser)).flatMap((one) => (one.outputId === id ? [[one.text, one.stated]] : []));
    await expect.poll(told).toEqual([[text, undefined]]);
    const say = (words: string) =>
      page.evaluate((said) => {
        const { holder } = window as unknown as { holder: Element };
        const chip = holder.querySelector('.sure') ?? Object.assign(document.createElement('p'), { className: 'sure' });
        chip.textContent = said;
        holder.append(chip);
      }, words);
    await say('Confidence: calculating');
    await say('Confidence: 85 %');
    await expect.poll(told).toEqual([[text, 'Confidence: 85 %']]);
    await say('Confidence: 40 %');
    await expect.poll(told).toEqual([[text, 'Confidence: 40 %']]);
    expect((await here.outputs(page, 2)).map((output) => output.text)).toEqual([FIRST, text]);
  });
