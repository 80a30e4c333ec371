/** A conversation whose answer has a table, code and a numbered list; another page with fields. */

/** The answer as it is read: the corner of its table and a cell are empty. */
export const TABLED = [
  'The prices by plan, for one person, as they stand in the list of this spring:',
  '\tMonthly\tYearly',
  'Basic\t10 €\t100 €',
  'Premium\t\t300 €',
  'Compute it like this:',
  'def price(months):',
  '    return months * 10',
  '1. Choose one of the plans.',
  '2. Pay by card or by transfer.',
].join('\n');

const ANSWER = `<p>The prices by plan, for one person, as they stand in the list of this spring:</p>
<table><thead><tr><th></th><th>Monthly</th><th>Yearly</th></tr></thead><tbody><tr><td>Basic</td><td>10 €</td><td>100 €</td></tr>
<tr><td>Premium</td><td></td><td>300 €</td></tr></tbody></table>
<p>Compute it like this:</p><pre><code>def price(months):
    return months * 10
</code></pre><ol><li>Choose one of the plans.</li><li>Pay by card or by transfer.</li></ol>`;

/** A conversation with one answer. */
export const answering = (
  answer: string,
) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Prices</title><main style="max-width: 640px; padding: 20px">
<div data-turn="user" data-testid="conversation-turn-1"><div data-message-author-role="user"><div class="whitespace-pre-wrap">What does it cost?</div></div></div>
<div data-turn="assistant" data-testid="conversation-turn-2"><div data-message-author-role="assistant" data-message-id="t2" data-message-model-slug="m"><div class="markdown" id="answer">${answer}</div></div></div></main></html>`;

export const TABLE_CHAT = answering(ANSWER);

export const FIELDS = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Mail</title><style>body { font: 16px sans-serif; padding: 20px } textarea, [contenteditable] { display: block; width: 560px; height: 150px; border: 1px solid; margin: 12px 0; overflow: auto }</style>
<textarea id="plain" aria-label="Plain"></textarea><div id="rich" contenteditable="true"></div><div id="again" contenteditable="true"></div><button type="button" id="other">Other</button></html>`;
