import { chatOfTwo } from '../runtime/chatting.ts';
import { make } from '../runtime/dom.ts';

chatOfTwo((mine, text) =>
  make('li', { class: mine ? 'bubble mine' : 'bubble theirs' }, make('span', {}, text), make('time', {}, '10:42')),
);
