import { useState } from 'react';
import { i18n } from '#i18n';
import type { Category, Severity } from '../../lib/domain/category.ts';
import { CATEGORIES_IN_ORDER, SEVERITIES_IN_ORDER } from '../../lib/messages/choices.ts';

/** Most categories of a report; the first one leads. */
const MOST = 3;

interface CategoryChoiceProps {
  chosen: readonly Category[];
  /** Once one is chosen, only the chosen ones are shown, so that the next step is in sight. */
  folds?: boolean;
  onChange(categories: Category[]): void;
}

/** Every category in sight. A click on one chooses it; on a further one adds it, up to three; again takes it away. */
export function CategoryChoice({ chosen, folds = false, onChange }: CategoryChoiceProps) {
  const [adding, setAdding] = useState(false);
  const folded = folds && chosen.length > 0 && !adding;
  const choose = (categories: Category[]) => {
    setAdding(false);
    onChange(categories);
  };
  return (
    <fieldset className="choices" aria-label={i18n.t('common.categories')}>
      {(folded ? chosen : CATEGORIES_IN_ORDER).map((category) => (
        <Chip key={category} category={category} chosen={chosen} onChange={choose} />
      ))}
      {folded && chosen.length < MOST ? (
        <button type="button" className="link more" data-action="another" onClick={() => setAdding(true)}>
          {i18n.t('card.another')}
        </button>
      ) : null}
    </fieldset>
  );
}

interface ChipProps {
  category: Category;
  chosen: readonly Category[];
  onChange(categories: Category[]): void;
}

function Chip({ category, chosen, onChange }: ChipProps) {
  const isChosen = chosen.includes(category);
  const next = isChosen ? chosen.filter((other) => other !== category) : [...chosen, category];
  return (
    <button
      type="button"
      className="chip"
      data-category={category}
      aria-pressed={isChosen}
      aria-disabled={!isChosen && chosen.length >= MOST}
      title={i18n.t(`categoryExample.${category}`)}
      onClick={() => next.length <= MOST && onChange(next)}
    >
      {i18n.t(`category.${category}`)}
    </button>
  );
}

interface SeverityChoiceProps {
  busy: boolean;
  /** The present one, where a report is amended. */
  chosen?: Severity;
  onChoose(severity: Severity): void;
}

/** How bad it is. The choice sends. */
export const SeverityChoice = ({ busy, chosen, onChoose }: SeverityChoiceProps) => (
  <fieldset className="severities">
    <legend>{i18n.t('card.howBad')}</legend>
    {SEVERITIES_IN_ORDER.map((severity) => (
      <button
        key={severity}
        type="button"
        className="severity"
        data-severity={severity}
        aria-pressed={chosen === undefined ? undefined : chosen === severity}
        disabled={busy}
        onClick={() => onChoose(severity)}
      >
        <strong>{i18n.t(`severity.${severity}`)}</strong>
        <span>{i18n.t(`severityMeaning.${severity}`)}</span>
      </button>
    ))}
  </fieldset>
);
