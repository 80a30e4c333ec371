/** For how long a fresh report stays here, and can be taken back as if it had never been. */
import { testUndoMs } from '../../settings/items.ts';
import { UNDO_MS } from '../../store/write/writes.ts';

/** In the test build a test says: one that takes back has all the time that a slow machine needs, and others need not wait. */
export const undoMs = async (): Promise<number> =>
  import.meta.env.MODE === 'test' ? await testUndoMs.getValue() : UNDO_MS;
