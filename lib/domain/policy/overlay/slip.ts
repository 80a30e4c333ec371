/** What is shown where an overlay loosens its base. */
import type { ExampleQuestion } from '../../gate/examples.ts';
import type { GateAnswer } from '../../gate/gate.ts';
import type { Person } from '../party.ts';
import type { Process, Verb } from '../process.ts';

export type ReviewField = keyof Process['review'];

/** A case that the overlay would let slip. */
export type Slip =
  | { kind: 'passes'; processId: string; question: ExampleQuestion; before: GateAnswer; after: GateAnswer }
  | { kind: 'decides'; processId: string; verb: Verb; person: Person }
  | { kind: 'unasked'; processId: string; pointId: string }
  | { kind: 'lessReview'; processId: string; field: ReviewField }
  | { kind: 'lapses'; processId: string; field: 'approval' | 'selfReviewAfterHours' }
  | { kind: 'gone'; field: string }
  | { kind: 'looser'; field: string };
