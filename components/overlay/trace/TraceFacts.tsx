import { useId, useState } from 'react';
import { i18n } from '#i18n';
import type { Trace } from '../../../lib/domain/output/trace.ts';
import type { Card } from '../../../lib/messages/to-background/output.ts';
import type { CardRequest } from '../../../lib/page/frame/bus.ts';
import { evidenceText } from '../../words/evidence.ts';
import { Fact } from './Fact.tsx';
import { Said } from './Said.tsx';
import { CarriedFacts, Links, OriginLine } from './TraceGrounds.tsx';

/** Characters of the prompt that are shown at first. */
const SHORT = 200;

/**
 * Where the text comes from: what the page showed and the browser knew, and nothing that was guessed. The short of it is
 * always in view, below what can be said of the text; all of it is one press away.
 */
export function CardTraceFacts({ request: { trace, prompt }, facts }: { request: CardRequest; facts: Card }) {
  const [open, setOpen] = useState(false);
  const [title, all] = [useId(), useId()];
  return (
    <section className="trace" aria-labelledby={title}>
      <div className="traceHead">
        <h3 id={title}>
          <Said>{i18n.t('card.trace')}</Said>
        </h3>
        <button
          type="button"
          className="link"
          data-action="trace"
          aria-expanded={open}
          aria-controls={all}
          onClick={() => setOpen(!open)}
        >
          <Said>{i18n.t(open ? 'common.showLess' : 'common.showMore')}</Said>
        </button>
      </div>
      <OriginLine trace={facts.trace} />
      <p className="muted short">
        <Said>{[trace.toolName, trace.model, dateTime(facts.firstSeenAt)].filter(Boolean).join(' · ')}</Said>
      </p>
      {open ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
        <section id={all} className="traceAll" tabIndex={0} aria-labelledby={title}>
          <AllFacts trace={trace} prompt={prompt} facts={facts} />
        </section>
      ) : null}
    </section>
  );
}

function AllFacts({ trace, prompt, facts }: { trace: Trace; prompt: string | undefined; facts: Card }) {
  const { promptKept, checks } = facts.trace;
  return (
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
          {promptKept ? <Said>{['(', i18n.t(`trace.promptKept.${promptKept}`), ')']}</Said> : null}
        </Fact>
      ) : null}
      <Fact name={i18n.t('card.links')}>
        {trace.citations.length === 0 ? (
          <Said>{i18n.t('card.noLinks')}</Said>
        ) : (
          <Links urls={trace.citations.map(({ url }) => url)} checks={checks} />
        )}
      </Fact>
      <CarriedFacts trace={facts.trace} />
      {facts.trace.policy ? (
        <Fact name={i18n.t('trace.policy')}>
          <Said>{facts.trace.policy}</Said>
        </Fact>
      ) : null}
      <Fact name={i18n.t('card.fingerprint')}>
        <code title={facts.hash}>
          <Said>{facts.hash.slice(7, 19)}</Said>
        </code>
      </Fact>
    </dl>
  );
}

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

const dateTime = (at: string): string =>
  new Intl.DateTimeFormat(i18n.t('common.language'), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
