/**
 * What makes an output wait and what settles it, in the order of outputs: what waits is found without reading all decisions.
 * A query finds these indexes by conditions that are written as here (`ledger/read/awaiting.ts`).
 */
import type { Migration } from '../database.ts';

export const asking: Migration = {
  version: 10,
  steps: [
    `create index events_asking on events (team, subject, sequence) where type in (
        'countersign.report.made.v1', 'countersign.report.disputed.v1', 'countersign.approval.requested.v1',
        'countersign.gate.overridden.v1', 'countersign.decision.withdrawn.v1', 'countersign.decision.drawn.v1',
        'countersign.second.drawn.v1')
      or (type = 'countersign.decision.made.v1' and (event #>> '{data,facts,verdict}') = 'escalate')`,
    `create index events_settling on events (team, subject, sequence)
      where type = 'countersign.decision.made.v1' and (event #>> '{data,facts,verdict}') <> 'escalate'`,
  ],
};
