/** vue-advanced-chat between two people. */
import { asked } from '../../detect/runtime/page.ts';
import { reply, watchNobody } from '../../detect/runtime/people.ts';
import { talk } from '../../detect/words/people.ts';
import { openRoom } from './room.ts';

const scene = talk(asked.lang);
const room = openRoom(scene.other, scene.before);
let said = 0;

watchNobody();
room.onSend((text) => {
  room.add('me', text);
  const other = {
    typing: (on: boolean) => room.typing('other', on),
    says: (answer: string) => void room.add('other', answer),
  };
  void reply(scene, said++, other);
});
