import { i18n } from '#i18n';
import type { Slip } from '../../../lib/domain/policy/overlay/slip.ts';
import { CHOICES } from '../form/choices.ts';

const STATUS_KEYS = {
  unreviewed: 'policyForm.slip.unreviewed',
  reported: 'policyForm.slip.reported',
  approved: 'policyForm.slip.approved',
  blocked: 'policyForm.slip.blocked',
  escalated: 'policyForm.slip.escalated',
} as const;

/** The case that a team's rules would let slip past those of the centre, in words. */
export function slipText(slip: Slip): string {
  const process = 'processId' in slip ? slip.processId : '';
  switch (slip.kind) {
    case 'gone':
      return i18n.t('policyForm.slip.gone', { field: slip.field });
    case 'looser':
      return i18n.t('policyForm.slip.looser', { field: slip.field });
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
      return i18n.t('policyForm.slip.lessReview', { process, field: slip.field });
    case 'lapses':
      return i18n.t('policyForm.slip.lapses', { process, field: slip.field });
  }
}
