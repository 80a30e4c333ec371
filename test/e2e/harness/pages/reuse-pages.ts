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

/** Editors that draw what is typed on a canvas: the keys go into a frame, or a field, that nobody sees. */
const drawn = (field: string, script: string): string => `<!doctype html><meta charset="utf-8"><title>Canvas</title>
<canvas id="c" width="700" height="400" style="border: 1px solid"></canvas>${field}
<script>const canvas = document.querySelector('#c'), pen = canvas.getContext('2d'); let words = '';
const draw = (text) => { words += text; pen.clearRect(0, 0, 700, 400); pen.fillText(words.slice(0, 90), 20, 40); }; ${script}</script>`;
const TAKEN = 'event.preventDefault(); draw(event.clipboardData.getData("text/plain"));';
export const CANVASES = {
  'a frame': drawn(
    '<iframe id="f" style="position: absolute; top: -1000px; left: 0; width: 1px; height: 1px; border: 0"></iframe>',
    `const inside = document.querySelector('#f').contentDocument; inside.body.contentEditable = 'true';
    inside.addEventListener('paste', (event) => { ${TAKEN} }); canvas.onclick = () => { document.querySelector('#f').contentWindow.focus(); inside.body.focus(); };`,
  ),
  'a field off the page': drawn(
    '<textarea id="f" style="position: absolute; top: -1000px; left: -1000px"></textarea>',
    `const field = document.querySelector('#f'); field.addEventListener('input', () => { draw(field.value); field.value = ''; }); canvas.onclick = () => field.focus();`,
  ),
  'a field that cannot be seen': drawn(
    '<div id="f" contenteditable="true" style="position: absolute; top: 30px; left: 30px; width: 40px; height: 20px; opacity: 0"></div>',
    `const field = document.querySelector('#f'); field.addEventListener('paste', (event) => { ${TAKEN} }); canvas.onclick = () => field.focus();`,
  ),
};
/** A field in plain sight that takes no paste. */
export const REFUSING = `<!doctype html><meta charset="utf-8"><title>Typed only</title><textarea id="c" rows="4" cols="40" onpaste="return false"></textarea><button type="button">Other</button>`;
