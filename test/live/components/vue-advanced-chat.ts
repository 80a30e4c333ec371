/** vue-advanced-chat with a model at the other end. */
import { streamAnswer } from '../../detect/runtime/model.ts';
import { asked } from '../../detect/runtime/page.ts';
import { pastTurns } from '../../detect/runtime/params.ts';
import { watchTurns } from '../../detect/runtime/watch.ts';
import { openRoom } from './room.ts';

const before = pastTurns(asked, 'markdown').map(({ role, text }) => ({ mine: role === 'user', text }));
const room = openRoom('Nova', before);

async function ask(prompt: string): Promise<void> {
  room.add('me', prompt);
  room.typing('other', true);
  let text = '';
  let id: string | undefined;
  for await (const piece of streamAnswer(prompt, asked, 'markdown')) {
    text += piece;
    room.typing('other', false);
    if (id) room.change(id, text);
    else id = room.add('other', text);
  }
}

room.onSend((prompt) => void ask(prompt));

watchTurns({
  answers: '.vac-message-box:not(.vac-offset-current) .vac-format-message-wrapper',
  users: '.vac-message-box.vac-offset-current .vac-format-message-wrapper',
  format: 'markdown',
});
