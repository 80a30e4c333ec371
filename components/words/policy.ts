import { i18n } from '#i18n';
import type { PolicyProblem, ProblemCode } from '../../lib/domain/policy/policy.ts';

const WORDS: Record<ProblemCode, (place: { field: string; detail: string }) => string> = {
  notJson: ({ detail }) => i18n.t('policy.problem.notJson', { detail }),
  notObject: () => i18n.t('policy.problem.notObject'),
  newerFormat: ({ detail }) => i18n.t('policy.problem.newerFormat', { detail }),
  tooLarge: () => i18n.t('policy.problem.tooLarge'),
  unknownField: ({ field }) => i18n.t('policy.problem.unknownField', { field }),
  missing: ({ field }) => i18n.t('policy.problem.missing', { field }),
  wrongKind: (place) => i18n.t('policy.problem.wrongKind', place),
  wrongForm: ({ field }) => i18n.t('policy.problem.wrongForm', { field }),
  tooLong: ({ field }) => i18n.t('policy.problem.tooLong', { field }),
  empty: ({ field }) => i18n.t('policy.problem.empty', { field }),
  noPlace: ({ field }) => i18n.t('policy.problem.noPlace', { field }),
  selector: (place) => i18n.t('policy.problem.selector', place),
  pattern: ({ field }) => i18n.t('policy.problem.pattern', { field }),
  slowPattern: (place) => i18n.t('policy.problem.slowPattern', place),
  unknownProfile: (place) => i18n.t('policy.problem.unknownProfile', place),
  takenId: (place) => i18n.t('policy.problem.takenId', place),
  twice: (place) => i18n.t('policy.problem.twice', place),
  notSecure: (place) => i18n.t('policy.problem.notSecure', place),
  noAddress: (place) => i18n.t('policy.problem.noAddress', place),
  unknownKind: (place) => i18n.t('policy.problem.unknownKind', place),
  publicNotFull: ({ field }) => i18n.t('policy.problem.publicNotFull', { field }),
  designerReviews: ({ field }) => i18n.t('policy.problem.designerReviews', { field }),
  takenVersion: (place) => i18n.t('policy.problem.takenVersion', place),
  notGovernance: ({ field }) => i18n.t('policy.problem.notGovernance', { field }),
  loosens: ({ field }) => i18n.t('policy.problem.loosens', { field }),
  notSigned: () => i18n.t('policy.problem.notSigned'),
  otherTeam: () => i18n.t('policy.problem.otherTeam'),
  olderVersion: ({ detail }) => i18n.t('policy.problem.olderVersion', { detail }),
  unstorable: ({ field }) => i18n.t('policy.problem.unstorable', { field }),
};

/** One reason why a policy or a profile was refused, in a sentence with its place; `whole` names it where that is all of it. */
export const policyProblemText = (
  { code, field, detail = '' }: PolicyProblem,
  whole = i18n.t('policy.whole'),
): string => WORDS[code]({ field: field || whole, detail });
