import { i18n } from '#i18n';
import { refusedSince } from '../../../lib/domain/decision/refused.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import type { RefusedAct } from '../../../lib/domain/output/process-record.ts';
import { Notice } from '../../ui/Notice.tsx';
import { whyText } from './whyText.ts';

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
