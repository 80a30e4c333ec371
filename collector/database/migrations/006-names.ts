/** What people who sign in with a company account are called, as the company says. Names of tokens stand with the tokens. */
import type { Migration } from '../database.ts';

export const names: Migration = {
  version: 6,
  steps: [
    `create table names (
      team text not null,
      subject text not null,
      name text not null,
      said_at timestamptz not null,
      primary key (team, subject)
    )`,
  ],
};
