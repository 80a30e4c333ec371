/** How long outputs waited for an answer: from when somebody reported or asked until a decision that is no passing on. */
import { isPraise } from '../codes.ts';
import { waitsSince } from '../report/standing.ts';
import type { CountedOutput } from './counted.ts';

/** A wait; `endedAt` is missing while it goes on. */
interface Wait {
  since: string;
  endedAt?: string;
  /** Until when it is known to have gone on, where the question was taken back. */
  takenBackAt?: string;
}

/** The waits of an output. What one decision answers is one wait, from the first who asked; so is all that is open. */
export function waitsOf(output: CountedOutput): Wait[] {
  const all = output.inProcess ? [...reported(output), ...asked(output)] : reported(output);
  // Most have no other beside them.
  if (all.length < 2) return all;
  const ends = new Map<string, Wait>();
  const takenBack: Wait[] = [];
  for (const wait of all) {
    if (wait.takenBackAt !== undefined) takenBack.push(wait);
    else {
      const end = wait.endedAt ?? '';
      const known = ends.get(end);
      if (!known || wait.since < known.since) ends.set(end, wait);
    }
  }
  // Somebody who takes their question back does not shorten the wait of the others.
  return ends.size > 0 ? [...ends.values()] : takenBack.slice(0, 1);
}

function reported({ reports }: CountedOutput): Wait[] {
  return reports
    .filter(({ categories }) => !isPraise(categories))
    .map((report) => {
      const { updatedAt, state, verdict, decidedAt } = report;
      const since = waitsSince(report);
      if (state === 'withdrawn') return { since, takenBackAt: updatedAt };
      const isAnswered = state === 'decided' && verdict !== 'escalate' && decidedAt !== undefined;
      return { since, ...(isAnswered ? { endedAt: decidedAt } : {}) };
    });
}

function asked({ inProcess, decisions }: CountedOutput): Wait[] {
  if (!inProcess) return [];
  const ends = new Map([
    ...decisions.map(({ decisionId, decidedAt }) => [decisionId, decidedAt] as const),
    ...inProcess.exceptions.map(({ exceptionId, madeAt }) => [exceptionId, madeAt] as const),
  ]);
  return inProcess.requests.map(({ madeAt, answeredBy }) => {
    const endedAt = answeredBy === undefined ? undefined : ends.get(answeredBy);
    return { since: madeAt, ...(endedAt === undefined ? {} : { endedAt }) };
  });
}
