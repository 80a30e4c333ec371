import { useState } from 'react';
import { i18n } from '#i18n';
import type { Output } from '../../../lib/domain/output/output.ts';
import { siteOfPattern, sourcePattern } from '../../../lib/domain/reading/site.ts';
import { send } from '../../../lib/messages/send.ts';
import { askForSites } from '../../../lib/settings/site-access.ts';
import { useAct } from '../../sending/useAct.ts';
import { useAnnounce } from '../../ui/Announcer.tsx';

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
  const { act } = useAct(tell);
  const run = async (asked: Promise<boolean>) => {
    setSince(new Date().toISOString());
    setSaid(undefined);
    await act(async () => {
      // Also where access was declined: some sites may be allowed from before.
      await asked.catch(noted);
      const { checked, withheld } = await send('citation.check', { hash });
      return [i18n.t('trace.check.done', checked), withheldText(withheld)].filter(Boolean).join(' ');
    });
    setSince(undefined);
  };
  return {
    ...(since ? { done: checks.filter(({ checkedAt }) => checkedAt >= since).length } : {}),
    ...(said ? { said } : {}),
    start: () => void run(askForSites(sitesOf(trace.citations.map(({ url }) => url)))),
    stop: () =>
      void act(async () => {
        await send('citation.stop', { hash });
        return i18n.t('trace.check.stopped');
      }),
  };
}

/** The sites of some sources. */
const sitesOf = (urls: readonly string[]): string[] => [...new Set(urls.flatMap((url) => sourcePattern(url) ?? []))];

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
