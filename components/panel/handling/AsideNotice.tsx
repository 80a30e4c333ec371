import { useLiveQuery } from 'dexie-react-hooks';
import { i18n } from '#i18n';
import {
  type Deferral,
  type Duplicate,
  deferralNow,
  duplicateNow,
  openDeferrals,
} from '../../../lib/domain/decision/handling.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import { shorten } from '../../../lib/domain/output/text.ts';
import { outputByHash } from '../../../lib/store/ask/queries.ts';
import { StatusMark } from '../../dossier/marks/StatusMark.tsx';
import { usePersonName } from '../../people/personName.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { dateText } from '../../ui/RelativeTime.tsx';
import styles from './handling.module.css';
import { useHandled } from './useHandled.ts';
import { useMe } from './useMe.ts';

const FIRST_WORDS = 120;

/** Why an item is not in line, by whom, and the way back into it. */
export function AsideNotice({ output, onOpen }: { output: Output; onOpen(hash: string): void }) {
  const [deferral, duplicate] = [deferralNow(output, new Date().toISOString()), duplicateNow(output)];
  return (
    <>
      {deferral ? <Deferred output={output} deferral={deferral} /> : null}
      {duplicate ? <SameAs hash={output.hash} duplicate={duplicate} onOpen={onOpen} /> : null}
    </>
  );
}

function Deferred({ output, deferral }: { output: Output; deferral: Deferral }) {
  const who = useWho(deferral);
  const { end, busy } = useHandled(output.hash);
  const { until, reason } = deferral;
  return (
    <Notice>
      <p>{i18n.t('panel.handling.restsUntil', { who, day: dateText(until) })}</p>
      <p dir="auto">{reason ?? i18n.t('panel.question.erased')}</p>
      <div className={styles.acts}>
        <Button
          size="small"
          busy={busy}
          onClick={() => void end(openDeferrals(output), i18n.t('panel.handling.backSaid'))}
        >
          {i18n.t('panel.handling.bringBack')}
        </Button>
      </div>
    </Notice>
  );
}

interface SameAsProps {
  hash: string;
  duplicate: Duplicate;
  onOpen(hash: string): void;
}

/** The other one, what was decided on it, and the way to it. */
function SameAs({ hash, duplicate, onOpen }: SameAsProps) {
  const who = useWho(duplicate);
  const { end, busy } = useHandled(hash);
  const { duplicateId, of } = duplicate;
  const other = useLiveQuery(() => outputByHash(of), [of]);
  return (
    <Notice>
      <p>{i18n.t('panel.handling.sameAs', { who })}</p>
      {other ? (
        <p dir="auto">
          {shorten(other.content?.text.trim() ?? i18n.t('panel.queue.erased'), FIRST_WORDS)}{' '}
          <StatusMark status={other.status} />
        </p>
      ) : null}
      <div className={styles.acts}>
        {other ? (
          <Button size="small" onClick={() => onOpen(of)}>
            {i18n.t('panel.handling.openOther')}
          </Button>
        ) : null}
        <Button size="small" busy={busy} onClick={() => void end([duplicateId], i18n.t('panel.handling.backSaid'))}>
          {i18n.t('panel.handling.notSame')}
        </Button>
      </div>
    </Notice>
  );
}

/** Who arranged it. */
function useWho({ source, author }: { source: string; author?: string }): string {
  const me = useMe();
  const nameOf = usePersonName();
  if (me.includes(source) || (author !== undefined && me.includes(author))) return i18n.t('panel.gate.you');
  return author === undefined ? i18n.t('panel.gate.colleague') : nameOf(author);
}
