/** The pictures of a walk, and the page that shows them all with what each step was. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';

interface Step {
  walk: string;
  picture: string;
  /** What the person did, or sees. */
  sentence: string;
  /** The words that say what comes next. */
  next: string;
  faults: readonly string[];
}

export class Album {
  readonly folder: string;
  readonly #steps: Step[] = [];
  readonly #counts = new Map<string, number>();

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Takes a picture and keeps what is said of it. */
  async add(page: Page, name: string, step: Omit<Step, 'picture'>): Promise<void> {
    const count = (this.#counts.get(step.walk) ?? 0) + 1;
    this.#counts.set(step.walk, count);
    const picture = `${step.walk}-${String(count).padStart(2, '0')}-${name}.png`;
    await page.screenshot({ path: join(this.folder, picture) });
    this.#steps.push({ ...step, picture });
    console.log(`  ${picture}${step.faults.map((fault) => `\n    NOT WELL: ${fault}`).join('')}`);
  }

  get count(): number {
    return this.#steps.length;
  }

  /** All that was not well, each with its picture. */
  get faults(): string[] {
    return this.#steps.flatMap(({ picture, faults }) => faults.map((fault) => `${picture}: ${fault}`));
  }

  /** Writes the page that shows them. */
  async bind(): Promise<string> {
    const path = join(this.folder, 'index.html');
    await writeFile(path, pageOf(this.#steps));
    return path;
  }
}

/** All steps on one page, walk by walk. */
export function pageOf(steps: readonly Step[]): string {
  const walks = [...new Set(steps.map(({ walk }) => walk))];
  const sections = walks.map((walk) => {
    const own = steps.filter((step) => step.walk === walk);
    return `<section id="${walk}"><h2>${words(walk)}</h2><ol>${own.map(stepOf).join('\n')}</ol></section>`;
  });
  const ways = walks.map((walk) => `<a href="#${walk}">${words(walk)}</a>`).join(' · ');
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>First minutes with Countersign</title>
<style>
body { max-width: 1000px; margin: 2rem auto; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif; }
li { margin-bottom: 2.5rem; }
img { display: block; max-width: 100%; margin-top: .5rem; border: 1px solid #bbb; }
.fault { color: #a40000; }
</style>
<h1>First minutes with Countersign</h1>
<p>${ways}</p>
${sections.join('\n')}
</html>
`;
}

const stepOf = ({ picture, sentence, next, faults }: Step): string =>
  `<li><p>${words(sentence)}<br>Next: <q>${words(next)}</q></p>${faults
    .map((fault) => `<p class="fault">${words(fault)}</p>`)
    .join('')}<img src="${words(picture)}" alt="${words(sentence)}" loading="lazy"></li>`;

const words = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
