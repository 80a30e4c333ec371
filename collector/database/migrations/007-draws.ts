/** Keys that outputs are drawn for review by, and the indexes that the record of a stratum is read by. */
import type { Migration } from '../database.ts';

export const draws: Migration = {
  version: 7,
  steps: [
    // One for each version of a team's policy. It is told nobody before the version has ended.
    `create table draw_keys (
      team text not null,
      number bigint not null,
      key text not null,
      made_at timestamptz not null,
      primary key (team, number),
      foreign key (team, number) references policies (team, number)
    )`,
    'create index judged_version on judged (team, policy_number)',
    `create index events_drawn on events (team, sequence) where type = 'countersign.output.drawn.v1'`,
  ],
};
