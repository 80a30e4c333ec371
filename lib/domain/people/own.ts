/** Who the person at this browser is to the policy, and whose text an output is, as far as a browser knows. */
import type { Output } from '../output/output.ts';
import { openLooks, unreviewedPasses } from '../output/process-record.ts';
import type { Person } from '../policy/party.ts';
import type { Passed } from './authority.ts';

interface Member {
  subject?: string;
  role?: string;
  groups?: readonly string[];
}

/** Without a team a person is alone and does everything. */
export const personOf = (member: Member | undefined): Person =>
  member
    ? {
        subject: member.subject ?? '',
        role: member.role ?? 'reporter',
        ...(member.groups ? { groups: member.groups } : {}),
      }
    : { subject: '', role: 'admin' };

/** Subjects of those who showed a text first. What the team's log has not taken yet is by this browser's own person. */
export const subjectsOf = (
  makers: readonly { source: string; author?: string }[],
  ownSource: string,
  member: Member | undefined,
): string[] =>
  member ? makers.flatMap(({ source, author }) => author ?? (source === ownSource ? (member.subject ?? []) : [])) : [];

/** Who let a text go on their own word while nobody else has looked at that; known of a browser as authors are. */
export const passesBy = (
  { inProcess }: Pick<Output, 'inProcess'>,
  ownSource: string,
  member: Member | undefined,
): Passed[] =>
  unreviewedPasses(inProcess ?? { exceptions: [] }).flatMap((pass) =>
    subjectsOf([pass], ownSource, member).map((by) => ({ by, at: pass.madeAt })),
  );

/** Who blocked a text that somebody else has to look at again; known of a browser as authors are. */
export const blockersOf = (
  { inProcess }: Pick<Output, 'inProcess'>,
  ownSource: string,
  member: Member | undefined,
): string[] => subjectsOf(openLooks(inProcess ?? {}), ownSource, member);
