/** Every event type there is, each a file of its own. Whoever asks something of a type asks its declaration. */
import type { Foldings } from '../fold/folding.ts';
import { approvalRequested } from './approval-requested.ts';
import { assignmentMade } from './assignment-made.ts';
import { baselineFrozen } from './baseline-frozen.ts';
import { calibrationAsked } from './calibration-asked.ts';
import { citationChecked } from './citation-checked.ts';
import { contentErased } from './content-erased.ts';
import { decisionDrawn } from './decision-drawn.ts';
import { decisionMade } from './decision-made.ts';
import { decisionWithdrawn } from './decision-withdrawn.ts';
import { deferralMade } from './deferral-made.ts';
import { delegationMade } from './delegation-made.ts';
import { detectionDegraded } from './detection-degraded.ts';
import { duplicateMarked } from './duplicate-marked.ts';
import { escalationRehearsed } from './escalation-rehearsed.ts';
import { gateOverridden } from './gate-overridden.ts';
import { handlingEnded } from './handling-ended.ts';
import { handoffLapsed } from './handoff-lapsed.ts';
import { handoffMade } from './handoff-made.ts';
import { informationAsked } from './information-asked.ts';
import { informationGiven } from './information-given.ts';
import { limitsRebased } from './limits-rebased.ts';
import { measureTaken } from './measure-taken.ts';
import { outputDrawn } from './output-drawn.ts';
import { outputReused } from './output-reused.ts';
import { outputSeen } from './output-seen.ts';
import { outputsTallied } from './outputs-tallied.ts';
import { personExported } from './person-exported.ts';
import { policyPublished } from './policy-published.ts';
import { policyReviewed } from './policy-reviewed.ts';
import { probesCounted } from './probes-counted.ts';
import { processChosen } from './process-chosen.ts';
import { processStopped } from './process-stopped.ts';
import { reportAmended } from './report-amended.ts';
import { reportDisputed } from './report-disputed.ts';
import { reportMade } from './report-made.ts';
import { reportWithdrawn } from './report-withdrawn.ts';
import { retentionChanged } from './retention-changed.ts';
import { secondDrawn } from './second-drawn.ts';
import { secondGiven } from './second-given.ts';

/** In the order in which screens list them. */
export const EVENTS = [
  outputSeen,
  reportMade,
  reportAmended,
  reportWithdrawn,
  decisionMade,
  decisionWithdrawn,
  citationChecked,
  outputReused,
  contentErased,
  personExported,
  retentionChanged,
  detectionDegraded,
  processChosen,
  approvalRequested,
  gateOverridden,
  informationAsked,
  informationGiven,
  handoffMade,
  handoffLapsed,
  delegationMade,
  measureTaken,
  outputsTallied,
  policyPublished,
  outputDrawn,
  assignmentMade,
  deferralMade,
  duplicateMarked,
  handlingEnded,
  reportDisputed,
  decisionDrawn,
  secondDrawn,
  secondGiven,
  probesCounted,
  processStopped,
  calibrationAsked,
  limitsRebased,
  policyReviewed,
  baselineFrozen,
  escalationRehearsed,
] as const;
/** What a declaration says, without its schema: a union of all schemas would be compared at each use. */
type EventDeclaration = Pick<(typeof EVENTS)[number], 'type' | 'means' | 'about' | 'sentBy' | 'quiet' | 'name'> & {
  fold<K extends keyof Foldings>(kind: K, folding: Foldings[K], event: { type: string }): void;
};

const BY_TYPE: ReadonlyMap<string, EventDeclaration> = new Map(EVENTS.map((declared) => [declared.type, declared]));

/** What is declared of an event type; undefined for one of a later version. */
export const eventDeclared = (type: string): EventDeclaration | undefined => BY_TYPE.get(type);
