import { useState } from 'react';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { patternOf } from '../../../lib/domain/reading/site.ts';
import { send } from '../../../lib/messages/send.ts';
import type { SignInFound } from '../../../lib/messages/to-background/sign-in.ts';
import type { EndpointTest } from '../../../lib/sync/problem.ts';
import { askForAccess } from '../../site/permission.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { refusalText } from '../../words/refusal.ts';

type Found = Extract<SignInFound, { ok: true }>;
const DENIED = { ok: false, problem: 'no_permission' } as const;

/**
 * Finds where people sign in, and has them do it. The browser gives access in the press of a button alone, so that each
 * step is one. `issuer`: known from an earlier sign-in.
 */
export function useSignIn(address: () => string | undefined, onSignedIn?: () => void, issuer?: string) {
  const announce = useAnnounce();
  const [found, setFound] = useState<Found | undefined>(
    issuer ? { ok: true, issuer, needs: needsOf(issuer) } : undefined,
  );
  const [result, setResult] = useState<EndpointTest>();
  const [busy, setBusy] = useState(false);
  const act = async (work: () => Promise<void>) => {
    setBusy(true);
    setResult(undefined);
    try {
      await work();
    } catch (error) {
      announce(refusalText(error));
    } finally {
      setBusy(false);
    }
  };
  const find = () => {
    const at = address();
    if (!at) return setResult({ ok: false, problem: 'not_an_address' });
    const access = askForAccess(at); // before any await
    void act(async () => {
      const reply = (await access) ? await send('signIn.find', { address: at }) : DENIED;
      if (reply.ok) setFound(reply);
      else setResult(reply);
    });
  };
  const start = () => {
    const at = address();
    if (!at || !found) return;
    const access = askForAll(found.needs); // before any await
    void act(async () => {
      if (!(await access)) return setResult(DENIED);
      const reply = await send('signIn.start', { address: at });
      if (!reply.ok) {
        setResult(reply);
        // What else it needs may only be known now.
        const again = await send('signIn.find', { address: at });
        if (again.ok) setFound(again);
        return;
      }
      announce(i18n.t('options.connected', { team: reply.me?.team ?? '' }));
      onSignedIn?.();
    });
  };
  return { found, result, busy, find, start };
}

const needsOf = (issuer: string): string[] => {
  const pattern = patternOf(issuer);
  return pattern ? [pattern] : [];
};

/** Granted at once where it is granted already. */
async function askForAll(patterns: readonly string[]): Promise<boolean> {
  if (patterns.length === 0) return true;
  try {
    return await browser.permissions.request({ origins: [...patterns] });
  } catch (error) {
    // Addresses that the manifest does not let us ask for: the sign-in says what is wrong with them.
    console.debug('Countersign could not ask for access:', error);
    return true;
  }
}
