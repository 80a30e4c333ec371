import { Fragment, useEffect, useState } from 'react';
import { i18n } from '#i18n';
import type { Category, Severity } from '../../lib/domain/codes.ts';
import { MASKS } from '../../lib/domain/privacy/masks.ts';
import { send } from '../../lib/messages/send.ts';
import type { Preview } from '../../lib/messages/to-background/compose.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Scrolling } from '../ui/Scrolling.tsx';
import { refusalText } from '../words/refusal.ts';
import styles from './Compose.module.css';
import type { TypedDraft } from './useDraft.ts';

/** A pause in the typing after which the preview is made anew. */
const PAUSE_MS = 250;

/** What saving would send, folded away until somebody wants to know. */
export function ComposePreview({ token, typed }: { token: string; typed: TypedDraft }) {
  const [open, setOpen] = useState(false);
  return (
    <Disclosure label={i18n.t('compose.preview')} onToggle={setOpen}>
      {open ? <PreviewOf token={token} typed={typed} /> : null}
    </Disclosure>
  );
}

/** What is recorded and sent, masked as it will be; made by the steps that will make it. */
export function PreviewOf({ token, typed }: { token: string; typed: TypedDraft }) {
  const { preview, failure } = usePreview(token, typed);
  if (failure)
    return (
      <p className={styles.problem} role="alert">
        {failure}
      </p>
    );
  if (!preview) return <p className={styles.note}>{i18n.t('common.loading')}</p>;
  const { team, events } = preview;
  const json = JSON.stringify(events, null, 2);
  const isMasked = Object.values(MASKS).some((mask) => json.includes(mask)) || json.includes('•');
  return (
    <div className={styles.preview} data-preview>
      <p className={styles.note}>{team ? i18n.t('compose.toTeam', { team }) : i18n.t('compose.toNobody')}</p>
      <p className={styles.note}>{i18n.t(isMasked ? 'compose.masked' : 'compose.maskedNone')}</p>
      {events.length === 0 ? <p className={styles.note}>{i18n.t('compose.nothingNew')}</p> : null}
      {events.map((event, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the entries have no other identity than their place
        <Entry key={at} event={event} />
      ))}
      <Disclosure label={i18n.t('compose.json')}>
        <Scrolling as="pre" label={i18n.t('compose.json')} className={styles.json} data-json>
          {json}
        </Scrolling>
      </Disclosure>
    </div>
  );
}

function usePreview(token: string, { text, notes }: TypedDraft) {
  const [preview, setPreview] = useState<Preview>();
  const [failure, setFailure] = useState<string>();
  // By value: the notes are another list at each drawing.
  const words = JSON.stringify({ text, notes });
  useEffect(() => {
    let stale = false;
    const timer = setTimeout(() => {
      send('compose.preview', { token, ...(JSON.parse(words) as TypedDraft) })
        .then((made) => {
          if (stale) return;
          setPreview(made);
          setFailure(undefined);
        })
        .catch((error: unknown) => stale || setFailure(refusalText(error)));
    }, PAUSE_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [token, words]);
  return { preview, failure };
}

type Shown = Preview['events'][number];

/** One entry in words: what people read first. All of it stands in the text below. */
function Entry({ event }: { event: Shown }) {
  return (
    <section>
      <h3 className={styles.subtitle}>{i18n.t(`compose.entry.${kindOf(event.type)}`)}</h3>
      <dl className={styles.facts}>
        {rowsOf(event).map(([name, value]) => (
          <div key={name}>
            <dt>{i18n.t(`compose.field.${name}`)}</dt>
            <dd dir="auto">
              <Masked text={value} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

const kindOf = (type: string): 'output' | 'withdrawal' | 'report' =>
  type.includes('.output.') ? 'output' : type.includes('.withdrawn.') ? 'withdrawal' : 'report';

interface Fields {
  categories?: Category[];
  severity?: Severity;
  trace?: { toolName?: string; model?: string; pageUrl?: string; pageTitle?: string };
  passages?: { selectors: [{ exact: string }]; note?: string }[];
  comment?: string;
  correction?: string;
  text?: string;
  prompt?: string;
}

/** What an entry has in words; everything else of it stands in the JSON. */
type FieldName =
  | 'categories'
  | 'severity'
  | 'passages'
  | 'comment'
  | 'correction'
  | 'text'
  | 'prompt'
  | 'toolName'
  | 'model'
  | 'pageUrl'
  | 'pageTitle';

/** The fields that an entry has, named and in words. */
function rowsOf({ facts, content }: Shown): [FieldName, string][] {
  const { categories, severity, trace, passages, ...texts } = { ...facts, ...content } as Fields;
  const rows: Record<FieldName, string | undefined> = {
    categories: categories?.map((category) => i18n.t(`category.${category}`)).join(', '),
    severity: severity && i18n.t(`severity.${severity}`),
    passages: passages
      ?.map(({ selectors: [{ exact }], note }) => (note ? `“${exact}”: ${note}` : `“${exact}”`))
      .join('\n'),
    comment: texts.comment,
    correction: texts.correction,
    text: texts.text,
    prompt: texts.prompt,
    toolName: trace?.toolName,
    model: trace?.model,
    pageUrl: trace?.pageUrl,
    pageTitle: trace?.pageTitle,
  };
  return (Object.keys(rows) as FieldName[]).flatMap((name): [FieldName, string][] => {
    const value = rows[name];
    return value ? [[name, value]] : [];
  });
}

const MASK = new RegExp(
  `(${Object.values(MASKS)
    .map((mask) => mask.replace(/[[\]]/g, '\\$&'))
    .join('|')}|•+)`,
  'g',
);

/** A text with its masks to be seen. */
function Masked({ text }: { text: string }) {
  let from = 0;
  const parts = [...text.matchAll(MASK)].map(({ 0: mask, index }) => {
    const before = text.slice(from, index);
    from = index + mask.length;
    return (
      <Fragment key={index}>
        {before}
        <mark className={styles.mask}>{mask}</mark>
      </Fragment>
    );
  });
  return [...parts, text.slice(from)];
}
