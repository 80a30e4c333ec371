import { Undo2 } from 'lucide-react';
import { i18n } from '#i18n';
import { shorten } from '../../../lib/domain/output/text.ts';
import { Button } from '../../ui/Button.tsx';
import { numberText } from '../../ui/numbers.ts';
import { Scrolling } from '../../ui/Scrolling.tsx';
import { probeText } from '../decided/ProbeNotice.tsx';
import styles from './bulk.module.css';
import type { BulkOutcome } from './inBulk.ts';

const FIRST_WORDS = 90;

interface BulkResultProps {
  outcomes: readonly BulkOutcome[];
  onTakeBack(): void;
  onClose(): void;
}

/** What became of each of many, and the way back from those that were decided. */
export function BulkResult({ outcomes, onTakeBack, onClose }: BulkResultProps) {
  const decided = outcomes.filter(({ decisionId }) => decisionId !== undefined).length;
  return (
    <>
      <p role="status">{i18n.t('panel.bulk.done', decided, [numberText(decided)])}</p>
      <Scrolling label={i18n.t('panel.bulk.outcomes')} className={styles.scrolls}>
        <ul className={styles.list}>
          {outcomes.map(({ output, decisionId, probe, refused }) => (
            <li key={output.hash} data-bulk={refused ? 'refused' : 'decided'}>
              <span dir="auto">
                {shorten(output.content?.text.trim() ?? i18n.t('panel.queue.erased'), FIRST_WORDS)}
              </span>
              <span className={styles.outcome}>{refused ?? whatCame(decisionId, probe)}</span>
            </li>
          ))}
        </ul>
      </Scrolling>
      <div className={styles.buttons}>
        {decided > 0 ? (
          <Button onClick={onTakeBack}>
            <Undo2 size={15} aria-hidden /> {i18n.t('panel.bulk.undo', decided, [numberText(decided)])}
          </Button>
        ) : null}
        <Button look="primary" onClick={onClose}>
          {i18n.t('common.close')}
        </Button>
      </div>
    </>
  );
}

function whatCame(decisionId: string | undefined, probe: BulkOutcome['probe']): string {
  if (probe) return probeText(probe);
  return decisionId ? i18n.t('panel.bulk.recorded') : '';
}
