import { Check } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { type Category, PRAISE } from '../../../lib/domain/codes.ts';
import { send } from '../../../lib/messages/send.ts';
import type { ReportMade } from '../../../lib/messages/to-background/report.ts';
import { useDoing } from '../../sending/useDoing.ts';
import { Said } from '../trace/Said.tsx';
import { bringIntoView } from './bring-into-view.ts';
import type { Composing } from './ComposeFrame.tsx';

interface SentProps {
  made: ReportMade;
  /** What was said of it, first of all. */
  leads: Category;
  onUndone(): void;
  onWrite(task: Composing): void;
}

/** It is sent, and what to do with the answer now; for ten seconds it can be as if it had never been. */
export function Sent({ made, leads, onUndone, onWrite }: SentProps) {
  const praise = leads === PRAISE;
  const seconds = useSecondsUntil(made.undoUntil);
  const undoButton = useRef<HTMLButtonElement>(null);
  const { busy, failure, run } = useDoing();
  useEffect(() => {
    const button = undoButton.current;
    const [said, scrolls] = [button?.closest('.sent'), button?.closest<HTMLElement>('.body')];
    if (said && scrolls) bringIntoView(said, scrolls);
    button?.focus({ preventScroll: true });
  }, []);
  const undo = () =>
    run(async () => {
      await send('report.undo', { reportId: made.reportId });
      onUndone();
    });
  return (
    <section className="sent">
      <p role="status">
        <Check size={16} aria-hidden /> <Said>{i18n.t(praise ? 'card.praised' : 'card.sent')}</Said>
      </p>
      <p className="advice" data-advice={leads}>
        <Said>{i18n.t(`categoryAdvice.${leads}`)}</Said>
      </p>
      <div className="row">
        {seconds > 0 ? (
          <button ref={undoButton} type="button" className="button" data-action="undo" disabled={busy} onClick={undo}>
            <UndoWords seconds={seconds} />
          </button>
        ) : (
          // Its place stays: what somebody is about to press must not move under them.
          <span className="button went" aria-hidden="true">
            <UndoWords seconds={0} />
          </span>
        )}
        <Write reportId={made.reportId} praise={praise} onWrite={onWrite} />
      </div>
      {failure ? (
        <p className="problem" role="alert">
          <Said>{failure}</Said>
        </p>
      ) : null}
    </section>
  );
}

const UndoWords = ({ seconds }: { seconds: number }) => (
  <>
    <Said>{[i18n.t('card.undo'), ' ']}</Said>
    <span className="left" aria-hidden="true">
      <Said>{['(', seconds, ')']}</Said>
    </span>
  </>
);

interface WriteProps {
  reportId: string;
  /** Nothing is to be corrected where nothing is wrong. */
  praise: boolean;
  onWrite(task: Composing): void;
}

/** What can be typed on a report, in the frame where the page does not listen. */
export const Write = ({ reportId, praise, onWrite }: WriteProps) => (
  <>
    <button
      type="button"
      className="button"
      data-action="comment"
      onClick={() => onWrite({ reportId, field: 'comment' })}
    >
      <Said>{i18n.t('card.comment')}</Said>
    </button>
    {praise ? null : (
      <button
        type="button"
        className="button"
        data-action="correct"
        onClick={() => onWrite({ reportId, field: 'correction' })}
      >
        <Said>{i18n.t('card.correct')}</Said>
      </button>
    )}
    <button
      type="button"
      className="button"
      data-action="preview"
      onClick={() => onWrite({ reportId, field: 'preview' })}
    >
      <Said>{i18n.t('card.preview')}</Said>
    </button>
  </>
);

const secondsUntil = (until: string): number => Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1_000));

function useSecondsUntil(until: string): number {
  const [seconds, setSeconds] = useState(() => secondsUntil(until));
  useEffect(() => {
    const timer = setInterval(() => {
      const left = secondsUntil(until);
      setSeconds(left);
      if (left === 0) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [until]);
  return seconds;
}
