/** The commands about tokens, whoever runs them: the command line itself, or the collector that holds its database. */
import { endsSoon } from '../../lib/domain/people/role.ts';
import type { SqlDatabase } from '../database/database.ts';
import { changeRole, createToken, listTokens, revokeToken } from '../people/tokens.ts';
import type { TokenCommand } from './control.ts';
import { CommandRefusal } from './refusal.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Does a command and answers with what it says. `ended`: hears of which team's token has ended, or may do other things. */
export async function tokenCommand(
  database: SqlDatabase,
  command: TokenCommand,
  ended: (team: string) => Promise<void>,
): Promise<string> {
  switch (command.name) {
    case 'token.create': {
      const { expiresInDays } = command;
      const end = expiresInDays === undefined ? undefined : new Date(Date.now() + expiresInDays * DAY_MS);
      const { tokenId, token } = await createToken(database, command.me, end);
      return `Token ${tokenId}. It is shown only now:\n${token}\n`;
    }
    case 'token.list':
      return table(database, Date.now());
    case 'token.role': {
      const { tokenId, role } = command;
      if (!(await changeRole(database, tokenId, role)))
        throw new CommandRefusal(`There is no token ${tokenId}, or it has ended.`);
      await doubt(database, tokenId, ended);
      return `Token ${tokenId} has the role ${role} now.\n`;
    }
    case 'token.revoke': {
      if (!(await revokeToken(database, command.tokenId)))
        throw new CommandRefusal(`There is no token ${command.tokenId}.`);
      await doubt(database, command.tokenId, ended);
      return `Token ${command.tokenId} is revoked.\n`;
    }
  }
}

async function doubt(database: SqlDatabase, ofToken: string, ended: (team: string) => Promise<void>): Promise<void> {
  for (const { tokenId, team } of await listTokens(database)) if (tokenId === ofToken) await ended(team);
}

async function table(database: SqlDatabase, now: number): Promise<string> {
  const tokens = await listTokens(database);
  const rows = tokens.map((token) => [
    token.tokenId,
    token.team,
    token.subject,
    token.role,
    token.name ?? '',
    token.createdAt,
    token.expiresAt ?? '',
    token.revokedAt ?? '',
  ]);
  const all = [['ID', 'TEAM', 'SUBJECT', 'ROLE', 'NAME', 'CREATED', 'EXPIRES', 'REVOKED'], ...rows];
  const soon = tokens.filter(
    ({ expiresAt, revokedAt }) => revokedAt === null && expiresAt !== null && endsSoon(expiresAt, now),
  );
  const said = soon.map(
    ({ tokenId, subject, expiresAt }) => `${subject}’s token ${tokenId} ends at ${expiresAt}. Make another in time.\n`,
  );
  return [...all.map((row) => `${row.join('\t')}\n`), ...said].join('');
}
