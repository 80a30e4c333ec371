import { useRef, useState } from 'react';
import type { Output } from '../../../lib/domain/output/output.ts';
import { send } from '../../../lib/messages/send.ts';
import { refusalText } from '../../words/refusal.ts';
import { type BulkOutcome, type BulkVerdict, decideInBulk } from './inBulk.ts';

/** Many decisions that are being made or taken back. */
interface Running {
  kind: 'deciding' | 'takingBack';
  done: number;
  total: number;
}

/** Makes many decisions, keeps what became of each, and takes them back. */
export function useBulk() {
  const [running, setRunning] = useState<Running>();
  const [outcomes, setOutcomes] = useState<BulkOutcome[]>();
  const stopping = useRef<AbortController>(undefined);

  const begin = (kind: Running['kind'], total: number): AbortSignal => {
    stopping.current = new AbortController();
    setRunning({ kind, done: 0, total });
    return stopping.current.signal;
  };
  const step = () => setRunning((now) => now && { ...now, done: now.done + 1 });

  const decide = async (outputs: readonly Output[], verdict: BulkVerdict, note: string) => {
    const signal = begin('deciding', outputs.length);
    const made: BulkOutcome[] = [];
    const told = (outcome: BulkOutcome) => {
      made.push(outcome);
      step();
    };
    await decideInBulk(outputs, { verdict, note }, (body) => send('decision.make', body), refusalText, told, signal);
    setOutcomes(made);
    setRunning(undefined);
  };

  const takeBack = async () => {
    const decided = (outcomes ?? []).filter(({ decisionId }) => decisionId !== undefined);
    const signal = begin('takingBack', decided.length);
    const left = new Map((outcomes ?? []).map((outcome) => [outcome.output.hash, outcome]));
    for (const { output, decisionId = '' } of decided) {
      if (signal.aborted) break;
      try {
        await send('decision.withdraw', { hash: output.hash, decisionId });
        left.delete(output.hash);
      } catch (error) {
        left.set(output.hash, { output, decisionId, refused: refusalText(error) });
      }
      step();
    }
    setOutcomes([...left.values()]);
    setRunning(undefined);
  };
  return { running, outcomes, decide, takeBack, stop: () => stopping.current?.abort() };
}
