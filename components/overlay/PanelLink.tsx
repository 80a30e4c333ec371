import { PanelRight } from 'lucide-react';
import { i18n } from '#i18n';
import { send } from '../../lib/messages/send.ts';
import { useDoing } from '../sending/useDoing.ts';
import { Said } from './trace/Said.tsx';

/** Opens the side panel, where there is room for all of it. */
export function PanelLink() {
  const { busy, failure, run } = useDoing();
  return (
    <footer>
      <button
        type="button"
        className="link"
        data-action="panel"
        disabled={busy}
        onClick={() =>
          run(async () => {
            await send('panel.open', {});
          })
        }
      >
        <PanelRight size={14} aria-hidden /> <Said>{i18n.t('card.panel')}</Said>
      </button>
      {failure ? (
        <p className="problem" role="alert">
          <Said>{failure}</Said>
        </p>
      ) : null}
    </footer>
  );
}
