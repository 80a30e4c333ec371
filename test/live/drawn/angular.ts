/** A conversation that Angular draws and draws again. Runs in the page. */
import '@angular/compiler';
import { Component, provideZonelessChangeDetection, signal } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import type { Answer } from './page.ts';

const answers = signal<Answer[]>([]);

/** Without the compiler's own build step, a component is its decorator called on a class. */
const Conversation = Component({
  selector: 'main',
  template: `
    @for (answer of answers(); track answer.id) {
      <article data-testid="conversation-turn-2" data-turn="assistant">
        <div data-message-author-role="assistant" [attr.data-message-id]="answer.id" data-message-model-slug="m">
          <div class="markdown prose">
            @for (words of answer.paragraphs; track $index) {<p>{{ words }}</p>}
          </div>
        </div>
      </article>
    }`,
})(
  class {
    readonly answers = answers;
  },
);

const running = bootstrapApplication(Conversation, { providers: [provideZonelessChangeDetection()] });

window.draw = async (next) => {
  answers.set(next);
  (await running).tick();
};
