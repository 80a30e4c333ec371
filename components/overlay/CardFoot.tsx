import { Keyboard, PanelRight } from 'lucide-react';
import { i18n } from '#i18n';
import { send } from '../../lib/messages/send.ts';
import { useDoing } from '../sending/useDoing.ts';
import { Said } from './trace/Said.tsx';
import { useShortcut } from './useShortcut.ts';

/** Opens the side panel, where there is room for all of it, and says by which key a card is opened. */
export function CardFoot() {
  const { busy, failure, run } = useDoing();
  const shortcut = useShortcut();
  const press = (type: 'panel.open' | 'shortcut.change') =>
    run(async () => {
      await send(type, {});
    });
  return (
    <footer>
      <div className="foot">
        <button type="button" className="link" data-action="panel" disabled={busy} onClick={() => press('panel.open')}>
          <PanelRight size={14} aria-hidden /> <Said>{i18n.t('card.panel')}</Said>
        </button>
        {shortcut?.key ? (
          <p className="muted keys" data-shortcut>
            <Said>{[i18n.t('shortcut.flag'), ' ']}</Said>
            <kbd>
              <Said>{shortcut.key}</Said>
            </kbd>
          </p>
        ) : null}
        {shortcut && !shortcut.key ? (
          <button
            type="button"
            className="link"
            data-action="set-shortcut"
            disabled={busy}
            onClick={() => press('shortcut.change')}
          >
            <Keyboard size={14} aria-hidden /> <Said>{i18n.t('shortcut.set')}</Said>
          </button>
        ) : null}
      </div>
      {failure ? (
        <p className="problem" role="alert">
          <Said>{failure}</Said>
        </p>
      ) : null}
    </footer>
  );
}
