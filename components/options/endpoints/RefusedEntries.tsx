import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import { i18n } from '#i18n';
import type { CountersignEvent } from '../../../lib/domain/events/event.ts';
import { LONGEST_COMMENT } from '../../../lib/domain/limits.ts';
import { type RefusedEvent, refusedEvents } from '../../../lib/store/ask/queries.ts';
import { useSend } from '../../sending/useSend.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { Field } from '../../ui/Field.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { TextArea } from '../../ui/TextArea.tsx';
import { endpointText } from '../../words/endpoint.ts';
import styles from '../Options.module.css';
import { entryName } from './targetWords.ts';

/** More at once would be a wall: the rest comes when these are settled. */
const SHOWN = 20;

/** What an endpoint did not accept, why, and what can be done: send again, change and send, or leave out. */
export function RefusedEntries({ targetId }: { targetId: string }) {
  const entries = useLiveQuery(() => refusedEvents(targetId), [targetId]);
  const { carryOut } = useSend();
  if (!entries || entries.length === 0) return null;
  return (
    <>
      <h3 className={styles.title}>{i18n.t('options.refusedTitle')}</h3>
      <p className={styles.intro}>{i18n.t('options.refusedIntro')}</p>
      <ul className={styles.refused}>
        {entries.slice(0, SHOWN).map((entry) => (
          <Entry key={entry.key} entry={entry} />
        ))}
      </ul>
      {entries.length > SHOWN ? <p>{i18n.t('options.moreRefused', [entries.length - SHOWN])}</p> : null}
      {entries.length > 1 ? (
        <div>
          <Button onClick={() => void carryOut('sync.resend', { targetId }, i18n.t('options.sentAgain'))}>
            {i18n.t('options.sendAllAgain')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function Entry({ entry: { event, reason, targetId, key } }: { entry: RefusedEvent }) {
  const { carryOut } = useSend();
  const [mending, setMending] = useState(false);
  const words = event && reportWords(event);
  return (
    <li className={styles.entry}>
      <div>
        <p>
          <strong>{entryName(event?.type)}</strong>{' '}
          {event ? (
            <span className={styles.small}>
              <RelativeTime at={event.time} />
            </span>
          ) : null}
        </p>
        <p>{reason ? i18n.t('options.refusedReason', { reason: endpointText(reason) }) : i18n.t('options.noReason')}</p>
      </div>
      <div className={styles.buttons}>
        <Button
          size="small"
          onClick={() => void carryOut('sync.resend', { targetId, key }, i18n.t('options.sentAgain'))}
        >
          {i18n.t('options.sendAgain')}
        </Button>
        {words ? (
          <Button size="small" aria-expanded={mending} onClick={() => setMending(!mending)}>
            {i18n.t('options.mend')}
          </Button>
        ) : null}
        <ConfirmDialog
          trigger={
            <Button size="small" look="quiet">
              {i18n.t('options.leaveOut')}
            </Button>
          }
          title={i18n.t('options.leaveOutTitle')}
          text={i18n.t('options.leaveOutText')}
          confirm={i18n.t('options.leaveOut')}
          onConfirm={() => void carryOut('sync.leaveOut', { targetId, key })}
        />
      </div>
      {mending && words ? <Mend targetId={targetId} eventKey={key} words={words} /> : null}
    </li>
  );
}

interface Words {
  comment: string;
  correction: string;
}

/** What somebody wrote in a report; undefined for events in which nothing can be changed. */
function reportWords(event: CountersignEvent): Words | undefined {
  if (event.type !== 'countersign.report.made.v1' && event.type !== 'countersign.report.amended.v1') return undefined;
  const { comment = '', correction = '' } = event.data.sealed?.content ?? {};
  return { comment, correction };
}

function Mend({ targetId, eventKey, words }: { targetId: string; eventKey: string; words: Words }) {
  const { carryOut } = useSend();
  const [comment, setComment] = useState(words.comment);
  const [correction, setCorrection] = useState(words.correction);
  return (
    <form
      className={styles.mend}
      onSubmit={(event) => {
        event.preventDefault();
        void carryOut('sync.mend', { targetId, key: eventKey, comment, correction }, i18n.t('options.sentAgain'));
      }}
    >
      <Field label={i18n.t('options.comment')} optional>
        {(wiring) => (
          <TextArea
            {...wiring}
            maxLength={LONGEST_COMMENT}
            value={comment}
            onChange={(event) => setComment(event.target.value)}
          />
        )}
      </Field>
      <Field label={i18n.t('options.correction')} optional>
        {(wiring) => (
          <TextArea {...wiring} value={correction} onChange={(event) => setCorrection(event.target.value)} />
        )}
      </Field>
      <div>
        <Button type="submit" look="primary" size="small">
          {i18n.t('options.mendSend')}
        </Button>
      </div>
    </form>
  );
}
