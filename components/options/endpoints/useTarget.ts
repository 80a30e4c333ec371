import { useState } from 'react';
import { i18n } from '#i18n';
import { send } from '../../../lib/messages/send.ts';
import type { MessageBody } from '../../../lib/messages/to-background/index.ts';
import type { TargetPreview } from '../../../lib/messages/to-background/target.ts';
import { askForAddress } from '../../../lib/settings/site-access.ts';
import type { EndpointTest } from '../../../lib/sync/problem.ts';
import { useSend } from '../../sending/useSend.ts';

export type TargetToSave = MessageBody<'target.save'>;
type Pressed = 'target.test' | 'target.save' | 'target.preview';

/** Tries a target, saves it, or shows what it would send. */
export function useTarget(onSaved?: () => void) {
  const { act, busy } = useSend();
  const [result, setResult] = useState<EndpointTest>();
  const [preview, setPreview] = useState<TargetPreview>();
  const [pressed, setPressed] = useState<Pressed>();
  const run = (type: 'target.test' | 'target.save', form: TargetToSave, address: string) => {
    const access = askForAddress(address); // before any await
    setResult(undefined);
    setPressed(type);
    return act(async () => {
      const found = (await access) ? await send(type, form) : ({ ok: false, problem: 'no_permission' } as const);
      setResult(found);
      if (!found.ok || type !== 'target.save') return undefined;
      onSaved?.();
      return found.me ? i18n.t('options.connected', { team: found.me.team }) : i18n.t('options.saved');
    });
  };
  const show = (form: TargetToSave) => {
    setPressed('target.preview');
    return act(async () => setPreview(await send('target.preview', form)));
  };
  return { result, preview, busy: busy ? pressed : undefined, run, show };
}
