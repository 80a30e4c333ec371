/** Why the team's server did not take what somebody did under a policy, in a sentence. */
import { i18n } from '#i18n';
import { ACT_REFUSALS, type ActRefusal } from '../../../lib/domain/decision/refused.ts';

/** Whether there is a sentence for it: a newer collector may have another code, or none. */
const isKnown = (code: string): code is ActRefusal => (ACT_REFUSALS as readonly string[]).includes(code);

export const whyText = (why: string): string =>
  isKnown(why) ? i18n.t(`panel.gate.refused.why.${why}`) : i18n.t('panel.gate.refused.said', { why });
