import { useCallback, useEffect, useRef, useState } from 'react';
import type { GovernancePolicy } from '../../../lib/domain/policy/policy.ts';
import type { ReplayAnswer, ReplayQuestion } from './replay-worker.ts';

/** How far a replay is; undefined before it is asked for. */
export type ReplayState = ReplayAnswer | { kind: 'running' } | undefined;

/** Replays the record in a thread of its own; one that is asked again, or left, ends the one before. */
export function useReplay(): { state: ReplayState; run(policy: GovernancePolicy, from: string): void } {
  const [state, setState] = useState<ReplayState>();
  const working = useRef<Worker>(undefined);
  const end = useCallback(() => working.current?.terminate(), []);
  useEffect(() => end, [end]);
  const run = useCallback(
    (policy: GovernancePolicy, from: string) => {
      end();
      setState({ kind: 'running' });
      const worker = new Worker(new URL('./replay-worker.ts', import.meta.url), { type: 'module' });
      working.current = worker;
      worker.onmessage = ({ data }: MessageEvent<ReplayAnswer>) => {
        setState(data);
        worker.terminate();
      };
      worker.onerror = () => setState({ kind: 'failed' });
      worker.postMessage({ policy, from } satisfies ReplayQuestion);
    },
    [end],
  );
  return { state, run };
}
