import { FlaskConical } from 'lucide-react';
import { i18n } from '#i18n';
import type { ProbeTold } from '../../../lib/messages/to-background/decision.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './Decided.module.css';

/** That what was just judged was a test text, in a sentence. */
export const probeText = ({ outcome, flaw }: ProbeTold): string =>
  `${i18n.t(`panel.decided.probe.${outcome}`)} ${i18n.t('panel.decided.probe.flaw', { flaw })}`;

/** The same to be read, until it is put away: what was missed is worth a look. */
export const ProbeNotice = ({ probe, onClose }: { probe: ProbeTold; onClose(): void }) => (
  <section className={styles.probe} aria-label={i18n.t('panel.decided.probe.title')} data-probe={probe.outcome}>
    <Notice tone={probe.outcome === 'missed' ? 'warning' : 'neutral'} icon={<FlaskConical size={16} aria-hidden />}>
      <p>{probeText(probe)}</p>
      <p>{i18n.t('panel.decided.probe.yours')}</p>
    </Notice>
    <Button size="small" onClick={onClose}>
      {i18n.t('common.close')}
    </Button>
  </section>
);
