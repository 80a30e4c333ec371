/**
 * Test texts that wait for this browser's person: fetched from the team's collector, put among what waits for a decision, and
 * answered there. No event is ever made of one: it is no output, in no figure, and nothing of it goes on to anybody.
 */
import type { Verdict } from '../../domain/codes.ts';
import { newId } from '../../domain/ids.ts';
import type { Output } from '../../domain/output/output.ts';
import { mayDecide } from '../../domain/people/role.ts';
import { judgedProbeSchema, type WaitingProbe, waitingProbesSchema } from '../../domain/review/given-probe.ts';
import { Refused } from '../../messages/receive.ts';
import type { ProbeTold } from '../../messages/to-background/decision.ts';
import { ownProbes } from '../../settings/items.ts';
import { target } from '../../store/ask/queries.ts';
import { addProbes, changeProbe, dropProbes } from '../../store/write/probes.ts';
import { judgeStatus } from '../../sync/wire.ts';
import { governanceNow } from '../gate/policy-now.ts';
import { oneAtATime } from '../spine/in-turn.ts';
import { askCollector } from '../targets/ask-collector.ts';

const inTurn = oneAtATime();

/** Looks which wait now. Without a connection those that are here stay; without rules that have any, none does. */
export const takeProbes = (): Promise<void> =>
  inTurn(async () => {
    const policy = await governanceNow(new Date().toISOString());
    const row = await target();
    const isProbed = policy?.processes?.some(({ review }) => review.probeOneIn !== undefined) ?? false;
    if (!policy || !row || !isProbed || !mayDecide(row.role)) return only([]);
    const answer = await askCollector(row, 'GET', '/v1/probes/mine');
    const said = waitingProbesSchema.safeParse(answer.kind === 'answer' ? answer.body : undefined);
    if (judgeStatus(answer, 'not_a_collector').kind !== 'accepted' || !said.success) return;
    await addProbes(said.data.probes.map((probe) => outputOf(probe, policy.version)));
    await only(said.data.probes.map(({ hash }) => hash));
  });

/** Takes all others out of the line. */
async function only(hashes: string[]): Promise<void> {
  const known = await ownProbes.getValue();
  const gone = known.waiting.filter((hash) => !hashes.includes(hash));
  if (gone.length > 0) await dropProbes(gone);
  if (gone.length > 0 || hashes.length !== known.waiting.length)
    await ownProbes.setValue({ ...known, waiting: hashes });
}

/** As an output stands there that somebody asked an approval for. */
function outputOf({ givenId, hash, processId, text, prompt, trace }: WaitingProbe, policyVersion: string): Output {
  const at = trace.completedAt;
  const source = `urn:countersign:installation:${newId()}`;
  const request = { requestId: newId(), kind: 'approval' as const, processId, policyVersion, textHash: hash };
  return {
    ...{ hash, outputId: `${trace.tool}:${trace.conversationId ?? newId()}:${trace.messageId ?? newId()}` },
    trace: { ...trace, characters: [...text].length },
    content: { text, ...(prompt ? { prompt } : {}) },
    ...{ status: 'unreviewed', reports: [], decisions: [], openReports: 0, firstSeenAt: at, updatedAt: at },
    inProcess: {
      ...{ processId, exceptions: [], questions: [], handoffs: [] },
      requests: [{ ...request, source, madeAt: at }],
    },
    probe: { givenId },
  };
}

/** Judges one, and hears at once what it was. Whether it was caught is the collector's to say, and only of whoever was given it. */
export async function judgeProbe(output: Output, verdict: Verdict | undefined): Promise<ProbeTold> {
  const row = await target();
  if (!output.probe || !row) throw new Refused('not_found');
  const body = verdict === undefined ? {} : { verdict };
  const answer = await askCollector(row, 'POST', `/v1/probes/mine/${output.probe.givenId}`, body);
  if (answer.kind === 'answer' && answer.status === 404) {
    await dropProbes([output.hash]);
    throw new Refused('answered');
  }
  const said = judgedProbeSchema.safeParse(answer.kind === 'answer' ? answer.body : undefined);
  if (judgeStatus(answer, 'not_a_collector').kind !== 'accepted' || !said.success) throw new Refused('failed');
  await dropProbes([output.hash]);
  await note(said.data.outcome, output.hash);
  return said.data;
}

/** For oneself, in this browser: what the collector counts is of five people and more. */
const note = (outcome: ProbeTold['outcome'], hash: string): Promise<void> =>
  inTurn(async () => {
    const { waiting, caught, missed } = await ownProbes.getValue();
    await ownProbes.setValue({
      waiting: waiting.filter((one) => one !== hash),
      caught: caught + (outcome === 'caught' ? 1 : 0),
      missed: missed + (outcome === 'missed' ? 1 : 0),
    });
  });

/** Whatever else somebody does with one ends it, counted neither way: nothing of it may go on to anybody. */
export async function refuseProbe(output: Output | undefined): Promise<void> {
  if (!output?.probe) return;
  await judgeProbe(output, undefined);
  throw new Refused('probe');
}

/** Taking one in hand is seen by nobody else, and tells nothing of what it is. */
export async function takeProbe(output: Output, source: string, until: string): Promise<string> {
  const assignmentId = newId();
  const { assignments = [], deferrals = [], duplicates = [] } = output.handling ?? {};
  const taken = { assignmentId, source, until, madeAt: new Date().toISOString() };
  await changeProbe({ ...output, handling: { assignments: [...assignments, taken], deferrals, duplicates } });
  return assignmentId;
}

/** Lets one go that was taken in hand. */
export async function leaveProbe(output: Output): Promise<void> {
  const { handling, ...rest } = output;
  const endedAt = new Date().toISOString();
  const assignments = (handling?.assignments ?? []).map((one) => ({ endedAt, ...one }));
  await changeProbe({ ...rest, handling: { assignments, deferrals: [], duplicates: [] } });
}
