import { useLiveQuery } from 'dexie-react-hooks';
import { policyFromCollector, welcomeProgress } from '../../lib/settings/items.ts';
import { ownDecisions } from '../../lib/store/ask/decided.ts';
import { ownReports, target } from '../../lib/store/ask/queries.ts';
import { useOwnSource } from '../panel/useOwnSource.ts';
import { useSetting } from '../sending/useSetting.ts';
import { PATHS, type PathName, pathFor, type StepName } from './steps.ts';

const KEPT = [welcomeProgress];
const POLICY = [policyFromCollector];
const readKept = () => welcomeProgress.getValue();
const readPolicy = () => policyFromCollector.getValue();

export interface WelcomeProgress {
  path: PathName;
  steps: { step: StepName; isDone: boolean; isSeen: boolean }[];
  next: StepName | undefined;
  choose(path: PathName): void;
  tick(step: StepName, isDone: boolean): void;
}

/** How far somebody is with their first steps: what they ticked, and what can be seen to be done. Undefined until it is read. */
export function useProgress(): WelcomeProgress | undefined {
  const [kept, show] = useSetting(readKept, KEPT);
  const [policy] = useSetting(readPolicy, POLICY);
  const source = useOwnSource();
  const known = useLiveQuery(
    async () =>
      source
        ? {
            member: await target(),
            flag: (await ownReports(source)).length > 0,
            decide: (await ownDecisions(source)).length > 0,
          }
        : undefined,
    [source],
  );
  if (!kept || !known) return undefined;
  const { member, flag, decide } = known;
  const seen: Partial<Record<StepName, boolean>> = {
    ...{ flag, decide, connect: member !== undefined, server: member !== undefined, rules: Boolean(policy?.current) },
  };
  const path = kept.path ?? pathFor(member?.role);
  const steps = PATHS[path].map((step) => {
    const isSeen = seen[step] ?? false;
    return { step, isSeen, isDone: isSeen || kept.done.includes(step) };
  });
  const put = (changed: Partial<typeof kept>) => {
    const next = { ...kept, ...changed };
    show(next);
    void welcomeProgress.setValue(next);
  };
  return {
    ...{ path, steps, next: steps.find(({ isDone }) => !isDone)?.step },
    choose: (chosen) => put({ path: chosen }),
    tick: (step, isDone) =>
      put({ done: isDone ? [...new Set([...kept.done, step])] : kept.done.filter((other) => other !== step) }),
  };
}
