import { i18n } from '#i18n';
import type { Slip } from '../../../lib/domain/policy/overlay/slip.ts';
import type { Json } from '../../../lib/domain/policy/writing/draft.ts';
import { CHOICES } from '../form/choices.ts';
import { fieldText, type JsonAt, valuesIn } from '../origin/words.ts';

const STATUS_KEYS = {
  unreviewed: 'policyForm.slip.unreviewed',
  reported: 'policyForm.slip.reported',
  approved: 'policyForm.slip.approved',
  blocked: 'policyForm.slip.blocked',
  escalated: 'policyForm.slip.escalated',
} as const;

/** The case that a team's rules would let slip past those of the centre, in words. */
export function slipText(slip: Slip, draft: Json): string {
  const jsonAt = valuesIn(draft);
  const process = 'processId' in slip ? processText(slip.processId, jsonAt) : '';
  const field = 'field' in slip ? fieldText(slip.field, jsonAt) : '';
  switch (slip.kind) {
    case 'gone':
      return i18n.t('policyForm.slip.gone', { field });
    case 'looser':
      return i18n.t('policyForm.slip.looser', { field });
    case 'passes': {
      const { status, concernsPublic } = slip.question;
      const known = Object.entries(STATUS_KEYS).find(([name]) => name === status)?.[1];
      const said = known ? i18n.t(known) : status;
      const plain = slip.before.rule === 'stated_unsure' ? i18n.t('policyForm.slip.unsure', { status: said }) : said;
      return i18n.t('policyForm.slip.passes', {
        process,
        status: concernsPublic ? i18n.t('policyForm.slip.forPublic', { status: plain }) : plain,
        after: i18n.t(CHOICES.effect[slip.after.effect]),
        before: i18n.t(CHOICES.effect[slip.before.effect]),
      });
    }
    case 'decides': {
      const { subject, role, groups } = slip.person;
      const who = groups?.join(', ') || subject || role;
      return i18n.t('policyForm.slip.decides', {
        ...{ process, who },
        verb: i18n.t(`policyForm.label.${slip.verb}`),
      });
    }
    case 'unasked':
      return i18n.t('policyForm.slip.unasked', { process, point: slip.pointId });
    case 'lessReview':
      return i18n.t('policyForm.slip.lessReview', { process, field });
    case 'lapses':
      return i18n.t('policyForm.slip.lapses', { process, field });
  }
}

/** A process by its name, where these rules still have it. */
function processText(processId: string, jsonAt: JsonAt): string {
  const name = jsonAt(`processes.${processId}.name`);
  return name === undefined ? processId : String(JSON.parse(name));
}
