/** Test texts that are known to be bad, and to whom they were given. They stand beside the log: no browser hears of those of others. */
import type { Migration } from '../database.ts';

export const probes: Migration = {
  version: 8,
  steps: [
    `create table probes (
      team text not null,
      probe_id text not null,
      process_id text not null,
      text text not null,
      prompt text,
      flaw text not null,
      made_by text not null,
      made_at timestamptz not null,
      retired_at timestamptz,
      primary key (team, probe_id)
    )`,
    // The outcome of a single one goes once it was counted together with others; that somebody had it stays.
    `create table probes_given (
      team text not null,
      given_id text not null,
      probe_id text not null,
      process_id text not null,
      person text not null,
      hash text not null,
      trace jsonb not null,
      shows_at timestamptz not null,
      answered_at timestamptz,
      outcome text,
      counted boolean not null default false,
      primary key (team, given_id)
    )`,
    `create index events_probes on events (team, sequence) where type = 'countersign.probes.counted.v1'`,
    'create index probes_given_person on probes_given (team, person)',
  ],
};
