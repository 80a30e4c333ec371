/** Answers in shadow roots and in frames. */
import type { Page } from 'playwright';
import { test } from 'playwright/test';
import { withNights } from '../../nightly.ts';
import { withExtension } from '../harness/chromium.ts';
import { deepClick, deepCount, deepWait } from '../harness/deep.ts';
import { expect } from '../harness/expect.ts';
import { listOutputs } from '../harness/outputs.ts';
import { cases, storedOutputs, versions } from './cases.ts';
import { chatPage, FIRST } from './chat-page.ts';

const here = cases();

/** The messages of a chat component with a profile, as its shadow root holds them. */
const message = (role: 'ai' | 'user', text: string) =>
  `<div class="outer-message-container deep-chat-outer-container-role-${role}"><div class="message-bubble"><p>${text}</p></div></div>`;

/** A component three roots below the page, of which the one in the middle is closed, made when the page has long been there. */
const NESTED = (modes: readonly string[]) => `<!doctype html><title>Nested</title><app-shell></app-shell><script>
  const modes = ${JSON.stringify(modes)};
  const paced = (ms) => {
    const { promise, resolve } = Promise.withResolvers();
    setTimeout(resolve, ms);
    return promise;
  };
  window.build = () => {
    let top = document.querySelector('app-shell');
    for (const mode of modes) {
      const root = top.attachShadow({ mode });
      const next = document.createElement(mode === modes.at(-1) && root.host === top ? 'div' : 'app-part');
      root.append(next);
      top = next;
    }
    const chat = document.createElement('deep-chat');
    window.chatRoot = chat.attachShadow({ mode: modes[0] });
    window.chatRoot.innerHTML = '<div id="messages">' + ${JSON.stringify(message('user', 'How deep?') + message('ai', 'As deep as it is nested.'))} + '</div>';
    top.append(chat);
  };
  window.say = async (text) => {
    window.chatRoot.querySelector('#messages').insertAdjacentHTML('beforeend', ${JSON.stringify(message('ai', ''))});
    const words = window.chatRoot.querySelector('#messages').lastElementChild.querySelector('p');
    for (const word of text.split(/(?<= )/)) {
      await paced(40);
      words.append(word);
    }
  };
</script>`;

for (const modes of withNights(
  [['open'], ['closed', 'open', 'closed', 'closed']],
  ['closed'],
  ['open', 'closed', 'open'],
))
  test(`a chat component below ${modes.join(', ')} shadow roots`, async () => {
    const page = await here.open(`/nested-${modes.join('-')}`, NESTED(modes));
    await page.evaluate(() => (window as unknown as Record<'build', () => void>).build());
    const [first] = await here.outputs(page, 1);
    expect(first).toMatchObject({ text: 'As deep as it is nested.', tool: 'deep-chat' });
    const text = `It streams below ${modes.join(' and ')}.`;
    await page.evaluate((words) => (window as unknown as { say(of: string): Promise<void> }).say(words), text);
    const second = await here.settled(page, 1, text);
    await expect.poll(() => versions(here.browser, second.id)).toEqual([text]);
  });

for (const mode of withNights<'open' | 'closed'>(['closed'], 'open'))
  test(`an answer whose parts are drawn in ${mode} shadow roots within it, nested and streaming`, async () => {
    const page = await here.chat();
    const text = `Drawn in ${mode} roots, word by word, two deep. The end is slotted.`;
    await page.evaluate(
      async ([how, words]) => {
        window.chat.user('Draw it.');
        const turn = window.chat.answer({ html: '<x-part></x-part>', marked: false });
        const outer = (turn.querySelector('x-part') as HTMLElement).attachShadow({ mode: how });
        outer.innerHTML = '<style>p { color: red }</style><p></p><x-slot> The end is slotted.</x-slot>';
        const slot = (outer.querySelector('x-slot') as HTMLElement).attachShadow({ mode: how });
        slot.innerHTML = '<slot>Nothing here</slot>';
        await window.chat.paced(200);
        const inner = document.createElement('x-words');
        const root = inner.attachShadow({ mode: how });
        outer.querySelector('p')?.append(inner);
        for (const word of (words.split(' The end')[0] ?? '').split(/(?<= )/)) {
          await window.chat.paced(120);
          root.append(word);
        }
      },
      [mode, text] as const,
    );
    const output = await here.outputs(page, 2);
    const shown = output[1]?.text.replace(/\s+/g, ' ');
    expect(shown).toBe(text);
    await expect.poll(() => versions(here.browser, output[1]?.id ?? '')).toHaveLength(1);
    expect(output[1]?.evidence).toContain('grew');
    await deepWait(page, 'button[data-status]');
  });

test('messages that are components, each with its own shadow root', async () => {
  const page = await here.open('/own-roots', NESTED(['open']));
  await page.evaluate(() => {
    const own = (html: string) => {
      const part = document.createElement('chat-message');
      part.attachShadow({ mode: 'closed' }).innerHTML = html;
      return part;
    };
    const box = document.createElement('deep-chat');
    const list = box.attachShadow({ mode: 'open' });
    const turn = (role: string, text: string) =>
      `<div class="deep-chat-outer-container-role-${role}"><div class="message-bubble">${text}</div></div>`;
    list.append(own(turn('user', 'One?')), own(turn('ai', 'One in its own root.')));
    list.append(own(turn('user', 'Two?')), own(turn('ai', 'Two in its own root.')));
    document.body.append(box);
  });
  expect(await here.texts(page, 2)).toEqual(['One in its own root.', 'Two in its own root.']);
  await expect.poll(() => deepCount(page, 'button[data-status]')).toBe(2);
  await deepClick(page, 'button[data-status]');
  await deepWait(page, '[data-category="factual"]');
});

/** The frames of a tab that hold outputs, by address, with the texts of these. */
async function framesOf(page: Page): Promise<Record<string, string[]>> {
  const ids = await withExtension(here.browser, (inside) =>
    inside.evaluate(async (url) => {
      const { chrome } = globalThis as unknown as { chrome: Frames };
      const [tab] = (await chrome.tabs.query({})).filter((candidate) => candidate.url === url);
      const target = { tabId: tab?.id ?? 0, allFrames: true };
      const frames = await chrome.scripting.executeScript({ target, func: () => window.name });
      return frames.map(({ frameId, result }) => [frameId, result] as const);
    }, page.url()),
  );
  const found: Record<string, string[]> = {};
  for (const [frameId, name] of ids)
    found[name || 'top'] = (await listOutputs(here.browser, page, frameId)).map(({ text }) => text);
  return found;
}
interface Frames {
  tabs: { query(of: object): Promise<{ id?: number; url?: string }[]> };
  scripting: { executeScript(of: object): Promise<{ frameId: number; result: string }[]> };
}

test('nested, cross-origin, about:blank and srcdoc frames are read, and their outputs belong to the page', async () => {
  const { server } = here;
  const port = new URL(server.url).port;
  server.page('/innermost', chatPage());
  server.page('/between', `<title>Between</title><iframe name="nested" src="/innermost"></iframe>`);
  const turns = (text: string) =>
    `<div data-turn='user' data-testid='conversation-turn-1'>Ask</div><div data-turn='assistant' data-testid='conversation-turn-2'><div class='markdown'><p>${text}</p></div></div>`;
  const page = await here.open(
    '/frames',
    `<!doctype html><title>Frames</title>
    <iframe name="between" src="/between"></iframe>
    <iframe name="foreign" src="http://localhost:${port}/innermost" width="900" height="300"></iframe>
    <iframe name="blank" width="900" height="150"></iframe>
    <iframe name="written" srcdoc="${turns('Written into the frame.')}" width="900" height="150"></iframe>
    <script>document.querySelector('[name=blank]').contentDocument.body.innerHTML = ${JSON.stringify(turns('Put into a blank frame.'))};</script>`,
  );
  await expect
    .poll(() => framesOf(page))
    .toEqual({
      top: [],
      between: [],
      nested: [FIRST],
      foreign: [FIRST],
      blank: ['Put into a blank frame.'],
      written: ['Written into the frame.'],
    });
  const addresses = async () =>
    (await storedOutputs(here.browser)).flatMap(({ text, pageUrl }) => (/frame\.$/.test(text) ? pageUrl : []));
  await expect.poll(addresses).toEqual([`${server.url}/frames`, `${server.url}/frames`]);
});
