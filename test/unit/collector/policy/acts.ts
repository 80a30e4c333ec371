/** Everything that somebody can do with a text of a process, each as a hand-made client sends it. The matrix goes through all of it. */
import type { Role, Verdict } from '../../../../lib/domain/codes.ts';
import { makeEvent } from '../../../../lib/domain/events/event.ts';
import { processSubject } from '../../../../lib/domain/gate/stops.ts';
import { newId } from '../../../../lib/domain/ids.ts';
import { addressOf } from '../../../../lib/domain/output/address.ts';
import type { Verb } from '../../../../lib/domain/policy/process.ts';
import { CORRECTED, type Team } from './governed.ts';

export interface Acting {
  team: Team;
  by: string;
  role: Role;
  /** In whose place; said of decisions. */
  onBehalfOf?: string;
  under: { processId: string; policyVersion: string };
  /** The output, and the text of it that is meant: itself, or a correction. */
  hash: string;
  textHash: string;
}

type Outcome = Promise<string | undefined>;

interface Act {
  type: `countersign.${string}.v1`;
  /** What the policy calls it; undefined of what it leaves to everybody whose role may send it. */
  verb?: Verb;
  verdict?: Verdict;
  kind?: 'override' | 'exception' | 'bypass';
  /** Nobody does it to what is their own. */
  saysYes?: true;
  /** Whether reporters may send it at all. */
  byReporters?: true;
  send(acting: Acting): Outcome;
  /** After one that was stored, so that those that follow begin where this one did. */
  undo?(acting: Acting): Outcome;
}

const DECISION = 'countersign.decision.made.v1';
const PASS = 'countersign.gate.overridden.v1';

const decided = (verdict: Verdict): Act => ({
  type: DECISION,
  verdict,
  send: ({ team, by, role, hash, textHash, under, onBehalfOf }: Acting) =>
    team.decide(by, role, hash, verdict, {
      ...{ ...under, textHash: verdict === 'modify' ? addressOf({ text: CORRECTED }) : textHash },
      ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    }),
});

const passed = (kind: 'override' | 'bypass'): Act => ({
  ...{ type: PASS, kind, byReporters: true },
  send: ({ team, by, role, hash, textHash, under }: Acting) => team.pass(by, role, hash, { ...under, textHash, kind }),
});

const asked = (kind: 'approval' | 'exception'): Act => ({
  ...{ type: 'countersign.approval.requested.v1', byReporters: true },
  send: async ({ team, by, role, hash, textHash, under }: Acting) =>
    (await team.request(by, hash, kind, under.processId, under.policyVersion, textHash, role)).outcome,
});

const stopping = ({ team, by, role, under: { processId, policyVersion } }: Acting, stopped: boolean): Outcome =>
  team.send(by, role, (source, now) =>
    makeEvent(
      'countersign.process.stopped.v1',
      source,
      processSubject(processId),
      { stopped, policyVersion },
      { reason: 'The list is of last year.' },
      now,
    ),
  );

export const ACTS = {
  approve: { ...decided('approve'), verb: 'approve', saysYes: true },
  approveWithNotes: { ...decided('approve_with_notes'), verb: 'approve', saysYes: true },
  modify: { ...decided('modify'), verb: 'modify', saysYes: true },
  block: { ...decided('block'), verb: 'block' },
  escalate: { ...decided('escalate'), verb: 'escalate' },
  handOff: {
    ...{ type: 'countersign.handoff.made.v1', verb: 'escalate' },
    send: ({ team, by, role, hash }) =>
      team.send(by, role, (source, now) =>
        makeEvent(
          'countersign.handoff.made.v1',
          source,
          hash,
          { handoffId: newId(), to: ['role:admin'], why: 'handed_off' },
          { note: 'for you' },
          now,
        ),
      ),
  },
  override: { ...passed('override'), verb: 'override' },
  bypass: {
    ...passed('bypass'),
    verb: 'bypass',
    // Nobody breaks the glass again in a process before somebody else has looked.
    undo: ({ team, hash, under }) => team.decide('olga', 'admin', hash, 'block', { ...under, textHash: hash }),
  },
  except: {
    ...{ type: PASS, verb: 'except', kind: 'exception', saysYes: true, byReporters: true },
    send: async ({ team, by, role, hash, textHash, under }) => {
      const { processId, policyVersion } = under;
      const { requestId } = await team.request('rita', hash, 'exception', processId, policyVersion, textHash);
      return team.pass(by, role, hash, { ...under, textHash, kind: 'exception', requestId });
    },
  },
  stop: {
    ...{ type: 'countersign.process.stopped.v1', verb: 'stop' },
    send: (acting) => stopping(acting, true),
    undo: (acting) => stopping(acting, false),
  },
  start: {
    ...{ type: 'countersign.process.stopped.v1', verb: 'stop' },
    send: (acting) => stopping(acting, false),
  },
  askForApproval: asked('approval'),
  askForException: asked('exception'),
  askForInformation: {
    type: 'countersign.information.asked.v1',
    send: ({ team, by, role, hash }) =>
      team.send(by, role, (source, now) =>
        makeEvent(
          'countersign.information.asked.v1',
          source,
          hash,
          { questionId: newId() },
          { text: 'Which price list?' },
          now,
        ),
      ),
  },
  answer: {
    ...{ type: 'countersign.information.given.v1', byReporters: true },
    send: ({ team, by, role, hash }) =>
      team.send(by, role, (source, now) =>
        makeEvent('countersign.information.given.v1', source, hash, { questionId: newId() }, { text: 'Of May.' }, now),
      ),
  },
} as const satisfies Record<string, Act>;
export type ActName = keyof typeof ACTS;
export const actOf = (name: ActName): Act => ACTS[name];

/**
 * What the policy says nothing of, in no process: whoever's role may send it may do it to any text. Each is handed in by every role
 * in `people/types-by-role.test.ts`, and what is whose own in `people/authority.test.ts` and `ledger`.
 */
export const BY_ROLE_ALONE = [
  ...['output.seen', 'output.reused', 'report.made', 'report.amended', 'report.withdrawn', 'report.disputed'],
  ...['citation.checked', 'detection.degraded', 'outputs.tallied', 'measure.taken', 'delegation.made'],
  ...['assignment.made', 'deferral.made', 'duplicate.marked', 'handling.ended', 'second.given', 'calibration.asked'],
  ...['limits.rebased'],
].map((name) => `countersign.${name}.v1`);
/** What the policy has a say in, and has tests of its own: it is no act on a text that somebody has, but on an act or on the rules. */
export const ELSEWHERE: Readonly<Record<string, string>> = {
  'countersign.decision.withdrawn.v1': 'withdrawals.test.ts',
  'countersign.process.chosen.v1': 'refusals.test.ts',
  'countersign.policy.reviewed.v1': '../review/reviews.test.ts',
  'countersign.baseline.frozen.v1': '../review/reviews.test.ts',
  'countersign.escalation.rehearsed.v1': '../review/reviews.test.ts',
};
