/**
 * Versions of the policy, keys that sign them, as what somebody with which role decided, what falls due, and the indexes that the
 * rules of the policy are asked by.
 */
import type { Migration } from '../database.ts';

export const policy: Migration = {
  version: 5,
  steps: [
    // Who published it, and the note, stand in its event: where a name or a note is erased there, it is erased.
    `create table policies (
      team text not null,
      number bigint not null,
      sequence bigint not null,
      version text not null,
      hash text not null,
      in_force_from timestamptz not null,
      own jsonb,
      base jsonb,
      policy jsonb not null,
      primary key (team, number),
      unique (team, version),
      foreign key (team, sequence) references events (team, sequence)
    )`,
    // The centre's, for every team of the database.
    'create table base_policies (number bigint primary key, policy jsonb not null, recorded_at timestamptz not null)',
    // The public halves of every key that ever signed: what was signed with an old one can still be checked.
    `create table signing_keys (
      kid text primary key,
      jwk jsonb not null,
      made_at timestamptz not null default now(),
      announcement text
    )`,
    // With which role somebody decided, and under which version: a receipt says both.
    `create table judged (
      team text not null,
      sequence bigint not null,
      decision_id text not null,
      role text not null,
      policy_number bigint not null,
      primary key (team, sequence),
      foreign key (team, sequence) references events (team, sequence)
    )`,
    'create index judged_decision on judged (team, decision_id)',
    // When to look at an output again, because a time may have run out.
    'create table due (team text not null, subject text not null, at timestamptz not null, primary key (team, subject))',
    'create index due_at on due (at)',
    `create index events_of_subject on events (team, subject, sequence)`,
    `create index events_of_leave on events (team, type, sequence)
      where type in ('countersign.delegation.made.v1', 'countersign.gate.overridden.v1')`,
  ],
};
