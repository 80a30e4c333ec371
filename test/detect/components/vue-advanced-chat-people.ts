/** vue-advanced-chat between two people. */
import { asked } from '../runtime/page.ts';
import { reply, watchNobody } from '../runtime/people.ts';
import { openRoom } from '../runtime/room.ts';
import { talk } from '../words/people.ts';

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
