import { talk } from '../words/people.ts';
import { byId, onEnter } from './dom.ts';
import { asked } from './page.ts';
import { reply, watchNobody } from './people.ts';

/** A chat between two people in `#thread`, written in `#box`; `bubble` makes the markup of one message. */
export function chatOfTwo(bubble: (mine: boolean, text: string) => HTMLElement): void {
  const scene = talk(asked.lang);
  const thread = byId('thread');
  const add = (mine: boolean, text: string): void => {
    thread.append(bubble(mine, text));
    thread.scrollTop = thread.scrollHeight;
  };
  let said = 0;
  watchNobody();
  for (const { mine, text } of scene.before) add(mine, text);
  onEnter(byId('box'), (text) => {
    add(true, text);
    const typing = (on: boolean): void => {
      byId('typing').textContent = on ? `${scene.other} …` : '';
    };
    void reply(scene, said++, { typing, says: (answer) => add(false, answer) });
  });
}
