import { type RefObject, useEffect, useRef } from 'react';
import { i18n } from '#i18n';
import { Button } from '../../ui/Button.tsx';
import styles from '../Options.module.css';
import { TestResult } from './TestResult.tsx';
import { useSignIn } from './useSignIn.ts';

interface SignInProps {
  /** Address of the collector, as it stands now; undefined where it is missing. */
  address(): string | undefined;
  onSignedIn?(): void;
}

/** Sign-in with a company account: the collector says where, and the person sees it before a window opens there. */
export function SignIn({ address, onSignedIn }: SignInProps) {
  const { found, result, busy, find, start } = useSignIn(address, onSignedIn);
  const next = useRef<HTMLButtonElement>(null);
  useFocusOn(next, found !== undefined);
  const host = found && issuerHostOf(found.issuer);
  return (
    <div className={styles.signIn}>
      <h3 className={styles.subtitle}>{i18n.t('options.signIn.or')}</h3>
      <p className={styles.small}>{host ? i18n.t('options.signIn.at', { host }) : i18n.t('options.signIn.intro')}</p>
      <div className={styles.buttons}>
        {host ? (
          <Button ref={next} look="primary" busy={busy} onClick={start}>
            {i18n.t('options.signIn.start', { host })}
          </Button>
        ) : (
          <Button busy={busy} onClick={find}>
            {i18n.t('options.signIn.find')}
          </Button>
        )}
      </div>
      <Outcome busy={busy && host !== undefined} result={result} />
    </div>
  );
}

/** The way back in for somebody whose sign-in has ended: where it is, is known. */
export function SignInAgain({ address, issuer }: { address: string; issuer: string | undefined }) {
  const { found, result, busy, find, start } = useSignIn(() => address, undefined, issuer);
  const host = found && issuerHostOf(found.issuer);
  return (
    <>
      <div className={styles.buttons}>
        <Button look="primary" busy={busy} onClick={found ? start : find}>
          {labelOf(host, issuer !== undefined)}
        </Button>
      </div>
      {host ? <p className={styles.small}>{i18n.t('options.signIn.at', { host })}</p> : null}
      <Outcome busy={busy && found !== undefined} result={result} />
    </>
  );
}

function labelOf(host: string | undefined, again: boolean): string {
  if (!host) return i18n.t('options.signIn.find');
  return again ? i18n.t('options.signIn.again') : i18n.t('options.signIn.start', { host });
}

function Outcome({ busy, result }: { busy: boolean; result: ReturnType<typeof useSignIn>['result'] }) {
  return (
    <div aria-live="polite">
      {busy ? <p className={styles.small}>{i18n.t('options.signIn.waiting')}</p> : null}
      {result ? <TestResult result={result} kind="signIn" /> : null}
    </div>
  );
}

/** The button that was pressed gives way to another one, which takes the focus. */
function useFocusOn(button: RefObject<HTMLButtonElement | null>, shown: boolean): void {
  useEffect(() => {
    if (shown) button.current?.focus();
  }, [button, shown]);
}

/** Host and, where it is not the usual one, port: what a person recognises a site by. */
export const issuerHostOf = (issuer: string): string => (URL.canParse(issuer) ? new URL(issuer).host : issuer);
