import { useState } from 'react';
import { i18n } from '#i18n';
import type { EndpointTest } from '../../lib/messages/replies.ts';
import { send } from '../../lib/messages/send.ts';
import { askForAccess } from '../site/permission.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { refusalText } from '../words/refusal.ts';

export interface EndpointSettings {
  endpoint: string;
  token: string;
}

/** Tests an endpoint, or connects to it. */
export function useConnection(onConnected?: () => void) {
  const announce = useAnnounce();
  const [result, setResult] = useState<EndpointTest>();
  const [busy, setBusy] = useState<'target.test' | 'target.save'>();
  const run = async (type: 'target.test' | 'target.save', settings: EndpointSettings) => {
    const access = askForAccess(settings.endpoint); // before any await
    setResult(undefined);
    setBusy(type);
    try {
      const found = (await access) ? await send(type, settings) : ({ ok: false, problem: 'no_permission' } as const);
      setResult(found);
      if (found.ok && type === 'target.save') {
        announce(i18n.t('options.connected', { team: found.me.team }));
        onConnected?.();
      }
    } catch (error) {
      announce(refusalText(error));
    } finally {
      setBusy(undefined);
    }
  };
  return { result, busy, run };
}
