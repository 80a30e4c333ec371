/** Checks a team's tokens against what was written down of them: whether one was raised, made good again, or slipped in. */
import { GENESIS } from '../../../lib/domain/export/chained.ts';
import { commitNow, tokenLinkOf } from '../../chain.ts';
import type { Queries } from '../../database/database.ts';
import { sealOf, type TokenAct } from '../../people/acts.ts';
import type { Finding } from './findings.ts';

interface ActRow {
  number: string;
  act: TokenAct;
  ms: string;
  link: string;
}

interface TokenRow {
  tokenId: string;
  hash: string;
  subject: string;
  name: string | null;
  role: string;
  ms: string | null;
  ended: boolean;
  salt: string | null;
}

interface People {
  acts: ActRow[];
  tokens: TokenRow[];
  tip: { last: string; head: string } | null;
}

type Made = Extract<TokenAct, { act: 'made' }>;

/** What is wrong with the tokens of a team; nothing wrong: no findings. */
export async function verifyPeople(queries: Queries, team: string): Promise<Finding[]> {
  // In one statement: tokens are made and ended meanwhile.
  const [{ acts, tokens, tip }] = (await queries.query<People>(
    `select
      (select coalesce(jsonb_agg(to_jsonb(a) order by a.place), '[]') from (
        select number as place, number::text as number, act, link,
            round((extract(epoch from recorded_at) * 1000)::numeric)::text as ms
          from token_acts where team = $1) a) as acts,
      (select coalesce(jsonb_agg(to_jsonb(k) order by k."tokenId"), '[]') from (
        select token_id as "tokenId", token_hash as hash, subject, name, role, revoked_at is not null as ended,
            person_salt as salt, round((extract(epoch from expires_at) * 1000)::numeric)::text as ms
          from tokens where team = $1) k) as tokens,
      (select jsonb_build_object('last', last_number::text, 'head', head) from people where team = $1) as tip`,
    [team],
  )) as [People];
  return [...chainFindings(team, acts, tip), ...tokenFindings(acts, tokens)];
}

function chainFindings(team: string, acts: readonly ActRow[], tip: People['tip']): Finding[] {
  const findings: Finding[] = [];
  let [last, head] = [0, GENESIS];
  for (const { number, act, ms, link } of acts) {
    const entry = { team, number: Number(number), recordedAt: new Date(Number(ms)).toISOString(), act };
    if (Number(number) !== last + 1 || tokenLinkOf(head, entry) !== link)
      findings.push(
        found('people_changed', `What was done with tokens, entry ${number}, is not what was chained here.`),
      );
    [last, head] = [Number(number), link];
  }
  if (Number(tip?.last ?? 0) !== last || (tip?.head ?? GENESIS) !== head)
    findings.push(found('people_changed', 'What was done with tokens does not end where it did.'));
  return findings;
}

function tokenFindings(acts: readonly ActRow[], tokens: readonly TokenRow[]): Finding[] {
  const made = new Map(acts.flatMap(({ act }) => (act.act === 'made' ? [[act.tokenId, act] as const] : [])));
  // In their order: the last one counts.
  const roles = new Map(acts.flatMap(({ act }) => (act.act === 'ended' ? [] : [[act.tokenId, act.role] as const])));
  const ended = new Set(acts.flatMap(({ act }) => (act.act === 'ended' ? act.tokenId : [])));
  const there = new Set(tokens.map(({ tokenId }) => tokenId));
  const wrong = tokens.flatMap((token) => {
    const act = made.get(token.tokenId);
    if (!act) return found('token_added', `Token ${token.tokenId} was made by no command and no administrator.`);
    const what = differenceOf(token, { ...act, role: roles.get(token.tokenId) ?? act.role }, ended.has(token.tokenId));
    return what ? found('token_changed', `Token ${token.tokenId} ${what}.`) : [];
  });
  const missing = [...made.keys()].filter((tokenId) => !there.has(tokenId));
  return [...wrong, ...missing.map((tokenId) => found('token_missing', `Token ${tokenId} is gone.`))];
}

/** What a token is now that it was not made as. */
function differenceOf(token: TokenRow, made: Made, ended: boolean): string | undefined {
  const { hash, subject, name, role, ms, salt } = token;
  if (ended && !token.ended) return 'had ended, and is good again';
  if (!ended && token.ended) return 'has ended, and nobody ended it';
  if (role !== made.role) return 'has another role than it was given';
  if ((ms === null ? null : new Date(Number(ms)).toISOString()) !== made.expiresAt) return 'ends at another time';
  if (sealOf(hash) !== made.token) return 'has another secret';
  // Without its salt the name was erased, and the token with it.
  if (salt === null) return ended ? undefined : 'is good without a person';
  return commitNow(salt, { subject, name }) === made.person ? undefined : 'is another person’s';
}

const found = (kind: Finding['kind'], detail: string): Finding => ({ kind, detail });
