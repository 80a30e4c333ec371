import { useState } from 'react';
import { i18n } from '#i18n';
import { send } from '../../../lib/messages/send.ts';
import type { MessageBody, MessageName } from '../../../lib/messages/to-background/index.ts';
import type { TargetPreview } from '../../../lib/messages/to-background/target.ts';
import type { EndpointTest } from '../../../lib/sync/problem.ts';
import { askForAccess } from '../../site/permission.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { refusalText } from '../../words/refusal.ts';

export type TargetToSave = MessageBody<'target.save'>;
type Pressed = 'target.test' | 'target.save' | 'target.preview';

/** Tries a target, saves it, or shows what it would send. */
export function useTarget(onSaved?: () => void) {
  const announce = useAnnounce();
  const [result, setResult] = useState<EndpointTest>();
  const [preview, setPreview] = useState<TargetPreview>();
  const [busy, setBusy] = useState<Pressed>();
  const act = async (type: Pressed, work: () => Promise<void>) => {
    setBusy(type);
    try {
      await work();
    } catch (error) {
      announce(refusalText(error));
    } finally {
      setBusy(undefined);
    }
  };
  const run = (type: 'target.test' | 'target.save', form: TargetToSave, address: string) => {
    const access = askForAccess(address); // before any await
    setResult(undefined);
    return act(type, async () => {
      const found = (await access) ? await send(type, form) : ({ ok: false, problem: 'no_permission' } as const);
      setResult(found);
      if (!found.ok || type !== 'target.save') return;
      announce(found.me ? i18n.t('options.connected', { team: found.me.team }) : i18n.t('options.saved'));
      onSaved?.();
    });
  };
  const show = (form: TargetToSave) =>
    act('target.preview', async () => setPreview(await send('target.preview', form)));
  return { result, preview, busy, run, show };
}

/** Carries out what a button says, and says so, or why not. */
export function useAction() {
  const announce = useAnnounce();
  return async <K extends MessageName>(type: K, body: MessageBody<K>, said?: string): Promise<void> => {
    try {
      await send(type, body);
      if (said) announce(said);
    } catch (error) {
      announce(refusalText(error));
    }
  };
}
