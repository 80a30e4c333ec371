import { type RefObject, useEffect, useRef } from 'react';
import { VERDICTS, type Verdict } from '../../../lib/domain/codes.ts';
import { useCommand } from '../keys/KeyedCommands.tsx';

/** Where the keyboard goes on once a verdict is chosen: to the first thing it cannot go without. */
const NEXT: Record<Verdict, string> = {
  approve: '[name="verdict"][value="approve"]',
  approve_with_notes: '[name="note"]',
  modify: '[name="correctedText"]',
  block: '[name="note"]',
  escalate: '[name="note"]',
};

/** Chooses a verdict by its key and goes on to what it needs; records with Ctrl+Enter. */
export function useVerdictKeys(
  form: RefObject<HTMLFormElement | null>,
  offered: readonly Verdict[],
  choose: (verdict: Verdict) => void,
  submit: () => void,
): void {
  const wanted = useRef<string>(undefined);
  // The field is there once the verdict is: it is looked for after each drawing.
  useEffect(() => {
    const field = wanted.current && form.current?.querySelector<HTMLElement>(wanted.current);
    if (!field) return;
    wanted.current = undefined;
    field.focus();
  });
  const by = (verdict: Verdict) =>
    offered.includes(verdict)
      ? () => {
          wanted.current = NEXT[verdict];
          choose(verdict);
        }
      : undefined;
  const [approve, noted, modify, block, escalate] = VERDICTS.map(by);
  useCommand('approve', approve);
  useCommand('approve_with_notes', noted);
  useCommand('modify', modify);
  useCommand('block', block);
  useCommand('escalate', escalate);
  useCommand('record', submit);
}
