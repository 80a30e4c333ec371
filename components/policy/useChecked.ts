import { useEffect, useState } from 'react';
import { type GovernancePolicy, type PolicyProblem, policySchema } from '../../lib/domain/policy/policy.ts';
import type { Json } from '../../lib/domain/policy/writing/draft.ts';
import { send } from '../../lib/messages/send.ts';
import { useAnnounce } from '../ui/Announcer.tsx';
import { refusalText } from '../words/refusal.ts';

/** The draft as a policy of format 2; undefined where it is none. */
export function rulesIn(draft: Json | undefined): GovernancePolicy | undefined {
  const parsed = policySchema.safeParse(draft);
  return parsed.success && parsed.data.format === 2 ? parsed.data : undefined;
}

interface CheckedDraft {
  problems: PolicyProblem[];
  /** The draft as a policy of format 2, where it is one. */
  policy: GovernancePolicy | undefined;
}

/** What the background says of the draft: the same check that decides whether it can be put in force. */
export function useChecked(draft: Json | undefined): CheckedDraft {
  const announce = useAnnounce();
  const [problems, setProblems] = useState<PolicyProblem[]>([]);
  const text = draft === undefined ? undefined : JSON.stringify(draft);
  useEffect(() => {
    if (text === undefined) return undefined;
    let isOld = false;
    send('policy.check', { text }).then(
      (said) => (isOld ? undefined : setProblems(said.problems)),
      (error: unknown) => announce(refusalText(error)),
    );
    return () => {
      isOld = true;
    };
  }, [text, announce]);
  return { problems, policy: rulesIn(draft) };
}
