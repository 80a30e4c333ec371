/** A reviewer asks for information, and somebody gives it: meanwhile the output is pending, and its clock stands still. */
import { awaitsDecision } from '../../domain/decision/queue.ts';
import { newId } from '../../domain/ids.ts';
import { openQuestions } from '../../domain/output/process-record.ts';
import { mayDecide } from '../../domain/people/role.ts';
import { Refused } from '../../messages/receive.ts';
import type { MessageBody } from '../../messages/to-background/index.ts';
import { outputByHash, target } from '../../store/ask/queries.ts';
import { say } from '../spine/act.ts';

/** Asks, of something that waits for a decision. */
export async function askInformation({ hash, words }: MessageBody<'information.ask'>): Promise<null> {
  if (!mayDecide((await target())?.role)) throw new Refused('not_allowed');
  const output = await outputByHash(hash);
  if (!output) throw new Refused('not_found');
  if (!awaitsDecision(output)) throw new Refused('answered');
  await say('countersign.information.asked.v1', hash, { questionId: newId() }, { text: words });
  return null;
}

/** Answers a question that is open: the first answer counts. */
export async function giveInformation({ hash, questionId, words }: MessageBody<'information.give'>): Promise<null> {
  const output = await outputByHash(hash);
  if (!output) throw new Refused('not_found');
  const open = openQuestions(output.inProcess ?? { questions: [] });
  if (!open.some((question) => question.questionId === questionId)) throw new Refused('answered');
  await say('countersign.information.given.v1', hash, { questionId }, { text: words });
  return null;
}
