import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { send } from '../../lib/messages/send.ts';
import type { Bus } from '../../lib/page/bus.ts';
import { refusalText } from '../words/refusal.ts';

/** What is to be written on which report. */
export interface Composing {
  reportId: string;
  field: 'comment' | 'correction';
}

interface ComposeFrameProps {
  task: Composing;
  bus: Bus;
  onClosed(): void;
}

/**
 * The frame of the extension's own origin in which free text is typed: a page reads every key in its own document, also
 * in our shadow root. Its token goes by a message that only the frame can read, never in an address.
 */
export function ComposeFrame({ task, bus, onClosed }: ComposeFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [opened, setOpened] = useState<{ token: string; url: string; origin: string }>();
  const [failure, setFailure] = useState<string>();
  const closed = useRef(onClosed);
  closed.current = onClosed;
  useEffect(() => {
    send('compose.open', task)
      .then(setOpened)
      .catch((error: unknown) => setFailure(refusalText(error)));
    const listener = () => closed.current();
    bus.composeListeners.add(listener);
    return () => void bus.composeListeners.delete(listener);
  }, [task, bus]);
  if (failure)
    return (
      <p className="problem" role="alert">
        {failure}{' '}
        <button type="button" className="link" onClick={onClosed}>
          {i18n.t('common.back')}
        </button>
      </p>
    );
  if (!opened) return <p className="muted">{i18n.t('common.loading')}</p>;
  const hand = () => {
    const message = { countersign: 'compose', token: opened.token };
    frame.current?.contentWindow?.postMessage(message, opened.origin);
    frame.current?.focus();
  };
  return (
    <iframe
      ref={frame}
      className={`compose ${task.field}`}
      src={opened.url}
      title={i18n.t(task.field === 'comment' ? 'card.comment' : 'card.correct')}
      onLoad={hand}
    />
  );
}
