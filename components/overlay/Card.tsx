import { X } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Card as CardFacts, ReportMade } from '../../lib/messages/replies.ts';
import type { Bus, CardRequest } from '../../lib/page/bus.ts';
import { ComposeFrame, type Composing } from './ComposeFrame.tsx';
import { FlagForm } from './FlagForm.tsx';
import { OwnReports } from './OwnReports.tsx';
import { PanelLink } from './PanelLink.tsx';
import { Sent } from './Sent.tsx';
import { StatusLine } from './StatusLine.tsx';
import { TraceFacts } from './TraceFacts.tsx';
import { useCardFacts } from './useCardFacts.ts';
import { useClosing } from './useClosing.ts';
import { usePlace } from './usePlace.ts';

interface CardProps {
  request: CardRequest;
  bus: Bus;
  onClose(): void;
}

/** Where an output comes from, what was said of it, and how to say more: in two clicks. */
export function Card({ request, bus, onClose }: CardProps) {
  const box = useRef<HTMLDivElement>(null);
  const title = useId();
  const { facts, failure, reload } = useCardFacts(request, bus);
  usePlace(box, request, onClose, facts);
  const closing = useClosing(box, request, onClose);
  return (
    <div ref={box} className="card" role="dialog" aria-modal="false" aria-labelledby={title} tabIndex={-1} {...closing}>
      <header className="head">
        <h2 id={title}>{i18n.t('card.title')}</h2>
        <button
          type="button"
          className="icon"
          data-action="close"
          aria-label={i18n.t('common.close')}
          onClick={onClose}
        >
          <X size={16} aria-hidden />
        </button>
      </header>
      {failure ? (
        <p className="problem" role="alert">
          {failure}{' '}
          <button type="button" className="link" onClick={reload}>
            {i18n.t('common.retry')}
          </button>
        </p>
      ) : null}
      {facts ? (
        <Body request={request} bus={bus} facts={facts} reload={reload} />
      ) : failure ? null : (
        <p className="muted">{i18n.t('common.loading')}</p>
      )}
    </div>
  );
}

interface BodyProps {
  request: CardRequest;
  bus: Bus;
  facts: CardFacts;
  reload(): void;
}

function Body({ request, bus, facts, reload }: BodyProps) {
  const [made, setMade] = useState<ReportMade>();
  const [composing, setComposing] = useState<Composing>();
  const sent = (report: ReportMade, needsComment: boolean) => {
    setMade(report);
    if (needsComment) setComposing({ reportId: report.reportId, field: 'comment' });
    reload();
  };
  const done = () => {
    setMade(undefined);
    reload();
  };
  const written = () => {
    setComposing(undefined);
    reload();
  };
  if (composing) return <ComposeFrame task={composing} bus={bus} onClosed={written} />;
  return (
    <>
      <StatusLine facts={facts} />
      {made ? (
        <Sent made={made} onUndone={done} onWrite={setComposing} />
      ) : (
        <FlagForm request={request} onSent={sent} />
      )}
      <OwnReports
        reports={facts.own.filter((report) => report.reportId !== made?.reportId)}
        onChanged={reload}
        onWrite={setComposing}
      />
      <TraceFacts request={request} facts={facts} />
      <PanelLink />
    </>
  );
}
