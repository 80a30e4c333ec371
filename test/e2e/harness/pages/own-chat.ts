/** A chat page that no profile knows: the person's question turns up as a turn, and the answer streams below it. */

const SHELL = (body: string, script: string) => `<!doctype html><meta charset="utf-8"><title>Desk</title>
<style>body { margin: 0; font: 16px sans-serif } main { max-width: 640px; padding: 16px } .row { margin: 12px 0 }</style>
<main><div class="thread">${body}</div>
<form><textarea aria-label="Question" rows="2" cols="50"></textarea><button>Send</button></form></main>
<script>${script}</script>`;

const ANSWER =
  'In short, that depends on the contract: the first part is due within thirty days after delivery, the rest when both sides have signed.';

/** Class names of the parts of a turn: a site that is rebuilt gets others. */
interface Build {
  question: string;
  answer: string;
}

export const FIRST_BUILD: Build = { question: 'question-row', answer: 'bot-row' };
export const SECOND_BUILD: Build = { question: 'human-line', answer: 'assistant-line' };

/** What an answer goes on with below itself, where the page lets it. */
export const MORE =
  'As to the invoice of May, nothing of this holds: it was paid in advance, and only its costs of shipping are left to be settled.';

/**
 * A thread with past turns, and a field that adds one: its answer comes word by word; in two parts, each in an element of
 * its own, where `parts` says so.
 */
export function chatPage(build: Build, past: readonly [string, string][] = [], parts: 1 | 2 = 1): string {
  const row = (kind: string, inner: string, text: string) =>
    `<div class="row ${kind}"><span class="who"></span><div class="${inner}">${text}</div></div>`;
  const body = past
    .map(([question, answer]) => row(build.question, 'said', question) + row(build.answer, 'said', answer))
    .join('');
  return SHELL(
    body,
    `
  const thread = document.querySelector('.thread');
  const field = document.querySelector('textarea');
  const add = (kind, text) => {
    const row = document.createElement('div');
    row.className = 'row ' + kind;
    row.innerHTML = '<span class="who"></span><div class="said"></div>';
    row.lastChild.textContent = text;
    thread.append(row);
    return row.lastChild;
  };
  document.querySelector('form').addEventListener('submit', (event) => {
    event.preventDefault();
    add(${JSON.stringify(build.question)}, field.value);
    field.value = '';
    const words = ${JSON.stringify(ANSWER)}.split(' ');
    const more = ${JSON.stringify(parts === 2 ? MORE.split(' ') : [])};
    let said;
    const timer = setInterval(() => {
      said ??= add(${JSON.stringify(build.answer)}, '');
      const word = words.shift();
      if (word) return said.append(word + ' ');
      if (more.length > 0) {
        words.push(...more.splice(0));
        said = said.parentElement.appendChild(Object.assign(document.createElement('div'), { className: 'also' }));
        return;
      }
      clearInterval(timer);
      document.title = 'Desk, answered';
    }, 70);
  });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    document.querySelector('form').requestSubmit();
  });`,
  );
}
