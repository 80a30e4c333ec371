import { X } from 'lucide-react';
import { useState } from 'react';
import { i18n } from '#i18n';
import type { Passage } from '../../lib/domain/anchor.ts';
import type { Category, Severity } from '../../lib/domain/category.ts';
import type { ReportMade } from '../../lib/messages/replies.ts';
import { send } from '../../lib/messages/send.ts';
import type { CardRequest } from '../../lib/page/bus.ts';
import { CategoryChoice, SeverityChoice } from './choices.tsx';
import { useDoing } from './useDoing.ts';

interface FlagFormProps {
  request: CardRequest;
  onSent(made: ReportMade, needsComment: boolean): void;
}

/** Category, severity, sent. Further categories are for those who want them. */
export function FlagForm({ request, onSent }: FlagFormProps) {
  const [categories, setCategories] = useState<Category[]>([]);
  const [passages, setPassages] = useState<Passage[]>(request.passages);
  const { busy, failure, run } = useDoing();
  const report = (severity: Severity) =>
    run(async () => {
      const made = await send('report.make', { hash: request.hash, categories, severity, passages });
      onSent(made, categories.includes('other'));
    });
  return (
    <section className="flag" aria-label={i18n.t('card.flag')}>
      <h3>{i18n.t('card.flag')}</h3>
      <Passages passages={passages} onRemove={(gone) => setPassages(passages.filter((passage) => passage !== gone))} />
      <CategoryChoice chosen={categories} onChange={setCategories} folds />
      {categories.length > 0 ? <SeverityChoice busy={busy} onChoose={report} /> : null}
      {failure ? (
        <p className="problem" role="alert">
          {failure}
        </p>
      ) : null}
    </section>
  );
}

interface PassagesProps {
  passages: readonly Passage[];
  onRemove(passage: Passage): void;
}

/** What was selected: it becomes part of the report. */
function Passages({ passages, onRemove }: PassagesProps) {
  if (passages.length === 0) return <p className="muted hint">{i18n.t('card.selectHint')}</p>;
  return passages.map((passage) => (
    <blockquote key={passage.selectors[1].start} className="quote" data-passage dir="auto">
      <span>{passage.selectors[0].exact}</span>
      <button
        type="button"
        className="icon"
        aria-label={i18n.t('card.removePassage')}
        onClick={() => onRemove(passage)}
      >
        <X size={14} aria-hidden />
      </button>
    </blockquote>
  ));
}
