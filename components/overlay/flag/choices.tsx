import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { i18n } from '#i18n';
import { type Category, SEVERITIES, type Severity } from '../../../lib/domain/codes.ts';
import { MOST_CATEGORIES } from '../../../lib/domain/limits.ts';
import { moveByArrows } from '../arrows.ts';
import { Said } from '../trace/Said.tsx';

/** Categories that are offered before the others are asked for: three rows, with the button for the others. */
const FIRST = 5;

interface CategoryChoiceProps {
  /** All of them, in the order in which they are offered: those first that this person chooses most. */
  often: readonly Category[];
  chosen: readonly Category[];
  /** Once one is chosen, only the chosen ones are shown, so that the next step is in sight. */
  folds?: boolean;
  onChange(categories: Category[]): void;
}

/**
 * What may be wrong: at first what this person chooses most, the rest one key away. A click on one chooses it; on a further
 * one adds it, up to three; again takes it away. An example stands below for the one that is pointed at, has the focus, or
 * was chosen last.
 */
export function CategoryChoice({ often, chosen, folds = false, onChange }: CategoryChoiceProps) {
  const [adding, setAdding] = useState(false);
  const [pointed, setPointed] = useState<Category>();
  const { group, isWhole, showRest } = useRest();
  const folded = folds && chosen.length > 0 && !adding;
  const choose = (categories: Category[]) => {
    setAdding(false);
    onChange(categories);
  };
  const first = isWhole ? often : often.filter((category, at) => at < FIRST || chosen.includes(category));
  const example = pointed ?? chosen.at(-1);
  const byKey = (event: KeyboardEvent<HTMLElement>) => {
    const isOnMore = (event.target as Element).matches('[data-action="more"]');
    if (isOnMore && event.key === 'ArrowDown') showRest(first.length);
    else moveByArrows(event);
  };
  return (
    <>
      <fieldset ref={group} className="choices" aria-label={i18n.t('common.categories')} onKeyDown={byKey}>
        {(folded ? chosen : first).map((category) => (
          <Chip key={category} category={category} chosen={chosen} onChange={choose} onPoint={setPointed} />
        ))}
        {folded || isWhole ? null : (
          <button
            type="button"
            className="chip more"
            data-action="more"
            aria-expanded={false}
            onClick={() => showRest(first.length)}
          >
            <Said>{i18n.t('card.more', { count: often.length - first.length })}</Said>
          </button>
        )}
        {folded && chosen.length < MOST_CATEGORIES ? (
          <button type="button" className="link another" data-action="another" onClick={() => setAdding(true)}>
            <Said>{i18n.t('card.another')}</Said>
          </button>
        ) : null}
      </fieldset>
      <p className="muted example">
        <Said>{example ? i18n.t('card.example', [i18n.t(`categoryExample.${example}`)]) : ''}</Said>
      </p>
    </>
  );
}

/** The categories that are not shown at first: once they are, the focus goes to the first of those that came. */
function useRest() {
  const group = useRef<HTMLFieldSetElement>(null);
  const [from, setFrom] = useState<number>();
  useEffect(() => {
    if (from !== undefined) group.current?.querySelectorAll<HTMLElement>('[data-category]')[from]?.focus();
  }, [from]);
  return { group, isWhole: from !== undefined, showRest: setFrom };
}

interface ChipProps {
  category: Category;
  chosen: readonly Category[];
  onChange(categories: Category[]): void;
  onPoint(category: Category | undefined): void;
}

function Chip({ category, chosen, onChange, onPoint }: ChipProps) {
  const isChosen = chosen.includes(category);
  const leads = chosen.length > 1 && chosen[0] === category;
  const next = isChosen ? chosen.filter((other) => other !== category) : [...chosen, category];
  return (
    <button
      type="button"
      className="chip"
      data-category={category}
      aria-pressed={isChosen}
      aria-disabled={!isChosen && chosen.length >= MOST_CATEGORIES}
      aria-description={i18n.t('card.example', [i18n.t(`categoryExample.${category}`)])}
      onPointerEnter={() => onPoint(category)}
      onPointerLeave={() => onPoint(undefined)}
      onFocus={() => onPoint(category)}
      onBlur={() => onPoint(undefined)}
      onClick={() => next.length <= MOST_CATEGORIES && onChange(next)}
    >
      <Said>{i18n.t(`category.${category}`)}</Said>
      {leads ? (
        <span className="leads">
          <Said>{i18n.t('card.leads')}</Said>
        </span>
      ) : null}
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
  <fieldset className="severities" onKeyDown={moveByArrows}>
    <legend>
      <Said>{i18n.t('card.howBad')}</Said>
    </legend>
    {SEVERITIES.map((severity) => (
      <button
        key={severity}
        type="button"
        className="severity"
        data-severity={severity}
        aria-pressed={chosen === undefined ? undefined : chosen === severity}
        disabled={busy}
        onClick={() => onChoose(severity)}
      >
        <strong>
          <Said>{i18n.t(`severity.${severity}`)}</Said>
        </strong>
        <Said>{i18n.t(`severityMeaning.${severity}`)}</Said>
      </button>
    ))}
  </fieldset>
);
