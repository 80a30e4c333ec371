/** A conversation that Lit draws and draws again: by its own marks in comments between the nodes. Runs in the page. */
import { html, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type Answer, place } from './page.ts';

const turn = ({ id, paragraphs }: Answer) => html`
  <article data-testid="conversation-turn-2" data-turn="assistant">
    <div data-message-author-role="assistant" data-message-id=${id} data-message-model-slug="m">
      <div class="markdown prose">${paragraphs.map((words) => html`<p>${words}</p>`)}</div>
    </div>
  </article>`;

const main = place() as HTMLElement;
window.draw = (answers) =>
  void render(
    repeat(answers, ({ id }) => id, turn),
    main,
  );
