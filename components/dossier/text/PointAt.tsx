import { i18n } from '#i18n';
import { useSend } from '../../sending/useSend.ts';
import { Button } from '../../ui/Button.tsx';

/** Lets a person point at AI text in the page beside the panel. */
export function PointAt({ tabId }: { tabId: number }) {
  const { carryOut, busy } = useSend();
  return (
    <Button
      size="small"
      busy={busy}
      title={i18n.t('teach.pointHint')}
      onClick={() => void carryOut('teach.pick', { tabId })}
    >
      {i18n.t('teach.point')}
    </Button>
  );
}
