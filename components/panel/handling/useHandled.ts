import { i18n } from '#i18n';
import { send } from '../../../lib/messages/send.ts';
import type { MessageBody } from '../../../lib/messages/to-background/index.ts';
import { useSend } from '../../sending/useSend.ts';

/** Something was arranged of an item: so that it can be taken back. */
export interface Handled {
  hash: string;
  handlingId: string;
  what: 'assigned' | 'deferred' | 'duplicate';
  /** What was done, to be announced. */
  words: string;
}

/** Arranges something of an item, and tells of it; gives whether it was done. */
export function useHandled(hash: string, onHandled?: (handled: Handled) => void) {
  const { act, busy } = useSend();
  const done = (what: Handled['what'], handlingId: string, words: string) =>
    onHandled?.({ hash, handlingId, what, words });
  const assign = (after: string | null, words: string, to?: string): Promise<boolean> =>
    act(async () => {
      const { handlingId } = await send('handling.assign', { hash, after, ...(to === undefined ? {} : { to }) });
      done('assigned', handlingId, words);
    });
  const defer = (body: Pick<MessageBody<'handling.defer'>, 'until' | 'reason'>, words: string): Promise<boolean> =>
    act(async () => {
      const { handlingId } = await send('handling.defer', { hash, ...body });
      done('deferred', handlingId, words);
    });
  const markDuplicate = (of: string): Promise<boolean> =>
    act(async () => {
      const { handlingId } = await send('handling.duplicate', { hash, of });
      done('duplicate', handlingId, i18n.t('panel.handling.duplicated'));
    });
  /** Ends all of some. */
  const end = (handlingIds: readonly string[], words: string): Promise<boolean> =>
    act(async () => {
      for (const handlingId of handlingIds) await send('handling.end', { hash, handlingId });
      return words;
    });
  return { assign, defer, markDuplicate, end, busy };
}
