import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import type { Verdict } from '../../../lib/domain/codes.ts';
import { isFreshSignIn, signInWithin } from '../../../lib/domain/decision/signature.ts';
import type { Process } from '../../../lib/domain/policy/process.ts';
import { send } from '../../../lib/messages/send.ts';
import { target } from '../../../lib/store/ask/queries.ts';
import type { EndpointProblem } from '../../../lib/sync/problem.ts';

/** A sign-in grows old while somebody reads. */
const LOOK_MS = 15_000;

/** A signature that a decision asks for. */
export interface Signature {
  withinMinutes: number;
  /** Who signs, as the team knows them; undefined for somebody who is alone. */
  name: string | undefined;
  /** `old`: they sign in first. `token`: they cannot, since this browser is not connected with a company account. */
  signIn: 'alone' | 'fresh' | 'old' | 'token';
  signedInAt: string | undefined;
  problem: EndpointProblem | undefined;
  /** Has them sign in where they have to; whether they may go on. */
  prepare(): Promise<boolean>;
}

/** Undefined where nothing is signed. */
export function useSignature(process: Process | undefined, verdict: Verdict | undefined): Signature | undefined {
  const found = useLiveQuery(async () => ({ member: await target() }), []);
  const now = useNow();
  const [problem, setProblem] = useState<EndpointProblem>();
  const withinMinutes = process && verdict && signInWithin(process, verdict);
  if (withinMinutes === undefined || !found) return undefined;
  const { member } = found;
  const { signedInAt, session, name, subject } = member ?? {};
  const isFresh = isFreshSignIn(signedInAt, withinMinutes, now);
  const signIn = !member ? 'alone' : isFresh ? 'fresh' : session ? 'old' : 'token';
  return {
    ...{ withinMinutes, name: name ?? subject, signIn, signedInAt, problem },
    prepare: async () => {
      setProblem(undefined);
      if (!member || isFreshSignIn(signedInAt, withinMinutes, Date.now())) return true;
      const said = session ? await send('signIn.afresh', { withinMinutes }) : undefined;
      if (!said?.ok) setProblem(said?.problem ?? 'no_account');
      return said?.ok === true;
    },
  };
}

function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
