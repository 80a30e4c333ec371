import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Passage } from '../../../lib/domain/anchoring/anchor.ts';
import { shorten } from '../../../lib/domain/output/text.ts';
import type { CardRequest } from '../../../lib/page/frame/bus.ts';
import { Said } from '../trace/Said.tsx';
import { withPassages } from './useUnsent.ts';

/** As much of a passage as is read out. */
const SPOKEN = 80;

interface PassagesProps {
  request: CardRequest;
  passages: readonly Passage[];
  /** `words`: what was done, to be announced. */
  onChange(passages: Passage[], words: string): void;
}

/** What was selected, before and while the card is open: it becomes part of the report. */
export function Passages({ request, passages, onChange }: PassagesProps) {
  const [removed, setRemoved] = useState<Passage>();
  const add = (more: readonly Passage[]) => {
    const fresh = more.filter((passage) => !passages.some((other) => isSame(other, passage)));
    const words = fresh.map(({ selectors }) => shorten(selectors[0].exact, SPOKEN)).join(' · ');
    if (fresh.length > 0) onChange(withPassages(passages, fresh), i18n.t('card.selected', [words]));
  };
  useSelecting(request, add);
  const remove = (passage: Passage) => {
    setRemoved(passage);
    onChange(
      passages.filter((other) => other !== passage),
      i18n.t('card.removed'),
    );
  };
  return (
    <>
      {passages.length === 0 && !removed ? (
        <p className="muted hint">
          <Said>{i18n.t('card.selectHint')}</Said>
        </p>
      ) : null}
      {passages.map((passage) => (
        <blockquote key={passage.selectors[1].start} className="quote" data-passage>
          <Said>{passage.selectors[0].exact}</Said>
          <button
            type="button"
            className="icon"
            aria-label={i18n.t('card.removePassage')}
            onClick={() => remove(passage)}
          >
            <X size={14} aria-hidden />
          </button>
        </blockquote>
      ))}
      {removed ? (
        <p className="muted hint">
          <Said>{[i18n.t('card.removed'), ' ']}</Said>
          <button
            type="button"
            className="link"
            data-action="unremove"
            onClick={() => {
              setRemoved(undefined);
              add([removed]);
            }}
          >
            <Said>{i18n.t('common.undo')}</Said>
          </button>
        </p>
      ) : null}
    </>
  );
}

const isSame = ({ selectors: [, a] }: Passage, { selectors: [, b] }: Passage): boolean =>
  a.start === b.start && a.end === b.end;

/** Adds what a person selects in the output while the card is open, by pointer or by keys, once the selection stands. */
function useSelecting(request: CardRequest, add: (passages: Passage[]) => void): void {
  const latest = useRef(add);
  latest.current = add;
  useEffect(() => {
    latest.current(request.passages);
    const stop = new AbortController();
    const look = (event: Event) => {
      const isSelecting = !(event instanceof KeyboardEvent) || event.shiftKey || event.key === 'Shift';
      if (!event.isTrusted || !isSelecting || request.isOurs(event)) return;
      void request.selected().then((passage) => passage && !stop.signal.aborted && latest.current([passage]));
    };
    const options = { capture: true, passive: true, signal: stop.signal };
    // The selection stands once the event is over.
    for (const type of ['pointerup', 'keyup']) addEventListener(type, (event) => setTimeout(look, 0, event), options);
    return () => stop.abort();
  }, [request]);
}
