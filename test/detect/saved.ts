/** Saved pages of real tools, from the reference folder beside the repository, shown at the addresses where they live. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { PROFILES } from '../../lib/tools/index.ts';
import { ROOT } from '../../scripts/machine.ts';
import type { Truth } from './contract.ts';

const CAPTURES = join(ROOT, '..', 'shared', 'reference', 'captures');
/** Folders that are not named like the tool's profile. */
const TOOL_OF: Record<string, string> = { 'google-search-ai': 'google-ai-mode' };
/** Files whose truth ends where an artefact card stands in the middle of an answer; we read on behind it. */
const CONTINUES = new Set(['claude/yongseop-artifact-full-2026-02.html']);
/** Documents that an answer was written into, open beside the conversation: answers too, of which the index says nothing. */
const DOCUMENT_IN: Record<string, string> = { 'claude/yongseop-artifact-full-2026-02.html': '#markdown-artifact' };
/**
 * Stands in the prose and is no text of the answer: buttons that head no column, chips that name a source, a formula drawn
 * for the ear; above code its language, which the tool writes there and not the model; a clock; what nobody sees.
 */
const BESIDE = [
  'button:not(th *, [role="columnheader"] *)',
  '[class*="citation"], [data-testid*="citation"]',
  '.katex-mathml:has(+ .katex-html)',
  'pre .sticky, pre > div > .flex.text-xs',
  '.text-text-500.font-small',
  '.code-block-decoration',
  '[data-testid="code-language-indicator"]',
  '.absolute.text-xs:has(~ [class*="language-"])',
  '.creation-timestamp',
  '[style*="display: none"], [style*="display:none"]',
  'svg[aria-hidden="true"]',
].join(', ');
/**
 * A saved page has lost its style sheets. What their names mean in every sheet is said once more, as far as it hides
 * something: else what was folded away above an answer would stand there.
 */
const STYLE = `<style>
.sr-only, .cdk-visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0, 0, 0, 0) }
[class~='hidden']:not([class*=':']), [class~='!hidden'], [inert][role="region"] { display: none }
.select-none { user-select: none }
.invisible { visibility: hidden }
.overflow-hidden { overflow: hidden }
</style>`;
/** Where a tool's conversation lives, where its start page is not enough. */
const PATH_OF: Record<string, string> = { 'google-ai-mode': '/search?udm=50&q=x' };

interface Selectors {
  turn_selector: string;
  user_selector?: string;
  prose_selector: string;
  assistant: { head: string; chars: number }[];
}

export interface SavedPage {
  /** Path below the folder: `tool/name.html`. */
  file: string;
  /** Id of the profile that reads it. */
  tool: string;
  /** Answers with text that it holds. */
  answers: number;
  /** Selectors of its turns, by its own truth. */
  turns: string;
  users: string;
  /** Its truth may be the beginning of an answer only. */
  continues: boolean;
  open(page: Page): Promise<void>;
  /** The answers by the page's own truth selectors, and the document beside them. */
  truth(page: Page): Promise<Truth>;
  /** The answers alone, for who plays its turns again. */
  truthOfTurns(page: Page): Promise<Truth>;
}

/** All saved pages that hold text; none where the folder is not there, which the caller has to say. */
export function savedPages(): SavedPage[] {
  const index = join(CAPTURES, 'INDEX.json');
  if (!existsSync(index)) return [];
  const entries = JSON.parse(readFileSync(index, 'utf8')) as { file: string; truth?: Selectors }[];
  return entries.flatMap(({ file, truth }) => {
    const answers = truth?.assistant.filter(({ chars }) => chars > 0).length ?? 0;
    return truth && answers > 0 ? [savedPage(file, truth, answers)] : [];
  });
}

function savedPage(file: string, truth: Selectors, answers: number): SavedPage {
  const folder = file.split('/')[0] ?? '';
  const tool = TOOL_OF[folder] ?? folder;
  return {
    file,
    tool,
    answers,
    turns: truth.turn_selector,
    users: truth.user_selector ?? '',
    continues: CONTINUES.has(file),
    open: (page) => open(page, file, tool),
    truth: (page) => truthOf(page, withDocument(truth, DOCUMENT_IN[file])),
    truthOfTurns: (page) => truthOf(page, truth),
  };
}

const withDocument = (truth: Selectors, document: string | undefined): Selectors =>
  document === undefined
    ? truth
    : {
        ...truth,
        turn_selector: `${truth.turn_selector}, ${document}`,
        prose_selector: `${truth.prose_selector}, ${document}`,
      };

async function open(page: Page, file: string, tool: string): Promise<void> {
  const profile = PROFILES.find(({ id }) => id === tool);
  if (!profile) throw new Error(`No profile reads ${tool}.`);
  const host = (profile.match.hosts[0] ?? '').replace(/^\*\./, '');
  const html = readFileSync(join(CAPTURES, file), 'utf8');
  await page.route('**/*', (route) =>
    route.request().isNavigationRequest() && route.request().frame() === page.mainFrame()
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html + STYLE })
      : route.abort(),
  );
  await page.goto(`https://${host}${PATH_OF[tool] ?? '/'}`);
}

const truthOf = (page: Page, { turn_selector, prose_selector }: Selectors): Promise<Truth> =>
  page.evaluate(
    ({ turns, prose, beside }) => {
      const SIGNS: [string, (sign: Element) => string][] = [
        ['input[type="checkbox"]', (box) => (box.hasAttribute('checked') ? '[x] ' : '[ ] ')],
        ['img[alt]', (image) => image.getAttribute('alt') ?? ''],
        ['del, s', (struck) => `~~${struck.textContent}~~`],
      ];
      /** A copy that holds in words what a person sees and no text node has: numbers of lists as far as they are drawn, signs. */
      const written = (part: Element): Element => {
        const copy = part.cloneNode(true) as Element;
        const items = [...copy.querySelectorAll('ol > li')];
        for (const [at, item] of [...part.querySelectorAll('ol > li')].entries()) {
          const list = item.parentElement as HTMLOListElement;
          const number = list.start + [...list.children].indexOf(item);
          if (getComputedStyle(item).listStyleType === 'decimal') items[at]?.prepend(`${number}. `);
        }
        for (const [selector, say] of SIGNS)
          for (const sign of copy.querySelectorAll(selector)) sign.replaceWith(say(sign));
        return copy;
      };
      const sourceOf = (formula: Element): string | null =>
        formula.querySelector('annotation[encoding="application/x-tex"]')?.textContent ??
        formula.closest('[data-math]')?.getAttribute('data-math') ??
        formula.querySelector('[data-xpm-latex]')?.getAttribute('data-xpm-latex') ??
        formula.textContent;
      const textOf = (part: Element): string => {
        const copy = written(part);
        for (const formula of copy.querySelectorAll('.katex, [data-xpm-copy-root]'))
          formula.textContent = sourceOf(formula);
        for (const other of copy.querySelectorAll(beside)) other.remove();
        return copy.textContent ?? '';
      };
      const parts = [...document.querySelectorAll(prose)].filter((part) => !part.parentElement?.closest(prose));
      const inTurns = parts.flatMap((part) => part.closest(turns) ?? []);
      const outputs = [...new Set(inTurns)].map((turn) => {
        const said = parts.filter((part) => part.closest(turns) === turn).map(textOf);
        return { text: said.join(' ').replace(/\s+/g, ' ').trim() };
      });
      return { outputs: outputs.filter(({ text }) => text !== ''), userTexts: [], neutral: [] };
    },
    { turns: turn_selector, prose: prose_selector, beside: BESIDE },
  );
