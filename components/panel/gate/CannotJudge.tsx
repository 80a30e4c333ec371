import { i18n } from '#i18n';
import { awaitsDecision } from '../../../lib/domain/decision/queue.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { PassOn } from '../handling/PassOn.tsx';
import { useGate } from './useGate.ts';

/** For whoever cannot judge a text: they say so, and it goes on. A record that nobody can vouch for is worse than none. */
export function CannotJudge({ output }: { output: Output }) {
  const gate = useGate(output);
  if (!gate || !awaitsDecision(output) || !gate.may('escalate').may) return null;
  return (
    <Disclosure label={i18n.t('panel.gate.cannotJudge.title')}>
      <PassOn output={output} />
    </Disclosure>
  );
}
