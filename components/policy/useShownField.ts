import { useCallback, useEffect, useState } from 'react';
import { type Json, readAt } from '../../lib/domain/policy/writing/draft.ts';
import type { SectionName } from './form/Sections.tsx';

const SECTION_OF: Readonly<Record<string, SectionName>> = {
  processes: 'processes',
  objectives: 'aims',
  limits: 'aims',
  roles: 'roles',
  periodicReview: 'times',
  calendar: 'times',
  retention: 'privacy',
  privacy: 'privacy',
  queue: 'queue',
  literacy: 'people',
  inventory: 'inventory',
};

/** Opens the section in which a field stands, and brings the field into view with the focus in it. */
export function useShownField(draft: Json, setSection: (section: SectionName) => void): (field: string) => void {
  const [wanted, setWanted] = useState<string>();
  useEffect(() => {
    if (wanted === undefined) return undefined;
    // A section that was just opened is drawn with the next frame.
    const frame = requestAnimationFrame(() => {
      reveal(wanted);
      setWanted(undefined);
    });
    return () => cancelAnimationFrame(frame);
  }, [wanted]);
  return useCallback(
    (field: string) => {
      const place = placeOf(field, draft);
      const [first = ''] = place.split('.');
      setSection(SECTION_OF[first] ?? 'general');
      setWanted(place);
    },
    [draft, setSection],
  );
}

/** `processes.faq.owner`, which names things by their id, as the form's fields are named: `processes.2.owner`. */
function placeOf(field: string, draft: Json): string {
  const [list = '', id, ...rest] = field.split('.');
  const items = readAt(draft, [list]);
  if (!Array.isArray(items) || id === undefined) return field;
  const at = items.findIndex((item) => readAt(item, ['id']) === id);
  return at < 0 ? field : [list, at + 1, ...rest].join('.');
}

/** The field itself, else the nearest thing that holds it. */
function reveal(place: string): void {
  const steps = place.split('.');
  for (let length = steps.length; length > 0; length--) {
    const start = steps.slice(0, length).join('.');
    const found = document.querySelector<HTMLElement>(
      `[data-field="${CSS.escape(start)}"], [data-field^="${CSS.escape(start)}."]`,
    );
    if (!found) continue;
    for (let at = found.closest('details'); at; at = at.parentElement?.closest('details') ?? null) at.open = true;
    found.scrollIntoView({ block: 'center' });
    found.querySelector<HTMLElement>('input, textarea, select')?.focus();
    return;
  }
}
