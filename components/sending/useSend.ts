import { useState } from 'react';
import { send } from '../../lib/messages/send.ts';
import type { MessageBody, MessageName } from '../../lib/messages/to-background/index.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { refusalText } from '../words/refusal.ts';

/** Sends messages to the background; a refusal is said in words. */
export function useSend() {
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  /** Whether it was carried out. */
  const carryOut = async <K extends MessageName>(type: K, body: MessageBody<K>): Promise<boolean> => {
    setBusy(true);
    try {
      await send(type, body);
      return true;
    } catch (error) {
      announce(refusalText(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { carryOut, busy };
}
