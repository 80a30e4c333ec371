import { ThumbsUp } from 'lucide-react';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { Category, Severity } from '../../../lib/domain/codes.ts';
import { send } from '../../../lib/messages/send.ts';
import type { ReportMade } from '../../../lib/messages/to-background/report.ts';
import type { CardRequest } from '../../../lib/page/frame/bus.ts';
import { useDoing } from '../../sending/useDoing.ts';
import { Said } from '../trace/Said.tsx';
import { bringIntoView } from './bring-into-view.ts';
import type { Composing } from './ComposeFrame.tsx';
import { CategoryChoice, SeverityChoice } from './choices.tsx';
import { Passages } from './Passages.tsx';
import { forgetUnsent, useUnsent } from './useUnsent.ts';

interface FlagFormProps {
  request: CardRequest;
  /** Categories in the order in which they are offered. */
  often: readonly Category[];
  onSent(made: ReportMade, categories: Category[]): void;
  onPreview(task: Composing): void;
}

/** Category, severity, sent. Further categories are for those who want them; praise is one click. */
export function FlagForm({ request, often, onSent, onPreview }: FlagFormProps) {
  const { unsent, put } = useUnsent(request);
  const [announced, setAnnounced] = useState('');
  const { busy, failure, run } = useDoing();
  const form = useRef<HTMLElement>(null);
  useEffect(() => {
    if (request.by === 'command') form.current?.querySelector<HTMLElement>('[data-category]')?.focus();
  }, [request]);
  const { hash } = request;
  const { categories, passages } = unsent;
  useInView(form, '.severities', categories.length);
  const report = (chosen: Category[], severity: Severity) =>
    run(async () => {
      const made = await send('report.make', { hash, categories: chosen, severity, passages });
      forgetUnsent(hash);
      onSent(made, chosen);
    });
  return (
    <section ref={form} className="flag" aria-label={i18n.t('card.flag')}>
      <div className="flagHead">
        <h3>
          <Said>{i18n.t('card.flag')}</Said>
        </h3>
        <button
          type="button"
          className="button"
          data-action="praise"
          disabled={busy}
          onClick={() => report(['good'], 'neutral')}
        >
          <ThumbsUp size={14} aria-hidden /> <Said>{i18n.t('card.praise')}</Said>
        </button>
      </div>
      <Passages
        request={request}
        passages={passages}
        onChange={(changed, words) => {
          put({ passages: changed });
          setAnnounced(words);
        }}
      />
      <p className="spoken" role="status">
        <Said>{announced}</Said>
      </p>
      <CategoryChoice often={often} chosen={categories} onChange={(chosen) => put({ categories: chosen })} folds />
      {categories.length > 0 ? (
        <>
          <SeverityChoice busy={busy} onChoose={(severity) => report(categories, severity)} />
          <button
            type="button"
            className="link"
            data-action="preview"
            onClick={() => onPreview({ field: 'preview', hash, categories, passages })}
          >
            <Said>{i18n.t('card.previewBefore')}</Said>
          </button>
        </>
      ) : null}
      {failure ? (
        <p className="problem" role="alert">
          <Said>{failure}</Said>
        </p>
      ) : null}
    </section>
  );
}

/** Brings the next step into view once there is one. */
function useInView(form: RefObject<HTMLElement | null>, step: string, chosen: number): void {
  useLayoutEffect(() => {
    const next = chosen > 0 ? form.current?.querySelector(step) : undefined;
    const scrolls = next?.closest<HTMLElement>('.body');
    if (next && scrolls) bringIntoView(next, scrolls);
  }, [form, step, chosen]);
}
