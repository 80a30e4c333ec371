import { i18n } from '#i18n';
import { ACT_REFUSALS, type ActRefusal, refusedSince } from '../../../lib/domain/decision/refused.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import type { RefusedAct } from '../../../lib/domain/output/process-record.ts';
import { Notice } from '../../ui/Notice.tsx';

/** Whether there is a sentence for it: a newer collector may have another code, or none. */
const isKnown = (code: string): code is ActRefusal => (ACT_REFUSALS as readonly string[]).includes(code);

/** What this browser's person did and the team's server did not take: it counts for nothing, and can be done anew. */
export const RefusedActs = ({ output }: { output: Output }) =>
  refusedSince(output).map((act) => (
    <Notice key={act.madeAt + act.what} tone="warning">
      <span data-refused={act.what}>{`${whatText(act)} ${whyText(act.why)}`}</span>
    </Notice>
  ));

const whatText = ({ what, verdict }: RefusedAct): string =>
  what === 'decision'
    ? i18n.t('panel.gate.refused.what.decision', { verdict: verdict ? i18n.t(`verdict.${verdict}`) : '' })
    : i18n.t(`panel.gate.refused.what.${what}`);

const whyText = (why: string): string =>
  isKnown(why) ? i18n.t(`panel.gate.refused.why.${why}`) : i18n.t('panel.gate.refused.said', { why });
