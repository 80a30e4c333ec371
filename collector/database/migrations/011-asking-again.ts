/** A report that was changed may wait again, as one that was disputed does: the index of what makes an output wait has it too. */
import type { Migration } from '../database.ts';

export const askingAgain: Migration = {
  version: 11,
  steps: [
    'drop index events_asking',
    `create index events_asking on events (team, subject, sequence) where type in (
        'countersign.report.made.v1', 'countersign.report.amended.v1', 'countersign.report.disputed.v1',
        'countersign.approval.requested.v1', 'countersign.gate.overridden.v1', 'countersign.decision.withdrawn.v1',
        'countersign.decision.drawn.v1', 'countersign.second.drawn.v1')
      or (type = 'countersign.decision.made.v1' and (event #>> '{data,facts,verdict}') = 'escalate')`,
  ],
};
