/**
 * The hash chain of a team's log. Each link commits to the event without its content, to its author under a salt, and
 * to the link before it; so content and names can be erased while the chain still verifies. Format: docs/collector.md.
 */
import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { type ChainedRow, linkText } from '../lib/domain/export/chained.ts';
import { commitmentText, newSalt } from '../lib/domain/output/hash.ts';

/** The end of a log: how many rows there are and the link of the last. */
export interface Tip {
  sequence: bigint;
  link: string;
}

/** The link of a row. */
export const linkOf = (previous: string, row: ChainedRow): string => hashOf(linkText(previous, row));

/** What was done with a token, and when: the chain of a team's tokens is apart from its log. */
interface TokenEntry {
  team: string;
  number: number;
  recordedAt: string;
  act: object;
}

/** The link of what was done with a token. */
export const tokenLinkOf = (previous: string, entry: TokenEntry): string =>
  hashOf(canonicalize({ v: 1, ...entry, previous }) ?? '');

/** As `commitTo` of the domain, at once: a batch of hundreds does not wait for as many turns of a thread pool. */
export const commitNow = (salt: string, content: unknown): string => hashOf(commitmentText(salt, content));

/** SHA-256 of a text, as `sha256:` and 64 hex digits. */
export const hashOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;

/** A number of the team's order as it travels: 16 digits. */
export const toSequence = (number: bigint): string => number.toString().padStart(16, '0');

/** Who wrote a row, and what the chain says of them. */
export interface Author {
  authid: string;
  /** Gone once the name was erased. */
  salt: string;
  commitment: string;
}

/** In the place of the author, of what is nobody's. */
export const NOBODY = '';

/** Commits to an author under a fresh salt, for all rows of one request. */
export function commitToAuthor(authid: string): Author {
  const salt = newSalt();
  return { authid, salt, commitment: commitNow(salt, authid) };
}
