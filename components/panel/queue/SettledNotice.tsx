import { i18n } from '#i18n';
import type { Output } from '../../../lib/domain/output/output.ts';
import { usePersonName } from '../../people/personName.ts';
import { Notice } from '../../ui/Notice.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { useOwnSource } from '../useOwnSource.ts';

/** Who decided on what is open, and when: before anybody decides otherwise. Nothing that was typed is lost by it. */
export function SettledNotice({ output }: { output: Output }) {
  const nameOf = usePersonName();
  const source = useOwnSource();
  const last = output.decisions.at(-1);
  if (!last)
    return (
      <Notice tone="warning" live>
        {i18n.t('panel.queue.settled')}
      </Notice>
    );
  const { author, verdict, decidedAt } = last;
  const isOwn = last.source === source;
  const who = author ? nameOf(author) : i18n.t('panel.gate.colleague');
  const words = { who, verdict: i18n.t(`verdict.${verdict}`) };
  return (
    <Notice tone={isOwn ? 'neutral' : 'warning'} live>
      {i18n.t(isOwn ? 'panel.queue.settledOwn' : 'panel.queue.settledBy', words)} (<RelativeTime at={decidedAt} />
      ). {i18n.t('panel.queue.settledStill')}
    </Notice>
  );
}
