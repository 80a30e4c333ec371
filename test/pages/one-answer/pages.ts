/** A page of a known tool with one answer in it, and answers that mean the opposite of each other. */

export const chatPage = (answer: string, id: string, script = ''): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Chat</title><main style="max-width:640px">
<section data-turn="user" data-testid="conversation-turn-1"><div data-message-author-role="user" data-message-id="u-${id}"><div id="asked">Which is right?</div></div></section>
<section data-turn="assistant" data-testid="conversation-turn-2"><div data-message-author-role="assistant" data-message-id="${id}"><div class="markdown">${answer}</div></div></section>
</main><script>${script}</script></html>`;

const emoji = (alt: string): string =>
  `<img alt="${alt}" width="16" height="16" src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=">`;
const icon = (label: string): string => `<svg role="img" aria-label="${label}" width="9" height="9"></svg>`;
const boxes = (one: string, other: string): string =>
  `<ul><li><input type="checkbox" disabled ${one}> Signed</li><li><input type="checkbox" disabled ${other}> Paid</li></ul>`;
const table = (first: string, second: string): string =>
  `<table><tr><th></th><th>2023</th><th>2024</th></tr><tr><td>Income</td><td>10</td><td>20</td></tr><tr><td>Costs</td><td>${first}</td><td>${second}</td></tr></table>`;
const choice = (chosen: string): string =>
  `<p>Ship by <select>${['sea', 'air'].map((way) => `<option ${way === chosen ? 'selected' : ''}>${way}</option>`).join('')}</select>.</p>`;

export const opposites = {
  emoji: [
    `<p>${emoji('✅')} Wash at 30 degrees</p><p>${emoji('❌')} Tumble dry</p>`,
    `<p>${emoji('❌')} Wash at 30 degrees</p><p>${emoji('✅')} Tumble dry</p>`,
  ],
  boxes: [boxes('checked', ''), boxes('', 'checked')],
  strikes: ['<p>Pay <s>100 EUR</s> 80 EUR.</p>', '<p>Pay 100 EUR <s>80 EUR</s>.</p>'],
  'empty cells': [table('', '7'), table('7', '')],
  icons: [`<p>${icon('Yes')} Dogs</p><p>${icon('No')} Cats</p>`, `<p>${icon('No')} Dogs</p><p>${icon('Yes')} Cats</p>`],
  choices: [choice('sea'), choice('air')],
  exponents: ['<p>Give 10<sup>3</sup> units.</p>', '<p>Give 103 units.</p>'],
} as const;

/** 600 lines of 20 px, of which those near what is seen are in the page. */
export const code = {
  html: '<p>Here is the script:</p><pre><div id="code" style="position:relative;height:12000px"></div></pre><p>Run it daily.</p>',
  script: `const box = document.querySelector('#code');
    const draw = () => {
      const top = -box.getBoundingClientRect().top;
      const from = Math.max(1, Math.floor((top - 400) / 20)), to = Math.min(600, Math.ceil((top + innerHeight + 400) / 20));
      box.replaceChildren(...Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => {
        const line = document.createElement('div');
        line.textContent = 'step(); // line ' + (from + at);
        line.style.cssText = 'position:absolute;height:20px;top:' + (from + at - 1) * 20 + 'px';
        return line;
      }));
    };
    addEventListener('scroll', draw); draw();`,
};

export const MARK = 'Another answer';
export const markTurn = (at: number): string =>
  `<section data-turn="assistant" data-testid="conversation-turn-m${at}"><div data-message-author-role="assistant" data-message-id="m-${at}"><div class="markdown"><p>${MARK} ${at}.</p></div></div></section>`;
