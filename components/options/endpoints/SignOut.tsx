import { useState } from 'react';
import { i18n } from '#i18n';
import { send } from '../../../lib/messages/send.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { Button } from '../../ui/Button.tsx';
import { refusalText } from '../../words/refusal.ts';

/** Signs out, and says whether the provider was told. */
export function SignOut() {
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const leave = async () => {
    setBusy(true);
    try {
      const { told } = await send('signIn.end', {});
      announce(i18n.t(told ? 'options.signIn.outNow' : 'options.signIn.outHere'));
    } catch (error) {
      announce(refusalText(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button busy={busy} onClick={() => void leave()}>
      {i18n.t('options.signIn.out')}
    </Button>
  );
}
