import { i18n } from '#i18n';
import { patternTyped, siteOfPattern } from '../../../lib/domain/reading/site.ts';
import { useWatching } from '../../sending/useWatching.ts';
import { Button } from '../../ui/Button.tsx';

/** Offers to watch the site beside the panel. Which one it is the browser tells once the toolbar button was pressed. */
export function WatchSite({ url }: { url: string | undefined }) {
  const { watch, busy } = useWatching();
  if (url === undefined) return <>{i18n.t('panel.watch.press')}</>;
  const pattern = patternTyped(url);
  if (!pattern) return <>{i18n.t('panel.watch.never')}</>;
  return (
    <>
      {i18n.t('panel.watch.meaning')}{' '}
      <Button size="small" look="primary" busy={busy} onClick={() => void watch(pattern)}>
        {i18n.t('panel.watch.button', { site: new URL(siteOfPattern(pattern)).hostname })}
      </Button>
    </>
  );
}
