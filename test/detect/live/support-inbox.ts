import { chatOfTwo } from '../runtime/chatting.ts';
import { make } from '../runtime/dom.ts';

chatOfTwo((mine, text) =>
  make(
    'article',
    { class: mine ? 'msg agent' : 'msg customer' },
    make('header', {}, mine ? 'Tu · operatore' : 'Nadia Corsi · cliente'),
    make('p', {}, text),
    make('footer', {}, make('button', {}, 'Copia'), make('button', {}, 'Rispondi')),
  ),
);
