import { useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { send } from '../../../lib/messages/send.ts';
import type { MessageBody } from '../../../lib/messages/to-background/index.ts';
import type { Bus, ComposeNews } from '../../../lib/page/frame/bus.ts';
import { refusalText } from '../../words/refusal.ts';
import { keepKeyboard } from '../keyboard.ts';
import { Said } from '../trace/Said.tsx';

/** What is to be written on which report, or to be seen of it. */
export type Composing = MessageBody<'compose.open'>;

interface ComposeFrameProps {
  task: Composing;
  bus: Bus;
  /** `saved`: what was typed is saved. */
  onClosed(saved: boolean): void;
}

const TITLES = { comment: 'card.comment', correction: 'card.correct', preview: 'card.preview' } as const;

/**
 * The frame of the extension's own origin in which free text is typed: a page reads every key in its own document, also
 * in our shadow root. Its token goes by a message that only the frame can read, never in an address.
 */
export function ComposeFrame({ task, bus, onClosed }: ComposeFrameProps) {
  const [opened, setOpened] = useState<Opened>();
  const [failure, setFailure] = useState<string>();
  const closed = useRef(onClosed);
  closed.current = onClosed;
  useEffect(() => {
    send('compose.open', task)
      .then(setOpened)
      .catch((error: unknown) => setFailure(refusalText(error)));
    const listener = (news: ComposeNews) => {
      if (news === 'closed' || news === 'saved') closed.current(news === 'saved');
    };
    bus.composeListeners.add(listener);
    return () => void bus.composeListeners.delete(listener);
  }, [task, bus]);
  if (failure)
    return (
      <p className="problem" role="alert">
        <Said>{[failure, ' ']}</Said>
        <button type="button" className="link" onClick={() => onClosed(false)}>
          <Said>{i18n.t('common.back')}</Said>
        </button>
      </p>
    );
  if (!opened)
    return (
      <p className="muted">
        <Said>{i18n.t('common.loading')}</Said>
      </p>
    );
  return <Frame opened={opened} title={i18n.t(TITLES[task.field])} />;
}

interface Opened {
  token: string;
  url: string;
  origin: string;
}

function Frame({ opened, title }: { opened: Opened; title: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (!frame.current) return undefined;
    const stop = new AbortController();
    const taken = (back: boolean) => {
      setHeld(!back);
      post(frame.current, opened, 'focus');
    };
    keepKeyboard(frame.current, { taken }, stop.signal);
    return () => stop.abort();
  }, [opened]);
  const hand = () => {
    post(frame.current, opened, 'compose');
    frame.current?.focus();
  };
  return (
    <>
      {held ? (
        <p className="reminder" role="alert" data-held>
          <Said>{i18n.t('card.keysHeld')}</Said>
        </p>
      ) : null}
      <iframe
        ref={frame}
        className="compose"
        src={opened.url}
        title={title}
        onLoad={hand}
        onFocus={() => setHeld(false)}
      />
    </>
  );
}

/** Tells the frame something; the token shows that it is the card that speaks, not the page. */
function post(frame: HTMLIFrameElement | null, { token, origin }: Opened, what: 'compose' | 'focus'): void {
  frame?.contentWindow?.postMessage({ countersign: what, token }, origin);
}
