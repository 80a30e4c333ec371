import { chatOfTwo } from '../runtime/chatting.ts';
import { make } from '../runtime/dom.ts';

chatOfTwo((mine, text) =>
  make(
    'div',
    { class: `message ${mine ? 'outgoing' : 'incoming'}`, 'data-message-id': crypto.randomUUID() },
    make('div', { class: 'author' }, mine ? 'Tu' : 'Davide'),
    make('div', { class: 'content' }, make('p', {}, text)),
  ),
);
