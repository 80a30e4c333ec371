/** Outputs that pages show: kept once per text, with a status that goes back to every frame that shows them. */

import { browser } from 'wxt/browser';
import { addressed, CANON } from '../../domain/output/address.ts';
import { marksOf } from '../../domain/output/marks.ts';
import type { Output, OutputContent } from '../../domain/output/output.ts';
import { keepPrompt } from '../../domain/output/prompt.ts';
import { forbiddenAt } from '../../domain/policy/inventory.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { promptRule } from '../../domain/policy/trace-section.ts';
import { redactPrompt, redactText } from '../../domain/privacy/redacted.ts';
import { fateOf } from '../../domain/report/fate.ts';
import { categoriesByUse } from '../../domain/report/often.ts';
import type { Report } from '../../domain/report/report.ts';
import { othersOf, problemReports, standingReports } from '../../domain/report/standing.ts';
import { handle, Refused } from '../../messages/receive.ts';
import type { Sender } from '../../messages/sender.ts';
import type { MessageBody } from '../../messages/to-background/index.ts';
import type { Card, OutputStatus, OwnReport } from '../../messages/to-background/output.ts';
import { policyInForce } from '../../settings/effective.ts';
import { ownSource } from '../../settings/installation.ts';
import { testCharacterCounts } from '../../settings/items.ts';
import { effectiveRedaction } from '../../settings/redaction.ts';
import { setFlooded } from '../../settings/session/flooded.ts';
import { teamNow } from '../../settings/team-clock.ts';
import { outputByHash, ownReports } from '../../store/ask/queries.ts';
import { type Draft, draftsOf, hear } from '../../store/desk.ts';
import { countOutput } from '../../store/write/site-writes.ts';
import { briefOf } from '../brief/brief.ts';
import { answeredNow } from '../gate/at-gate.ts';
import { tellSeen } from '../gate/frames.ts';
import { namedOf } from '../gate/said.ts';
import { countFound } from '../reading/blindness.ts';
import { placedCitations } from '../sources/places.ts';
import { say } from '../spine/act.ts';
import { statusFor } from '../spine/announce.ts';
import { oneAtATimeEach } from '../spine/in-turn.ts';
import { mustHold, placeOf } from '../spine/place.ts';
import { rememberOutput } from '../spine/session.ts';
import { formerOutput, wholeOutput } from './former.ts';
import { FRAME_ALLOWANCE, Quota, TAB_ALLOWANCE } from './quota.ts';
import { isElsewhere, isRestated, statedIn, tracedFor } from './traced.ts';
import { unseenIn } from './unseen.ts';

/** An answer's versions are noted in the order in which its page told of them, however long one takes. */
const inTurn = oneAtATimeEach();

const newOutputs = new Set<(output: Output) => void>();
/** Calls back with each text that was not known before. */
export const onNewOutput = (listener: (output: Output) => void): unknown => newOutputs.add(listener);

export function registerOutputs(): void {
  handle('output.seen', async (body, sender) => {
    const { tabId, frameId } = placeOf(sender);
    const status = await inTurn(`${tabId} ${frameId} ${body.outputId}`, () => seen(body, sender));
    await tellSeen(status.hash, sender);
    return status;
  });
  browser.tabs.onRemoved.addListener((tabId) => void forgetFlood(tabId));
  handle('output.card', async ({ hash }, sender) => {
    await mustHold(sender, hash);
    const output = await outputByHash(hash);
    if (!output) throw new Refused('not_found');
    const source = await ownSource();
    const own = output.reports.filter((report) => report.source === source);
    await hear(own); // they stand in the card that asks
    const drafts = await draftsOf(own.map(({ reportId }) => reportId));
    const often = categoriesByUse(await ownReports(source));
    const { review, stated } = (await answeredNow(hash)).said ?? {};
    const said = { ...(review ? { review } : {}), ...(stated ? { stated } : {}) };
    const card = { ...cardOf(output, own, drafts, await teamNow()), ...said, ...(await toolRule(sender)) };
    return { ...card, often, trace: tracedFor(output, source, sender.url) };
  });
}

async function seen(body: MessageBody<'output.seen'>, sender: Sender): Promise<OutputStatus> {
  const { outputId, trace: told, content } = body;
  const { tabId, frameId } = placeOf(sender);
  await admit(tabId, frameId, lengthOf(content) + (body.former?.length ?? 0));
  const { hash, ...shown } = await shownOf(content.text);
  const known = await outputByHash(hash);
  const earlier = known ? undefined : await earlierOf(body);
  await rememberOutput(tabId, frameId, earlier?.hash ?? hash);
  if (earlier) return statusFor(earlier, outputId);
  const source = await ownSource();
  if (known && !isElsewhere(known, told, source) && !(await isRestated(known, body, source)))
    return statusFor(known, outputId);
  const row = await record(body, hash, shown, sender);
  if (!known) await countNew(row, sender);
  return statusFor(row, outputId);
}

async function countNew(row: Output, { origin }: Sender): Promise<void> {
  for (const listener of newOutputs) listener(row);
  const { tool } = row.trace;
  if (origin) await Promise.all([countOutput(origin, tool), countFound(origin, tool)]);
}

const lengthOf = ({ text, prompt = '' }: OutputContent): number => text.length + prompt.length;

/** Notes that a text was seen, with all that can be known of where it came from. */
async function record(
  { outputId, trace, content, previousHash, stated }: MessageBody<'output.seen'>,
  hash: string,
  shown: OutputContent,
  sender: Sender,
): Promise<Output> {
  const citations = await placedCitations(placeOf(sender), outputId, trace.citations);
  const policy = (await policyInForce())?.policy;
  const { kept, promptKept } = await keptOf(shown, content.prompt, policy);
  const brief = await briefOf(placeOf(sender).tabId, content.prompt);
  const statedConfidence = statedIn({ trace, content, stated });
  const facts = {
    outputId,
    trace: {
      ...trace,
      citations,
      ...(await unseenIn(content.text)),
      ...(statedConfidence ? { statedConfidence } : {}),
      canon: CANON,
      ...(promptKept ? { promptKept } : {}),
      ...brief,
      ...(policy ? { policy: policy.version } : {}),
    },
    ...(previousHash && previousHash !== hash ? { previousHash } : {}),
  };
  const { output: row } = await say('countersign.output.seen.v1', hash, facts, kept);
  if (!row) throw new Refused('failed');
  return row;
}

/** A text as it is kept, veiled where the policy has it so, with its address. */
const shownOf = async (text: string) => addressed(text, redactText(text, await effectiveRedaction()));

/** What is known of an answer under another text: the same in the first version, or all of it in its own language. */
async function earlierOf({ outputId, trace, former, unsure }: MessageBody<'output.seen'>): Promise<Output | undefined> {
  const whole = unsure ? await wholeOutput(outputId) : undefined;
  return whole ?? (former === undefined ? undefined : formerOutput(await shownOf(former), outputId, trace));
}

/** Content as the policy lets it be kept: masked, and the prompt in full, in part or not at all. */
async function keptOf(shown: OutputContent, prompt: string | undefined, policy: Policy | undefined) {
  const masked = prompt && redactPrompt(prompt, await effectiveRedaction());
  const rule = promptRule(policy?.trace);
  const { content: kept, promptKept } = await keepPrompt({ ...shown, ...(masked ? { prompt: masked } : {}) }, rule);
  return { kept, promptKept };
}

const perFrame = new Quota(FRAME_ALLOWANCE);
const perTab = new Quota(TAB_ALLOWANCE);

/** Refuses what a page tells of beyond its allowance: nothing of it is hashed or stored. */
async function admit(tabId: number, frameId: number, characters: number): Promise<void> {
  const counted = import.meta.env.MODE === 'test' ? characters * (await testCharacterCounts.getValue()) : characters;
  if (perFrame.take(`${tabId} ${frameId}`, counted) && perTab.take(`${tabId}`, counted)) return;
  await setFlooded(tabId, true);
  throw new Refused('too_many');
}

/** A tab that was closed, or shows another page, starts anew. */
async function forgetFlood(tabId: number): Promise<void> {
  perFrame.forget(`${tabId}`);
  perTab.forget(`${tabId}`);
  await setFlooded(tabId, false);
}

/** That the policy does not allow the tool of a frame, and whom to ask. */
async function toolRule({ url = '' }: Sender): Promise<Pick<Card, 'notAllowed'>> {
  const policy = (await policyInForce())?.policy;
  const forbidden = forbiddenAt(policy, url, new Date().toISOString());
  if (!forbidden || policy?.format !== 2) return {};
  const [who = { role: 'named' as const }] = namedOf([forbidden.owner], policy);
  return { notAllowed: { name: forbidden.name, who } };
}

/** What a page may know of an output: no names, and of what was written only that it is there. */
function cardOf(
  output: Output,
  own: readonly Report[],
  drafts: readonly Draft[],
  now: string,
): Omit<Card, 'often' | 'trace'> {
  const problems = problemReports(output).length;
  return {
    hash: output.hash,
    status: output.status,
    reportCount: problems,
    praiseCount: standingReports(output).length - problems,
    own: own.map((report) => ownReport(report, drafts, othersOf(output, report))),
    firstSeenAt: output.firstSeenAt,
    uses: output.reuses?.length ?? 0,
    marks: marksOf(output, now),
  };
}

function ownReport(report: Report, drafts: readonly Draft[], others: number): OwnReport {
  const { reportId, categories, severity, state, content, reportedAt } = report;
  return {
    reportId,
    categories,
    severity,
    state,
    fate: fateOf(report),
    others,
    passages: content?.passages.length ?? 0,
    hasComment: Boolean(content?.comment),
    hasCorrection: Boolean(content?.correction),
    drafts: drafts.flatMap((draft) => (draft.reportId === reportId ? draft.field : [])),
    reportedAt,
  };
}
