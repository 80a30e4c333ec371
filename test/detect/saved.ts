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
/** Stands in the prose and is no text of the answer: buttons that head no column, chips, a formula drawn for the ear. */
const BESIDE = 'button:not(th *, [role="columnheader"] *), [class*="citation"], .katex-mathml:has(+ .katex-html)';
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
  /** The answers by the page's own truth selectors: with language labels in them, and some citation chips. */
  truth(page: Page): Promise<Truth>;
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
    truth: (page) => truthOf(page, truth),
  };
}

async function open(page: Page, file: string, tool: string): Promise<void> {
  const profile = PROFILES.find(({ id }) => id === tool);
  if (!profile) throw new Error(`No profile reads ${tool}.`);
  const host = (profile.match.hosts[0] ?? '').replace(/^\*\./, '');
  const html = readFileSync(join(CAPTURES, file), 'utf8');
  await page.route('**/*', (route) =>
    route.request().isNavigationRequest() && route.request().frame() === page.mainFrame()
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: html })
      : route.abort(),
  );
  await page.goto(`https://${host}${PATH_OF[tool] ?? '/'}`);
}

const truthOf = (page: Page, { turn_selector, prose_selector }: Selectors): Promise<Truth> =>
  page.evaluate(
    ({ turns, prose, beside }) => {
      /** A copy that holds in words what a person sees and no text node has: numbers of lists, as far as they are drawn, and strikes. */
      const written = (part: Element): Element => {
        const copy = part.cloneNode(true) as Element;
        const items = [...copy.querySelectorAll('ol > li')];
        for (const [at, item] of [...part.querySelectorAll('ol > li')].entries()) {
          const { parentElement: list, previousElementSibling } = item;
          let number = (list as HTMLOListElement).start;
          for (let before = previousElementSibling; before; before = before.previousElementSibling) number++;
          if (getComputedStyle(item).listStyleType === 'decimal') items[at]?.prepend(`${number}. `);
        }
        for (const struck of copy.querySelectorAll('del, s')) struck.textContent = `~~${struck.textContent}~~`;
        return copy;
      };
      const textOf = (part: Element): string => {
        const copy = written(part);
        for (const formula of copy.querySelectorAll('.katex')) {
          const source = formula.querySelector('annotation[encoding="application/x-tex"]');
          formula.textContent =
            source?.textContent ?? formula.closest('[data-math]')?.getAttribute('data-math') ?? formula.textContent;
        }
        for (const other of copy.querySelectorAll(beside)) other.remove();
        return copy.textContent ?? '';
      };
      const byTurn = new Map<Element, string>();
      for (const part of document.querySelectorAll(prose)) {
        const turn = part.closest(turns);
        if (turn && !part.parentElement?.closest(prose)) byTurn.set(turn, `${byTurn.get(turn) ?? ''} ${textOf(part)}`);
      }
      const outputs = [...byTurn.values()].map((text) => ({ text: text.replace(/\s+/g, ' ').trim() }));
      return { outputs: outputs.filter(({ text }) => text !== ''), userTexts: [], neutral: [] };
    },
    { turns: turn_selector, prose: prose_selector, beside: BESIDE },
  );
