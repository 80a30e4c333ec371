/** What the walks of `npm run walk` stand on, without a browser: their words, what they take for ours, and their page. */
import { describe, expect, it } from 'vitest';
import { pageOf } from '../../scripts/walk/album.ts';
import { oursIn, wordsOfOurs } from '../../scripts/walk/ours.ts';
import { commandsIn } from '../../scripts/walk/readme.ts';
import { wordsIn } from '../../scripts/walk/words.ts';
import { files, read } from './tree.ts';

const walks = files.filter((path) => path.startsWith('scripts/walk/'));
const sayings = walks.flatMap((path) =>
  [...read(path).matchAll(/(?:says|named|text|button)\((?:\w+, )?'([\w.]+)'/g)].map(([, key]) => key ?? ''),
);

describe('the words that walks look for', () => {
  it.each(['en', 'it'] as const)('are there (%s)', async (language) => {
    const words = await wordsIn(language);
    expect(sayings.length).toBeGreaterThan(30);
    for (const key of sayings) expect(() => words.says(key)).not.toThrow();
    expect(() => words.says('no.such')).toThrow('no.such');
  });

  it('are found as they are filled in, and a name only as a whole', async () => {
    const { says, named } = await wordsIn('en');
    const found = (words: RegExp, said: string) => words.exec(said)?.[0];
    expect(found(says('practice.now.done'), 'Done, in 12 s. That was a flag.')).toBe('Done, in 12 s. That was a flag.');
    expect(found(says('panel.queue.waiting'), '1 answer waits for a decision, gravest first')).toBeDefined();
    expect(found(named('options.connect'), ' Connect ')).toBeDefined();
    expect(found(named('options.connect'), 'Connect now')).toBeUndefined();
  });
});

describe('words of ours', () => {
  const ours = wordsOfOurs(read('docs/architecture.md'));

  it('are those of the table', () => {
    expect(ours).toEqual(expect.arrayContaining(['output', 'endpoint', 'policy', 'untraced', 'by_process']));
    expect(() => wordsOfOurs('# No table')).toThrow('no table');
  });

  it('are found on a screen as words, and not in addresses or other words', () => {
    expect(oursIn('Two outputs wait; by process.', ours)).toEqual(['output', 'by_process']);
    expect(oursIn('throughput, https://x.example/policy/endpoint, a rule', ours)).toEqual([]);
  });
});

it('README and CONTRIBUTING name no command that is not there', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  for (const document of ['README.md', 'CONTRIBUTING.md']) {
    const commands = commandsIn(read(document));
    expect(commands).toContain('demo');
    expect(commands.filter((command) => !(command in scripts))).toEqual([]);
  }
});

it('the page of pictures shows each step under its walk, with what was wrong, and what a screen said as text', () => {
  const step = { walk: 'lead', picture: 'lead-01-queue.png', sentence: 'Opens it.', next: '<b>Record</b>' };
  const page = pageOf([{ ...step, faults: ['the page scrolls sideways'] }]);
  expect(page).toContain('<section id="lead">');
  expect(page).toContain('&lt;b&gt;Record&lt;/b&gt;');
  expect(page).toContain('<p class="fault">the page scrolls sideways</p>');
  expect(page).toContain('src="lead-01-queue.png"');
});
