import { useState } from 'react';
import { i18n } from '#i18n';
import type { Card } from '../../lib/messages/replies.ts';
import type { CardRequest } from '../../lib/page/bus.ts';
import { evidenceText } from '../words/evidence.ts';
import { Said } from './Said.tsx';

/** Characters of the prompt that are shown at first. */
const SHORT = 200;
/** Links that are listed; the panel has them all. */
const MOST_LINKS = 6;

/** Where the text comes from: what the page showed and the browser knew, and nothing that was guessed. */
export function TraceFacts({ request, facts }: { request: CardRequest; facts: Card }) {
  const { trace, prompt } = request;
  return (
    <section className="trace" aria-label={i18n.t('card.trace')}>
      <h3>
        <Said>{i18n.t('card.trace')}</Said>
      </h3>
      <dl>
        <Fact name={i18n.t('card.tool')}>
          <Said>{trace.toolName}</Said>
        </Fact>
        <Fact name={i18n.t('card.model')}>
          <Said>{trace.model ?? i18n.t('card.notShown')}</Said>
        </Fact>
        {trace.conversationId ? (
          <Fact name={i18n.t('card.conversation')}>
            <Said>{trace.conversationId}</Said>
          </Fact>
        ) : null}
        <Fact name={i18n.t('card.when')}>
          <Said>{dateTime(facts.firstSeenAt)}</Said>
        </Fact>
        <Fact name={i18n.t('card.how')}>
          <Said>{trace.evidence.map((code) => evidenceText(code, trace.toolName)).join(' · ')}</Said>
        </Fact>
        {prompt ? (
          <Fact name={i18n.t('card.prompt')}>
            <Prompt text={prompt} />
          </Fact>
        ) : null}
        <Fact name={i18n.t('card.links')}>
          {trace.citations.length === 0 ? (
            <Said>{i18n.t('card.noLinks')}</Said>
          ) : (
            <Links urls={trace.citations.map(({ url }) => url)} />
          )}
        </Fact>
        <Fact name={i18n.t('card.fingerprint')}>
          <code title={facts.hash}>
            <Said>{facts.hash.slice(7, 19)}</Said>
          </code>
        </Fact>
      </dl>
    </section>
  );
}

const Fact = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <div>
    <dt>
      <Said>{name}</Said>
    </dt>
    <dd>{children}</dd>
  </div>
);

function Prompt({ text }: { text: string }) {
  const [open, setOpen] = useState(false);
  const long = text.length > SHORT;
  return (
    <>
      <Said>{long && !open ? `${text.slice(0, SHORT)}… ` : `${text} `}</Said>
      {long ? (
        <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          <Said>{i18n.t(open ? 'common.showLess' : 'common.showMore')}</Said>
        </button>
      ) : null}
    </>
  );
}

/** Addresses of pages only: the trace keeps `http` and `https`, and this looks again. */
function Links({ urls }: { urls: readonly string[] }) {
  const safe = urls.filter((url) => /^https?:/i.test(url));
  return (
    <ul className="links">
      {safe.slice(0, MOST_LINKS).map((url) => (
        <li key={url}>
          <a href={url} target="_blank" rel="noopener noreferrer" referrerPolicy="no-referrer" title={url}>
            <Said>{new URL(url).hostname}</Said>
          </a>
        </li>
      ))}
      {safe.length > MOST_LINKS ? (
        <li>
          <Said>{['+', safe.length - MOST_LINKS]}</Said>
        </li>
      ) : null}
    </ul>
  );
}

const dateTime = (at: string): string =>
  new Intl.DateTimeFormat(i18n.t('common.language'), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
