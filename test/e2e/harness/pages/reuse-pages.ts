/** An answer about an offer, and another page with fields into which it is put. */

export const OFFER =
  'The premium plan costs thirty euros a month and includes support on weekdays from nine to six. Customers who pay for a whole year get two months free, and may cancel within fourteen days after the purchase.';
export const CORRECTED = OFFER.replace('thirty euros', 'thirty-five euros');
export const NOTE =
  'Our meeting with the new supplier was moved to Thursday at ten, because the room upstairs is being painted this week and nobody can work there.';

export const CHAT = `<!doctype html><meta charset="utf-8"><title>Chat</title><main style="max-width: 640px; padding: 20px">
<div data-turn="user" data-testid="conversation-turn-1"><div data-message-author-role="user"><div class="whitespace-pre-wrap">What does it cost?</div></div></div>
<div data-turn="assistant" data-testid="conversation-turn-2"><div data-message-author-role="assistant" data-message-id="m2" data-message-model-slug="m"><div class="markdown"><p id="answer">${OFFER}</p></div></div></div></main>
<p id="note">${NOTE}</p>`;
export const CRM = `<!doctype html><meta charset="utf-8"><title>CRM</title><style>body { font: 16px sans-serif; padding: 20px } textarea, [contenteditable] { display: block; width: 560px; height: 90px; border: 1px solid; margin: 12px 0; overflow: auto }</style>
<form><textarea id="plain" aria-label="Plain"></textarea><div id="rich" contenteditable="true"></div><x-field></x-field><iframe srcdoc="<textarea id=inner style='width:90%;height:60px'></textarea>" style="width: 560px; height: 90px"></iframe><button type="button" id="other">Other</button></form>
<script>const root = document.querySelector('x-field').attachShadow({ mode: 'closed' }); root.innerHTML = '<textarea style="width:560px;height:60px"></textarea>'; window.inShadow = () => root.querySelector('textarea').value; window.focusShadow = () => root.querySelector('textarea').focus();</script>`;
