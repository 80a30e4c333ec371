import { i18n } from '#i18n';
import { send } from '../../../lib/messages/send.ts';
import { useSend } from '../../sending/useSend.ts';
import { Button } from '../../ui/Button.tsx';

/** Signs out, and says whether the provider was told. */
export function SignOut() {
  const { act, busy } = useSend();
  const leave = () =>
    act(async () => {
      const { told } = await send('signIn.end', {});
      return i18n.t(told ? 'options.signIn.outNow' : 'options.signIn.outHere');
    });
  return (
    <Button busy={busy} onClick={() => void leave()}>
      {i18n.t('options.signIn.out')}
    </Button>
  );
}
