/**
 * Questions to ask of a gate: every one that its rules could tell apart. The rules are few and their values are finite, so
 * that no solver is needed to find a case in which two policies differ.
 */
import type { Status } from '../codes.ts';
import type { Approval, Exception, GateQuestion } from './gate.ts';

/** A question without its process. */
export type ExampleQuestion = Omit<GateQuestion, 'process'>;

const [TEXT, OTHER] = [`sha256:${'a'.repeat(64)}`, `sha256:${'b'.repeat(64)}`];
const [VERSION, EARLIER] = ['this version', 'an earlier version'];
const NOW = '2026-06-01T12:00:00.000Z';
/** Ages of an approval: today, and old enough to be over under any rule that could differ. */
const DAYS = [0, 6, 29, 89, 364, 3_649];

/** What the record of its kind says, and the tool of itself. */
const RECORDS = [{ acceptedByRule: false }, { acceptedByRule: true }, { acceptedByRule: true, stated: 0 }];

const STATUSES: Status[] = ['unreviewed', 'reported', 'approved', 'blocked', 'escalated'];

/** Every question for one process id that could be answered differently by two sets of rules. */
export function questionsOf(processId: string): ExampleQuestion[] {
  const approvals = approvalsOf(processId);
  return STATUSES.flatMap((status) =>
    (status === 'approved' ? approvals : [[], ...approvals.slice(0, 2)]).flatMap((given) =>
      exceptionsOf(processId).flatMap((exceptions) =>
        [undefined, true, false].flatMap((concernsPublic) =>
          RECORDS.map((record) => ({
            ...{ policyVersion: VERSION, hash: TEXT, status, approvals: given, exceptions },
            ...{ concernsPublic, ...record, now: NOW },
          })),
        ),
      ),
    ),
  );
}

function approvalsOf(processId: string): Approval[][] {
  const at = (days: number) => new Date(Date.parse(NOW) - days * 86_400_000).toISOString();
  return [TEXT, OTHER].flatMap((hash) =>
    [VERSION, EARLIER].flatMap((policyVersion) =>
      [false, true].flatMap((editorial) =>
        DAYS.map((days): Approval[] => [
          { verdict: 'approve', hash, processId, policyVersion, editorial, decidedAt: at(days) },
        ]),
      ),
    ),
  );
}

const exceptionsOf = (processId: string): Exception[][] => [
  [],
  ...(['override', 'exception', 'bypass'] as const).map((kind): Exception[] => [
    { kind, hash: TEXT, processId, from: NOW, until: '2026-06-01T13:00:00.000Z' },
  ]),
];
