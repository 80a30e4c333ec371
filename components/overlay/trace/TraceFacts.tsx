import { useState } from 'react';
import { i18n } from '#i18n';
import type { Card } from '../../../lib/messages/to-background/output.ts';
import type { CardRequest } from '../../../lib/page/frame/bus.ts';
import { evidenceText } from '../../words/evidence.ts';
import { Fact } from './Fact.tsx';
import { Said } from './Said.tsx';
import { CarriedFacts, Links, OriginLine } from './TraceGrounds.tsx';

/** Characters of the prompt that are shown at first. */
const SHORT = 200;

/** Where the text comes from: what the page showed and the browser knew, and nothing that was guessed. */
export function CardTraceFacts({ request, facts }: { request: CardRequest; facts: Card }) {
  const { trace, prompt } = request;
  const { promptKept, checks } = facts.trace;
  return (
    <section className="trace" aria-label={i18n.t('card.trace')}>
      <h3>
        <Said>{i18n.t('card.trace')}</Said>
      </h3>
      <OriginLine trace={facts.trace} />
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
    </section>
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
