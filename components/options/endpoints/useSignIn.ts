import { useState } from 'react';
import { i18n } from '#i18n';
import { patternOf } from '../../../lib/domain/reading/site.ts';
import { send } from '../../../lib/messages/send.ts';
import type { SignInFound } from '../../../lib/messages/to-background/sign-in.ts';
import { askForAddress, askIfWeMay } from '../../../lib/settings/site-access.ts';
import type { EndpointTest } from '../../../lib/sync/problem.ts';
import { useSend } from '../../sending/useSend.ts';

type Found = Extract<SignInFound, { ok: true }>;
const DENIED = { ok: false, problem: 'no_permission' } as const;

/**
 * Finds where people sign in, and has them do it. The browser gives access in the press of a button alone, so that each
 * step is one. `issuer`: known from an earlier sign-in.
 */
export function useSignIn(address: () => string | undefined, onSignedIn?: () => void, issuer?: string) {
  const { act, busy } = useSend();
  const [found, setFound] = useState<Found | undefined>(
    issuer ? { ok: true, issuer, needs: needsOf(issuer) } : undefined,
  );
  const [result, setResult] = useState<EndpointTest>();
  const find = () => {
    const at = address();
    if (!at) return setResult({ ok: false, problem: 'not_an_address' });
    const access = askForAddress(at); // before any await
    setResult(undefined);
    void act(async () => {
      const reply = (await access) ? await send('signIn.find', { address: at }) : DENIED;
      if (reply.ok) setFound(reply);
      else setResult(reply);
    });
  };
  const start = () => {
    const at = address();
    if (!at || !found) return;
    const access = askIfWeMay(found.needs); // before any await
    setResult(undefined);
    void act(async () => {
      if (!(await access)) {
        setResult(DENIED);
        return undefined;
      }
      const reply = await send('signIn.start', { address: at });
      if (!reply.ok) {
        setResult(reply);
        // What else it needs may only be known now.
        const again = await send('signIn.find', { address: at });
        if (again.ok) setFound(again);
        return undefined;
      }
      onSignedIn?.();
      return i18n.t('options.connected', { team: reply.me?.team ?? '' });
    });
  };
  return { found, result, busy, find, start };
}

const needsOf = (issuer: string): string[] => {
  const pattern = patternOf(issuer);
  return pattern ? [pattern] : [];
};
