/**
 * The fields of the form, each declared once: where it stands in the policy, how it is filled in, and by which name its
 * label and its effect stand in the locales.
 */
import type { DraftPath, Json } from '../../../lib/domain/policy/writing/draft.ts';
import type { ChoiceName } from './choices.ts';

export interface FieldShape {
  name: FormFieldName;
  at: DraftPath;
  kind: 'line' | 'text' | 'number' | 'day' | 'moment' | 'clock' | 'tick' | 'people' | 'lines' | 'numbers' | 'choice';
  choices?: ChoiceName;
  /** One role, person or group stands there. */
  isParty?: boolean;
  /** What stands there where nothing was typed; without it the field is then not there. */
  empty?: Json;
  /** Whether it is of use, given what it stands in. */
  when?(within: Json | undefined): boolean;
}

type FormFieldName =
  | (typeof GENERAL)[number]['name']
  | (
      | typeof ABOUT
      | typeof WHERE
      | typeof WHO
      | typeof REVIEW
      | typeof ROLLOUT
      | typeof GATE
      | typeof PUBLIC
      | typeof BRIEF
    )[number]['name']
  | (typeof TIMES | typeof PRIVACY)[number]['name']
  | (
      | typeof OBJECTIVE
      | typeof LIMIT
      | typeof ROLE
      | typeof QUESTION
      | typeof POINT
      | typeof STEP
      | typeof MEASURE
      | typeof TOOL
      | typeof VIEW
      | typeof QUEUE
    )[number]['name'];

type Shape = Omit<FieldShape, 'name'> & { name: string };

export const GENERAL = [
  { name: 'title', at: ['title'], kind: 'line' },
  { name: 'version', at: ['version'], kind: 'line' },
  { name: 'inForceFrom', at: ['inForceFrom'], kind: 'moment' },
  { name: 'orgName', at: ['organisation', 'name'], kind: 'line' },
  { name: 'orgDecides', at: ['organisation', 'decides'], kind: 'choice', choices: 'decides' },
] as const satisfies Shape[];

export const OBJECTIVE = [
  { name: 'objective', at: ['text'], kind: 'text' },
  { name: 'objectiveMeasure', at: ['measure'], kind: 'line' },
] as const satisfies Shape[];
export const LIMIT = [{ name: 'limit', at: ['text'], kind: 'text' }] as const satisfies Shape[];
export const ROLE = [
  { name: 'roleName', at: ['name'], kind: 'line' },
  { name: 'roleMembers', at: ['members'], kind: 'people', empty: [] },
  { name: 'roleCompetence', at: ['competence'], kind: 'line' },
] as const satisfies Shape[];

const isRegulated = (process: Json | undefined): boolean =>
  JSON.stringify(process ?? {}).includes('"risk":"regulated"');
export const ABOUT = [
  { name: 'processName', at: ['name'], kind: 'line' },
  { name: 'purpose', at: ['purpose'], kind: 'text' },
  { name: 'owner', at: ['owner'], kind: 'line', isParty: true },
  { name: 'risk', at: ['risk'], kind: 'choice', choices: 'risk' },
  { name: 'signInWithinMinutes', at: ['signInWithinMinutes'], kind: 'number', when: isRegulated },
  { name: 'stopped', at: ['stopped'], kind: 'tick' },
] as const satisfies Shape[];
export const WHERE = [
  { name: 'tools', at: ['applies', 'tools'], kind: 'lines' },
  { name: 'addresses', at: ['applies', 'addresses'], kind: 'lines' },
  { name: 'choice', at: ['applies', 'choice'], kind: 'tick' },
] as const satisfies Shape[];
export const WHO = [
  { name: 'designers', at: ['designers'], kind: 'people' },
  { name: 'approve', at: ['authority', 'approve'], kind: 'people' },
  { name: 'modify', at: ['authority', 'modify'], kind: 'people' },
  { name: 'block', at: ['authority', 'block'], kind: 'people' },
  { name: 'escalate', at: ['authority', 'escalate'], kind: 'people' },
  { name: 'override', at: ['authority', 'override'], kind: 'people' },
  { name: 'except', at: ['authority', 'except'], kind: 'people' },
  { name: 'bypass', at: ['authority', 'bypass'], kind: 'people' },
  { name: 'stop', at: ['authority', 'stop'], kind: 'people' },
  { name: 'fallback', at: ['fallback'], kind: 'people' },
  { name: 'selfReviewAfterHours', at: ['selfReviewAfterHours'], kind: 'number' },
] as const satisfies Shape[];

const isEarned = (review: Json | undefined): boolean =>
  typeof review === 'object' &&
  review !== null &&
  'review' in review &&
  JSON.stringify(review.review).includes('"earned"');
const isRolledOut = (process: Json | undefined): boolean =>
  typeof process === 'object' && process !== null && 'rollout' in process;
export const REVIEW = [
  { name: 'reviewMode', at: ['review', 'mode'], kind: 'choice', choices: 'review' },
  { name: 'clean', at: ['review', 'clean'], kind: 'number', when: isEarned },
  { name: 'oneIn', at: ['review', 'oneIn'], kind: 'number', when: isEarned },
  { name: 'reviewLimit', at: ['review', 'limit'], kind: 'number', when: isEarned },
  { name: 'unacceptable', at: ['review', 'unacceptable'], kind: 'number', when: isEarned },
  { name: 'miss', at: ['review', 'miss'], kind: 'number', when: isEarned },
  { name: 'defectFrom', at: ['review', 'defectFrom'], kind: 'choice', choices: 'severity', when: isEarned },
  { name: 'secondOneIn', at: ['review', 'secondOneIn'], kind: 'number' },
  { name: 'blockedOneIn', at: ['review', 'blockedOneIn'], kind: 'number' },
  { name: 'probeOneIn', at: ['review', 'probeOneIn'], kind: 'number' },
  { name: 'confidence', at: ['review', 'confidence'], kind: 'number' },
  { name: 'dueAfterHours', at: ['dueAfterHours'], kind: 'number' },
] as const satisfies Shape[];
export const ROLLOUT = [
  { name: 'rolloutPhase', at: ['rollout', 'phase'], kind: 'choice', choices: 'rollout' },
  { name: 'rolloutTexts', at: ['rollout', 'texts'], kind: 'number', when: isRolledOut },
  { name: 'rolloutReviewed', at: ['rollout', 'reviewed'], kind: 'number', when: isRolledOut },
  { name: 'rolloutDefects', at: ['rollout', 'defects'], kind: 'number', when: isRolledOut },
  { name: 'rolloutHours', at: ['rollout', 'withinHours'], kind: 'number', when: isRolledOut },
  { name: 'rolloutTrained', at: ['rollout', 'trained'], kind: 'number', when: isRolledOut },
] as const satisfies Shape[];
export const GATE = [
  { name: 'gateMode', at: ['gate', 'mode'], kind: 'choice', choices: 'gate' },
  { name: 'unreviewed', at: ['gate', 'unreviewed'], kind: 'choice', choices: 'effect' },
  { name: 'reported', at: ['gate', 'reported'], kind: 'choice', choices: 'effect' },
  { name: 'gateOverride', at: ['gate', 'override'], kind: 'choice', choices: 'override' },
  { name: 'approvalDays', at: ['approval', 'days'], kind: 'number' },
  { name: 'outlivesVersion', at: ['approval', 'outlivesVersion'], kind: 'tick' },
] as const satisfies Shape[];

const isPublished = (process: Json | undefined): boolean =>
  typeof process === 'object' && process !== null && 'publishes' in process && process.publishes === true;
export const PUBLIC = [
  { name: 'publishes', at: ['publishes'], kind: 'tick' },
  { name: 'publicInterest', at: ['publicInterest'], kind: 'choice', choices: 'interest' },
  { name: 'responsibleName', at: ['responsible', 'name'], kind: 'line', when: isPublished },
  { name: 'responsibleRole', at: ['responsible', 'role'], kind: 'line', when: isPublished },
  { name: 'contactPage', at: ['responsible', 'contactPage'], kind: 'line', when: isPublished },
] as const satisfies Shape[];

export const BRIEF = [{ name: 'briefTemplate', at: ['brief', 'template'], kind: 'text' }] as const satisfies Shape[];
export const QUESTION = [
  { name: 'briefLabel', at: ['label'], kind: 'line' },
  { name: 'briefHelp', at: ['help'], kind: 'line' },
  { name: 'briefKind', at: ['kind'], kind: 'choice', choices: 'briefKind' },
  {
    name: 'briefChoices',
    at: ['choices'],
    kind: 'lines',
    when: (question: Json | undefined) =>
      typeof question === 'object' && question !== null && 'kind' in question && question.kind === 'choice',
  },
  { name: 'briefRequired', at: ['required'], kind: 'tick' },
] as const satisfies Shape[];
export const POINT = [
  { name: 'point', at: ['text'], kind: 'text' },
  { name: 'pointKind', at: ['kind'], kind: 'choice', choices: 'pointKind' },
  { name: 'pointWithout', at: ['without'], kind: 'choice', choices: 'without' },
] as const satisfies Shape[];
export const STEP = [
  { name: 'stepTo', at: ['to'], kind: 'people' },
  { name: 'remindAfterHours', at: ['remindAfterHours'], kind: 'number' },
  { name: 'escalateAfterHours', at: ['escalateAfterHours'], kind: 'number' },
] as const satisfies Shape[];

export const VIEW = [
  { name: 'viewName', at: ['name'], kind: 'line' },
  { name: 'viewOrder', at: ['order'], kind: 'choice', choices: 'order' },
  { name: 'viewStatus', at: ['sieve', 'status'], kind: 'choice', choices: 'status' },
  { name: 'viewSeverity', at: ['sieve', 'severity'], kind: 'choice', choices: 'severity' },
  { name: 'viewTool', at: ['sieve', 'tool'], kind: 'line' },
  { name: 'viewDue', at: ['sieve', 'due'], kind: 'choice', choices: 'due' },
  { name: 'viewOlder', at: ['sieve', 'olderThanDays'], kind: 'number' },
  { name: 'viewAssigned', at: ['sieve', 'assigned'], kind: 'choice', choices: 'assigned' },
  { name: 'viewAside', at: ['sieve', 'aside'], kind: 'choice', choices: 'aside' },
  { name: 'viewWords', at: ['sieve', 'words'], kind: 'line' },
] as const satisfies Shape[];
export const QUEUE = [
  { name: 'assignedDays', at: ['queue', 'assignedDays'], kind: 'number' },
] as const satisfies Shape[];
export const TIMES = [
  { name: 'timeZone', at: ['calendar', 'timeZone'], kind: 'line' },
  { name: 'days', at: ['calendar', 'days'], kind: 'numbers' },
  { name: 'from', at: ['calendar', 'from'], kind: 'clock' },
  { name: 'to', at: ['calendar', 'to'], kind: 'clock' },
  { name: 'holidays', at: ['calendar', 'holidays'], kind: 'lines' },
  { name: 'everyMonths', at: ['periodicReview', 'everyMonths'], kind: 'number' },
  { name: 'reviewedOn', at: ['periodicReview', 'reviewedOn'], kind: 'day' },
  { name: 'reviewOwner', at: ['periodicReview', 'owner'], kind: 'line', isParty: true },
] as const satisfies Shape[];
export const PRIVACY = [
  { name: 'contentMonths', at: ['retention', 'contentMonths'], kind: 'number' },
  { name: 'activityDays', at: ['privacy', 'activityDays'], kind: 'number' },
  { name: 'agreement', at: ['privacy', 'perPerson', 'agreement'], kind: 'line' },
  { name: 'assessedOn', at: ['privacy', 'perPerson', 'assessedOn'], kind: 'day' },
  { name: 'noticeOn', at: ['privacy', 'perPerson', 'noticeOn'], kind: 'day' },
] as const satisfies Shape[];
export const MEASURE = [
  { name: 'measure', at: ['measure'], kind: 'text' },
  { name: 'audience', at: ['audience'], kind: 'people' },
  { name: 'evidence', at: ['evidence'], kind: 'line' },
  { name: 'measureReviewOn', at: ['reviewOn'], kind: 'day' },
  { name: 'measureAgainSince', at: ['again', 'since'], kind: 'day' },
  { name: 'measureAgainWhy', at: ['again', 'why'], kind: 'line' },
] as const satisfies Shape[];
export const TOOL = [
  { name: 'host', at: ['host'], kind: 'line' },
  { name: 'toolName', at: ['name'], kind: 'line' },
  { name: 'allowed', at: ['allowed'], kind: 'tick' },
  { name: 'toolPurpose', at: ['purpose'], kind: 'line' },
  { name: 'dataClass', at: ['dataClass'], kind: 'line' },
  { name: 'toolOwner', at: ['owner'], kind: 'line' },
] as const satisfies Shape[];
