import type { Verdict } from '../../../lib/domain/decision/decision.ts';
import type { Status } from '../../../lib/domain/output/status.ts';

/** The status that a decision gives, to show past decisions as what they led to. */
export const STATUS_AFTER: Record<Verdict, Status> = {
  approve: 'approved',
  approve_with_notes: 'approved_with_notes',
  modify: 'modified',
  block: 'blocked',
  escalate: 'escalated',
};
