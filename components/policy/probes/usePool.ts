import { useCallback, useEffect, useState } from 'react';
import { i18n } from '#i18n';
import { send } from '../../../lib/messages/send.ts';
import type { MessageBody } from '../../../lib/messages/to-background/index.ts';
import type { PooledProbe } from '../../../lib/messages/to-background/probe.ts';
import { useSend } from '../../sending/useSend.ts';
import { endpointText } from '../../words/endpoint.ts';
import { refusalText } from '../../words/refusal.ts';

/** The pool of test texts on the server: undefined while it is asked for, in words why it is not to be had. */
export function usePool() {
  const { act, busy } = useSend();
  const [pool, setPool] = useState<readonly PooledProbe[] | { problem: string }>();
  const look = useCallback(async () => {
    try {
      const said = await send('probe.list', {});
      setPool('problem' in said ? { problem: endpointText(said.problem) } : said.probes);
    } catch (error) {
      setPool({ problem: refusalText(error) });
    }
  }, []);
  useEffect(() => void look(), [look]);
  /** Changes it on the server; says what came of it. */
  const change = (work: () => Promise<object>, done: string): Promise<boolean> =>
    act(async () => {
      const said = await work();
      if ('problem' in said) return i18n.t('policyForm.probes.failed');
      await look();
      return done;
    });
  const add = (entered: MessageBody<'probe.add'>) =>
    change(() => send('probe.add', entered), i18n.t('policyForm.probes.added'));
  const retire = (probeId: string) =>
    change(() => send('probe.retire', { probeId }), i18n.t('policyForm.probes.retired'));
  return { pool, add, retire, busy };
}
