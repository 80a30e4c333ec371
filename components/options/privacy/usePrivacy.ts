import { useState } from 'react';
import { i18n } from '#i18n';
import { type RedactionSection, redactionUnder } from '../../../lib/domain/policy/redaction-section.ts';
import type { Redaction } from '../../../lib/domain/privacy/redaction.ts';
import {
  managedKept,
  policyFromCollector,
  policyLoaded,
  policyManaged,
  redaction,
} from '../../../lib/settings/items.ts';
import { effectiveRedaction, fixedRedaction } from '../../../lib/settings/redaction.ts';
import { useSend } from '../../sending/useSend.ts';
import { useSetting } from '../../sending/useSetting.ts';

interface Privacy {
  /** What the person has set; what is fixed may stand over it. */
  own: Redaction;
  /** What holds. */
  effective: Redaction;
  /** What is fixed by the policy, or by whoever manages the browser. */
  policy: RedactionSection;
  change(fields: Partial<Redaction>): void;
  /** Undoes the last change; undefined where there is none. */
  undo: (() => void) | undefined;
}

const ITEMS = [redaction, managedKept, policyFromCollector, policyLoaded, policyManaged];
const read = async (): Promise<Pick<Privacy, 'own' | 'effective' | 'policy'>> => {
  const [own, effective, policy] = await Promise.all([redaction.getValue(), effectiveRedaction(), fixedRedaction()]);
  return { own, effective, policy };
};

/** What is masked, as it changes, and how to change it. Undefined until it is read. */
export function usePrivacy(): Privacy | undefined {
  const { act } = useSend();
  const [state, show] = useSetting(read, ITEMS);
  const [before, setBefore] = useState<Redaction>();
  if (!state) return undefined;
  const store = (value: Redaction, previous: Redaction | undefined, words: string) => {
    // Shown at once: the next change must stand on this one, and a box stay as it was ticked.
    show({ ...state, own: value, effective: redactionUnder(value, state.policy) });
    // So is what is undone: whoever presses before it is stored takes back this change, and not the one before it too.
    setBefore(previous);
    void act(async () => {
      await redaction.setValue(value);
      return words;
    });
  };
  return {
    ...state,
    change: (fields) => {
      const { region, ...rest } = { ...state.own, ...fields };
      store({ ...rest, ...(region ? { region } : {}) }, state.own, i18n.t('privacy.saved'));
    },
    undo: before && (() => store(before, undefined, i18n.t('privacy.undone'))),
  };
}
