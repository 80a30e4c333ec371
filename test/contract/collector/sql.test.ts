/**
 * The collector's SQL stays within what clusters that speak PostgreSQL take: each statement in its sources is read, and looked
 * through for what one or another of them does not have.
 */
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { read, sources, within } from '../tree.ts';

const STATEMENT =
  /^\s*(?:select|insert|update|delete|with|create|alter|drop|set|lock|listen|notify|truncate|begin|commit|rollback|savepoint|do|reset|prepare|declare)\s+\S|^(?:begin|commit|rollback)$/;

interface Statement {
  path: string;
  sql: string;
}

/** Texts of a source that are SQL. What is put into them stands as `?`. */
function statementsOf(path: string, text: string): Statement[] {
  const found: Statement[] = [];
  const take = (sql: string) => {
    if (STATEMENT.test(sql)) found.push({ path, sql: sql.replace(/\s+/g, ' ').trim() });
  };
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
    const { type, value, quasis } = node as { type?: string; value?: unknown; quasis?: { value: { raw: string } }[] };
    if (type === 'Literal' && typeof value === 'string') take(value);
    if (type === 'TemplateLiteral') take((quasis ?? []).map((quasi) => quasi.value.raw).join('?'));
    Object.values(node).forEach(visit);
  };
  visit(parseSync(path, text).program);
  return found;
}

/** What one or another engine lacks, and where we have it all the same, with a way round it. */
const FORBIDDEN: { what: string; pattern: RegExp; but: string[]; example: string }[] = [
  { what: 'advisory locks', pattern: /\bpg_(?:try_)?advisory/i, but: [], example: 'select pg_advisory_lock(1)' },
  {
    what: 'sequences',
    pattern: /\b(?:big)?serial\b|\bnextval\b|generated (?:always|by default) as identity|create sequence/i,
    but: [],
    example: 'create table x (id serial)',
  },
  {
    what: 'triggers, functions and blocks',
    pattern: /create (?:or replace )?(?:trigger|function|procedure|rule)|^do /i,
    but: [],
    example: 'create trigger x',
  },
  { what: 'truncate', pattern: /^truncate\b/i, but: [], example: 'truncate events' },
  { what: 'savepoints', pattern: /^savepoint\b|rollback to/i, but: [], example: 'savepoint x' },
  {
    what: 'temporary and unlogged tables',
    pattern: /create (?:temp|temporary|unlogged)\b/i,
    but: [],
    example: 'create temp table x (a int)',
  },
  { what: 'rows by their place', pattern: /\bctid\b|\bxmin\b|\boid\b/i, but: [], example: 'select ctid from events' },
  {
    what: 'references that delete',
    pattern: /on delete (?:cascade|set)/i,
    but: [],
    example: 'alter table x add foreign key (a) references y on delete cascade',
  },
  {
    what: 'a row that moves to another team',
    pattern: /update \w+ (?:\w+ )?set (?:[^$]*, )?team =/i,
    but: [],
    example: 'update events set team = $1',
  },
  { what: 'extensions', pattern: /create extension/i, but: [], example: 'create extension x' },
  {
    what: 'settings of a session, which a pooler may give to somebody else',
    pattern: /^(?:set (?!local |transaction )|reset |prepare |declare )/i,
    but: [],
    example: 'set statement_timeout = 0',
  },
  {
    what: 'listen and notify',
    pattern: /^listen\b|pg_notify/i,
    but: ['collector/database/postgres.ts', 'collector/database/subscribe.ts'],
    example: 'listen x',
  },
  { what: 'locked tables', pattern: /^lock table/i, but: ['collector/policy/publish.ts'], example: 'lock table x' },
  {
    what: 'isolation levels',
    pattern: /isolation level/i,
    but: [],
    example: 'set transaction isolation level serializable',
  },
];

const statements = sources(within('collector')).flatMap((path) => statementsOf(path, read(path)));

describe('the SQL of the collector', () => {
  it('is found', () => {
    expect(statements.length).toBeGreaterThan(100);
    const source = ['run(`with t as ($', '{x}) select 1`)'].join('');
    expect(statementsOf('x.ts', source)).toEqual([{ path: 'x.ts', sql: 'with t as (?) select 1' }]);
  });

  it.each(FORBIDDEN)('has no $what but where that is known', ({ pattern, but, example }) => {
    expect(example).toMatch(pattern);
    const found = statements.filter(({ sql }) => pattern.test(sql));
    expect(found.filter(({ path }) => !but.includes(path))).toEqual([]);
    expect([...new Set(found.map(({ path }) => path))].sort()).toEqual(but);
  });

  it('names the team in every statement about the log', () => {
    const about = /\b(?:from|into|update|join) (?:events|contents)\b/;
    const inAnyTeam = statements.filter(({ sql }) => about.test(sql) && !/\bteam\b/.test(sql));
    // Over all teams, in the form of the database or in a command of its administrator.
    expect(inAnyTeam.filter(({ path }) => !path.startsWith('collector/database/'))).toEqual([]);
  });
});
