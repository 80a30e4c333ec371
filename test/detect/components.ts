/** The pages with real chat components: which package, how a person writes in it, in which variants it is shown. */
import type { Page } from 'playwright-core';
import type { LabelledPage, Lang } from './contract.ts';
import { talk } from './words/people.ts';
import { exchanges } from './words/script.ts';

interface Component {
  name: string;
  package: string;
  split: LabelledPage['split'];
  composer: string;
  /** What is clicked to send; Enter is pressed where there is nothing. */
  send?: string;
  /** It can only show answers in one piece. */
  wholeOnly?: boolean;
  /** It has an option for past turns. */
  history?: boolean;
  human?: boolean;
}

const COMPONENTS: readonly Component[] = [
  { name: 'deep-chat', package: 'deep-chat', split: 'train', composer: '#text-input', history: true },
  { name: 'assistant-ui', package: '@assistant-ui/react', split: 'train', composer: 'textarea', history: true },
  { name: 'ant-design-x', package: '@ant-design/x', split: 'train', composer: '.ant-sender-input', history: true },
  { name: 'react-chatbotify', package: 'react-chatbotify', split: 'train', composer: '.rcb-chat-input-textarea' },
  { name: 'vue-advanced-chat', package: 'vue-advanced-chat', split: 'train', composer: 'textarea', history: true },
  { name: 'copilotkit', package: '@copilotkit/react-ui', split: 'test', composer: 'textarea', history: true },
  { name: 'n8n-chat', package: '@n8n/chat', split: 'test', composer: 'textarea', history: true },
  { name: 'tdesign-chat', package: '@tdesign-react/chat', split: 'test', composer: 'textarea', history: true },
  { name: 'mui-x-chat', package: '@mui/x-chat', split: 'test', composer: 'textarea', history: true },
  {
    name: 'react-chatbot-kit',
    package: 'react-chatbot-kit',
    split: 'train',
    composer: '.react-chatbot-kit-chat-input',
    wholeOnly: true,
    history: true,
  },
  {
    name: 'chatscope',
    package: '@chatscope/chat-ui-kit-react',
    split: 'test',
    composer: '.cs-message-input__content-editor',
    history: true,
  },
  {
    name: 'vue-advanced-chat-people',
    package: 'vue-advanced-chat',
    split: 'train',
    composer: 'textarea',
    human: true,
  },
  {
    name: 'chatscope-people',
    package: '@chatscope/chat-ui-kit-react',
    split: 'test',
    composer: '.cs-message-input__content-editor',
    human: true,
  },
];

interface Variant {
  suffix: string;
  lang: Lang;
  query: string;
  whole?: boolean;
}

const STREAMS: readonly Variant[] = [
  { suffix: 'en', lang: 'en', query: '' },
  { suffix: 'it', lang: 'it', query: '' },
];
const WHOLE: Variant = { suffix: 'en.whole', lang: 'en', query: '&whole=1', whole: true };
const RESUMED: Variant = { suffix: 'it.history', lang: 'it', query: '&history=4&pause=900' };

/** The entries of their pages. Those of large packages are apart: only the detection bench has them installed. */
export function componentEntries(): Map<string, string> {
  return new Map(COMPONENTS.map(({ name }) => [name, entryOf(name)]));
}

function entryOf(name: string): string {
  const folder = LARGE.has(name) ? '../live/components/large' : '../live/components';
  return `${folder}/${name}.${LARGE.has(name) || name === 'react-chatbot-kit' ? 'tsx' : 'ts'}`;
}

/** All of them are React's. */
const LARGE = new Set(
  'assistant-ui ant-design-x react-chatbotify copilotkit tdesign-chat mui-x-chat chatscope chatscope-people'.split(' '),
);

export function componentPages(): LabelledPage[] {
  return COMPONENTS.flatMap((component) => variantsOf(component).map((variant) => pageOf(component, variant)));
}

function variantsOf({ human, wholeOnly, history }: Component): Variant[] {
  const variants = [...STREAMS];
  if (human) return variants;
  if (!wholeOnly) variants.push(WHOLE);
  if (history) variants.push(RESUMED);
  return variants;
}

function pageOf(component: Component, { suffix, lang, query, whole }: Variant): LabelledPage {
  const { name, human, wholeOnly, split } = component;
  const prompts = human ? talk(lang).lines.map(({ typed }) => typed) : exchanges(lang).map(({ prompt }) => prompt);
  return {
    id: `${name}.${suffix}`,
    kind: 'component',
    path: `/${name}/?lang=${lang}${query}`,
    component: component.package,
    lang,
    streaming: !human && !whole && !wholeOnly,
    ...(human ? { human } : {}),
    split,
    drive: (page) => converse(page, component, prompts),
    truth: async (page) => {
      const read = await page.evaluate(() => window.__detect.read());
      return human ? { ...read, userTexts: prompts } : read;
    },
  };
}

async function converse(page: Page, { composer, send }: Component, prompts: readonly string[]): Promise<void> {
  const box = page.locator(composer).first();
  for (const [at, prompt] of prompts.entries()) {
    await box.click();
    await page.keyboard.type(prompt, { delay: 4 });
    if (send) await page.locator(send).first().click();
    else await page.keyboard.press('Enter');
    // On a processor that is made ten times slower an answer takes its minute.
    await page.waitForFunction((done) => window.__detect.done > done, at, { timeout: 120_000 });
  }
}
