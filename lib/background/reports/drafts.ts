/** Forms of the panel, kept while somebody fills them in. Here, since a panel that closes can send a message and not wait for a write. */
import { handle } from '../../messages/receive.ts';
import { dropForm, keepForm } from '../../store/desk.ts';
import { oneAtATime } from '../spine/in-turn.ts';

/** What is dropped must not be kept again by what was sent before. */
const inTurn = oneAtATime();

export function registerDrafts(): void {
  handle('draft.keep', async ({ key, typed }) => {
    await inTurn(() => keepForm(key, typed));
    return null;
  });
  handle('draft.drop', async ({ key }) => {
    await inTurn(() => dropForm(key));
    return null;
  });
}
