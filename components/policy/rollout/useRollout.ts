import { useEffect, useState } from 'react';
import type { GovernancePolicy } from '../../../lib/domain/policy/policy.ts';
import { send } from '../../../lib/messages/send.ts';
import type { RolloutAnswer, RolloutQuestion } from './rollout-worker.ts';

const DAYS = 30;
const DAY_MS = 86_400_000;

/** What the record says, and since when it was read. */
type Answered = RolloutAnswer & { from: string };

/** What the record of the last thirty days says of each process, read in a thread of its own; undefined until it is there. */
export function useRolloutRead(policy: GovernancePolicy): Answered | undefined {
  const [answer, setAnswer] = useState<Answered>();
  // By value: the rules are another object at each letter that is typed.
  const asked = JSON.stringify(policy);
  useEffect(() => {
    const worker = new Worker(new URL('./rollout-worker.ts', import.meta.url), { type: 'module' });
    const from = new Date(Date.now() - DAYS * DAY_MS).toISOString();
    worker.onmessage = ({ data }: MessageEvent<RolloutAnswer>) => setAnswer({ ...data, from });
    worker.onerror = () => setAnswer({ kind: 'failed', from });
    worker.postMessage({ policy: JSON.parse(asked) as GovernancePolicy, from } satisfies RolloutQuestion);
    return () => worker.terminate();
  }, [asked]);
  return answer;
}

/** People that have taken the measure that the fewest have: null where those are too few to be told, undefined where nobody says. */
export function useTrained(): number | null | undefined {
  const [fewest, setFewest] = useState<number | null>();
  useEffect(() => {
    let isGone = false;
    send('measure.totals', {}).then(
      (said) => {
        if (isGone || !('measures' in said) || said.measures.length === 0) return;
        const people = said.measures.map((one) => one.people);
        setFewest(people.includes(null) ? null : Math.min(...people.map((one) => one ?? 0)));
      },
      // Without a server, or as somebody who does not run the team, nobody says.
      (error) => console.debug('Countersign: nobody says who is trained', error instanceof Error ? error.name : ''),
    );
    return () => {
      isGone = true;
    };
  }, []);
  return fewest;
}
