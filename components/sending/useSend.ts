import { send } from '../../lib/messages/send.ts';
import type { MessageBody, MessageName } from '../../lib/messages/to-background/index.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { useAct } from './useAct.ts';

/** Does what a person asked for, and says what came of it: `act` any work, `carryOut` a message to the background. */
export function useSend() {
  const { act, busy } = useAct(useAnnounce());
  /** Whether it was carried out; then `said` is said. */
  const carryOut = <K extends MessageName>(type: K, body: MessageBody<K>, said?: string): Promise<boolean> =>
    act(async () => {
      await send(type, body);
      return said;
    });
  return { act, carryOut, busy };
}
