import { byId, make, over } from '../runtime/dom.ts';
import { after } from '../runtime/model.ts';
import { watchNobody } from '../runtime/people.ts';

watchNobody();
const HERS =
  'Odette asked who keeps the key of the shed now that Paul has moved. It was agreed that it hangs behind the door of the wash house, on the nail with the blue ribbon, and that whoever takes it writes their name on the slate.';

let begun = false;

/** Giulia types in her own paragraph while the person types in theirs: by keys, with pauses, and a word put right. */
async function typeAlong(): Promise<void> {
  const paragraph = byId('hers');
  const text = document.createTextNode('');
  paragraph.replaceChildren(make('span', { class: 'caret', contenteditable: 'false' }, 'Giulia'), text);
  for (const [at, letter] of [...HERS].entries()) {
    text.appendData(letter);
    if (at === 60) {
      text.appendData('teh');
      await after(200);
      text.deleteData(text.length - 3, 3);
    }
    await after(letter === '.' ? 400 : 18);
  }
  await after(800);
  over();
}

byId('page').addEventListener('input', () => {
  if (begun) return;
  begun = true;
  void typeAlong();
});
