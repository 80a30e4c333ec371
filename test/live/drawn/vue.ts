/** A conversation that Vue draws and draws again. Runs in the page. */
import { createApp, h, nextTick, shallowRef } from 'vue';
import { type Answer, place } from './page.ts';

const answers = shallowRef<Answer[]>([]);

const turn = ({ id, paragraphs }: Answer) =>
  h('article', { key: id, 'data-testid': 'conversation-turn-2', 'data-turn': 'assistant' }, [
    h('div', { 'data-message-author-role': 'assistant', 'data-message-id': id, 'data-message-model-slug': 'm' }, [
      h(
        'div',
        { class: 'markdown prose' },
        paragraphs.map((words) => h('p', words)),
      ),
    ]),
  ]);

createApp({ setup: () => () => answers.value.map(turn) }).mount(place());

window.draw = (next) => {
  answers.value = next;
  return nextTick();
};
