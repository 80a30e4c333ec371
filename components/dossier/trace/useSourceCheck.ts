import { useState } from 'react';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { Output } from '../../../lib/domain/output/output.ts';
import { siteOfPattern, sourcePattern } from '../../../lib/domain/reading/site.ts';
import { send } from '../../../lib/messages/send.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';
import { refusalText } from '../../words/refusal.ts';

/** How a look at the sources goes, and went. */
interface SourceCheck {
  /** While it goes on: how many are done. */
  done?: number;
  /** Said when it is over. */
  said?: string;
  start(): void;
  stop(): void;
}

/** Looks at the sources of an output. Results come through the store, one by one. */
export function useSourceCheck({ hash, trace, checks = [] }: Output): SourceCheck {
  const announce = useAnnounce();
  const [since, setSince] = useState<string>();
  const [said, setSaid] = useState<string>();
  const tell = (words: string) => {
    setSaid(words);
    announce(words);
  };
  const run = async (asked: Promise<boolean>) => {
    setSince(new Date().toISOString());
    setSaid(undefined);
    try {
      // Also where access was declined: some sites may be allowed from before.
      await asked.catch(noted);
      const { checked, withheld } = await send('citation.check', { hash });
      tell([i18n.t('trace.check.done', checked), withheldText(withheld)].filter(Boolean).join(' '));
    } catch (error) {
      tell(refusalText(error));
    }
    setSince(undefined);
  };
  return {
    ...(since ? { done: checks.filter(({ checkedAt }) => checkedAt >= since).length } : {}),
    ...(said ? { said } : {}),
    start: () => void run(askFor(trace.citations.map(({ url }) => url))),
    stop: () =>
      void send('citation.stop', { hash }).then(
        () => tell(i18n.t('trace.check.stopped')),
        (error: unknown) => tell(refusalText(error)),
      ),
  };
}

/** Asks for access to sites. Called in the click's handler, before anything is waited for: browsers want the click. */
function askFor(urls: readonly string[]): Promise<boolean> {
  const origins = [...new Set(urls.flatMap((url) => sourcePattern(url) ?? []))];
  return browser.permissions.request({ origins });
}

const noted = (error: unknown): false => {
  console.debug('Countersign could not ask for access:', error);
  return false;
};

const withheldText = (patterns: readonly string[]): string =>
  patterns.length === 0
    ? ''
    : i18n.t('trace.check.withheld', {
        sites: patterns.map((pattern) => siteOfPattern(pattern).replace(/^https?:\/\/(\*\.)?/, '')).join(', '),
      });
