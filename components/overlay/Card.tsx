import { GripVertical, X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Bus, CardRequest, ComposeNews } from '../../lib/page/frame/bus.ts';
import { CardBody } from './CardBody.tsx';
import { Hold } from './hold.ts';
import { Said } from './trace/Said.tsx';
import { useCardFacts } from './useCardFacts.ts';
import { useClosing } from './useClosing.ts';
import { useMoving } from './useMoving.ts';
import { usePlace } from './usePlace.ts';

interface CardProps {
  request: CardRequest;
  bus: Bus;
  onClose(): void;
}

/** Where an output comes from, what was said of it, and how to say more: in two clicks. */
export function OutputCard({ request, bus, onClose }: CardProps) {
  const box = useRef<HTMLDivElement>(null);
  const title = useId();
  const { facts, failure, reload } = useCardFacts(request, bus);
  const { hold, reminded } = useHold(bus);
  const moving = useMoving(box);
  usePlace(box, request, hold, moving.moved, onClose);
  const closing = useClosing(box, request, hold, onClose);
  const close = () => {
    if (!hold.holds()) onClose();
  };
  return (
    <div ref={box} className="card" role="dialog" aria-modal="false" aria-labelledby={title} tabIndex={-1} {...closing}>
      <header className="head" {...moving.head}>
        <button
          type="button"
          className="icon grip"
          data-action="move"
          aria-label={i18n.t('card.move')}
          onKeyDown={moving.onKeyDown}
        >
          <GripVertical size={16} aria-hidden />
        </button>
        <h2 id={title}>
          <Said>{i18n.t('card.title')}</Said>
        </h2>
        <button type="button" className="icon" data-action="close" aria-label={i18n.t('common.close')} onClick={close}>
          <X size={16} aria-hidden />
        </button>
      </header>
      {reminded ? (
        <p className="reminder" role="alert" data-reminder>
          <Said>{i18n.t('card.held')}</Said>
        </p>
      ) : null}
      {failure ? (
        <p className="problem" role="alert">
          <Said>{[failure, ' ']}</Said>
          <button type="button" className="link" onClick={reload}>
            <Said>{i18n.t('common.retry')}</Said>
          </button>
        </p>
      ) : null}
      {facts ? (
        <CardBody request={request} bus={bus} hold={hold} facts={facts} reload={reload} />
      ) : failure ? null : (
        <p className="muted">
          <Said>{i18n.t('common.loading')}</Said>
        </p>
      )}
    </div>
  );
}

/** What keeps the card open over something typed, and whether it has said so. */
function useHold(bus: Bus): { hold: Hold; reminded: boolean } {
  const [reminded, setReminded] = useState(false);
  const [hold] = useState(() => new Hold(() => setReminded(true)));
  useEffect(() => {
    const listener = (news: ComposeNews) => {
      if (news === 'typed') hold.typed = true;
      else hold.release();
      if (news !== 'typed') setReminded(false);
    };
    bus.composeListeners.add(listener);
    bus.holds = () => hold.holds();
    return () => {
      bus.composeListeners.delete(listener);
      delete bus.holds;
    };
  }, [bus, hold]);
  return { hold, reminded };
}
