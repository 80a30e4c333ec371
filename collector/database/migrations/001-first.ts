/** Tokens, the teams' sequences, events, and content apart from them so that it can be erased. */
export const first = {
  version: 1,
  steps: [
    `create table tokens (
      team text not null,
      token_id text not null unique,
      token_hash text not null unique,
      subject text not null,
      name text,
      role text not null,
      created_at timestamptz not null default now(),
      revoked_at timestamptz,
      primary key (team, token_id)
    )`,
    'create table teams (team text primary key, last_sequence bigint not null)',
    `create table events (
      team text not null,
      sequence bigint not null,
      source text not null,
      id text not null,
      subject text not null,
      type text not null,
      time timestamptz not null,
      authid text not null,
      event jsonb not null,
      bytes integer not null,
      primary key (team, sequence),
      unique (team, source, id)
    )`,
    // Who made a report is asked before each change to it.
    `create index events_report_made on events (team, (event #>> '{data,facts,reportId}'), sequence)
      where type = 'countersign.report.made.v1'`,
    `create table contents (
      team text not null,
      source text not null,
      id text not null,
      salt text not null,
      content jsonb not null,
      primary key (team, source, id),
      foreign key (team, source, id) references events (team, source, id)
    )`,
  ],
};
