/** What a page says around the text of an answer, and what only looks like that. */
import { parseHTML } from 'linkedom';
import { beforeEach, expect, it, vi } from 'vitest';
import { framesIn } from '../../../../lib/page/framing/framing.ts';

const STYLES = ['position', 'display', 'userSelect'] as const;
const styleOf = (element: HTMLElement) =>
  Object.fromEntries(
    STYLES.map((name) => {
      for (let node: HTMLElement | null = element; node; node = node.parentElement)
        if (node.style[name] && (node === element || name === 'userSelect')) return [name, node.style[name]];
      return [name, ''];
    }),
  );

beforeEach(() => {
  const window = parseHTML('<html><body></body></html>');
  for (const name of ['document', 'Element', 'HTMLElement', 'Text', 'ShadowRoot'] as const)
    vi.stubGlobal(name, Reflect.get(window, name));
  vi.stubGlobal('CSS', { escape: (name: string) => name });
  vi.stubGlobal('getComputedStyle', styleOf);
  return () => vi.unstubAllGlobals();
});

/** The text of an answer without what was found to frame it. */
function read(html: string): string {
  document.body.innerHTML = `<div class="text">${html}</div>`;
  const region = document.querySelector('.text') as Element;
  for (const selector of framesIn([{ region }])) for (const match of region.querySelectorAll(selector)) match.remove();
  return (region.textContent ?? '').replace(/\s+/g, ' ').trim();
}

const TABLE = '<table><tr><td>Hall</td> <td>3</td></tr></table>';

it.each([
  ['rows of a table', '1–3 of 3'],
  ['its page', 'Page 2 of 3'],
  ['the same in Italian', 'Righe 1-5 di 5'],
  ['how many there are', '24 rows'],
])('leaves out %s below a table', (_, said) => {
  expect(read(`<p>Here:</p> <div class="box">${TABLE}<div class="foot">${said}</div></div>`)).toBe('Here: Hall 3');
});

it.each([
  ['its title', 'Halls by city'],
  ['what it says', 'Hall 3 is the only one of class A1.'],
])('keeps what an answer says below a table: %s', (_, said) => {
  expect(read(`<div class="box">${TABLE}<div class="foot"> ${said}</div></div>`)).toBe(`Hall 3 ${said}`);
});

it.each([
  ['a name of its own', '<p class="small">At noon.</p> <p class="small when">10:12 AM</p>'],
  ['all of its looks together', '<p class="small p-2">At noon.</p> <p class="small text-muted mb-3">10:12</p>'],
  ['no other', '<p>At noon.</p> <p class="clock">Monday, 10:12</p>'],
])('leaves out a time of day that is a paragraph, told by %s', (_, html) => {
  expect(read(html)).toBe('At noon.');
});

it('keeps a time of day that nothing tells from the other paragraphs', () => {
  expect(read('<p class="small">At noon.</p> <p class="small">10:12</p>')).toBe('At noon. 10:12');
});

it.each([
  [
    'a hint',
    '<div class="hint" style="user-select: none">To run code, switch it on in the settings under Features</div>',
  ],
  ['a heading', '<div class="head" style="user-select: none"><span>Excel</span></div>'],
  ['what a tool did', '<div class="did" style="user-select: none">Ran the query</div>'],
])('leaves out what cannot be selected: %s', (_, html) => {
  expect(read(`<p>At noon.</p>${html}`)).toBe('At noon.');
});

it.each([
  ['where nothing can be selected', '<div style="user-select: none" class="all"><p>At noon.</p></div>'],
  ['a box to tick', '<p class="tick" style="user-select: none"><input type="checkbox">At noon.</p>'],
  ['a formula', '<span class="katex" style="user-select: none">At noon.</span>'],
])('keeps what cannot be selected and is of the text: %s', (what, html) => {
  document.body.style.cssText = what.startsWith('where') ? 'user-select: none' : '';
  expect(read(html)).toBe('At noon.');
});

/** The texts of several answers without what was found to frame them. */
function readAll(...html: string[]): string[] {
  document.body.innerHTML = html.map((one) => `<div class="text">${one}</div>`).join('');
  const regions = [...document.querySelectorAll('.text')];
  const frames = framesIn(regions.map((region) => ({ region })));
  return regions.map((region) => {
    for (const selector of frames) for (const match of region.querySelectorAll(selector)) match.remove();
    return (region.textContent ?? '').replace(/\s+/g, ' ').trim();
  });
}

it.each([
  ['a paragraph with a name of its own', '<p class="fine">For use in the house only. Do not send on.</p>'],
  [
    'a long one',
    '<div class="note">Written by a machine, which may be wrong. Check names, dates and sums before you send any of this on.</div>',
  ],
  ['what was looked through', '<div class="found">Looked through 14 files of the archive</div>'],
])('leaves out what stands with each answer: %s', (_, note) => {
  const answers = ['<p>At noon.</p>', '<p>In room 3.</p>'].map((text) => `${text} ${note.replace('14', '15')}`);
  expect(readAll(...answers)).toEqual(['At noon.', 'In room 3.']);
});

it.each([
  ['in a paragraph like the others', '<p>Ask me for more.</p>'],
  ['in one that is named as the others are', '<p class="md">Ask me for more.</p>'],
])('keeps what each answer says, %s', (_, last) => {
  const named = last.includes('md') ? ' class="md"' : '';
  expect(readAll(`<p${named}>At noon.</p> ${last}`, `<p${named}>In room 3.</p> ${last}`)).toEqual([
    'At noon. Ask me for more.',
    'In room 3. Ask me for more.',
  ]);
});

it.each([
  ['alone', '<div class="said">I cannot help with that.</div>'],
  ['below a name', '<b class="name">Desk</b> <div class="said">I cannot help with that.</div>'],
  ['above a note', '<div class="said">I cannot help with that.</div> <div class="note">Made by a machine</div>'],
])('keeps an answer that is given twice, %s', (_, said) => {
  for (const text of readAll(said, said)) expect(text).toContain('I cannot help with that.');
});

it.each([
  ['what can be opened behind a sentence', '<p>At noon. <span class="cite" tabindex="0">Handbook</span></p>'],
  ['several of them', '<p>At noon. <button class="cite">wiki</button><button class="cite">plan</button></p>'],
  ['a site', '<p>At noon. <a class="cite" href="https://example.org">example.org</a></p>'],
  ['a number', '<p>At noon.<span class="cite">3</span></p>'],
  ['how many there are', '<p>At noon <span class="cite" tabindex="0">handbook +2</span></p>'],
  ['in another script', '<p>正午です。<span class="cite" tabindex="0">資料</span></p>'],
])('leaves out marks of sources: %s', (_, html) => {
  expect(read(html)).toMatch(/^(?:At noon[.:]?|正午です。)$/);
});

it.each([
  ['a value behind a colon', 'The total: <span class="sum">42</span>'],
  ['a value behind a sentence', 'It went well. <span class="sum">42</span> came.'],
  ['a gain', 'We had <span class="gain">sales +12</span> in May.'],
  ['a word behind a colon that can be opened', 'The state: <span class="term" tabindex="0">refused</span>'],
  ['a site that is named', 'It has moved. <span class="site">acme.example</span> is the new one.'],
  ['a word that can be opened', 'Ask the <span class="term" tabindex="0">desk</span> at noon.'],
  ['a link', 'It is open. <a class="link" href="https://example.org">The plan</a> says so.'],
  ['a power', 'It has 10 m<sup class="up">2</sup>.'],
  [
    'a word that can be opened, with another behind a sentence',
    'Ask <i class="term" tabindex="0">A</i>. <i class="term" tabindex="0">B</i> too.',
  ],
  ['a number', 'Halls: <span class="number">3</span> and <span class="number">4</span>'],
])('keeps what is said in a line: %s', (_, line) => {
  expect(read(`<p>${line}</p>`)).toBe(line.replace(/<[^>]*>/g, ''));
});
