/** The pages of the options, by who uses them, and which of them a link leads to. */
import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { target } from '../../lib/store/ask/queries.ts';

export const PAGES = ['own', 'team', 'reading', 'records', 'everything'] as const;
export type OptionsPage = (typeof PAGES)[number];

/** Sections that links lead to, and the page that each is on. */
const SECTIONS: Readonly<Record<string, OptionsPage>> = {
  server: 'own',
  away: 'own',
  learning: 'own',
  sites: 'own',
  people: 'team',
  measures: 'team',
  servers: 'team',
  managed: 'team',
  tools: 'reading',
  health: 'reading',
  privacy: 'records',
  stored: 'records',
  diagnosis: 'records',
};

const isPage = (name: string): name is OptionsPage => PAGES.some((page) => page === name);

/** What the address says: a page, or a section of one. */
function asked(): { page?: OptionsPage; section?: string } {
  const name = location.hash.slice(1);
  if (isPage(name)) return { page: name };
  const page = Object.hasOwn(SECTIONS, name) ? SECTIONS[name] : undefined;
  return page ? { page, section: name } : {};
}

/**
 * The page that is shown; undefined until it is known. Without one in the address, who only reports begins with their own, and
 * whoever looks after more than that with everything. It does not change under somebody's hands when the role does.
 */
export function useOptionsPage(): OptionsPage | undefined {
  const [link, setLink] = useState(asked);
  const [first, setFirst] = useState<OptionsPage>();
  const known = useLiveQuery(async () => ({ role: (await target())?.role }));
  useEffect(() => {
    if (known) setFirst((before) => before ?? (known.role === 'reporter' ? 'own' : 'everything'));
  }, [known]);
  useEffect(() => {
    const follow = () => setLink(asked());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const page = link.page ?? first;
  useEffect(() => (page && link.section ? goTo(link.section) : undefined), [page, link]);
  return page;
}

/** What shows that somebody has gone on by themselves. */
const HANDS = ['wheel', 'pointerdown', 'keydown', 'touchstart'] as const;
/** By then all that is read for a page is there. */
const COMES_MS = 5_000;

/**
 * Brings a section into view, also one that comes later than the page, and keeps it there while what stands above it comes.
 * Gives what ends that; the person's own hand does too.
 */
function goTo(section: string): () => void {
  const show = () => document.getElementById(section)?.scrollIntoView();
  const coming = new MutationObserver(show);
  const end = () => {
    coming.disconnect();
    clearTimeout(timer);
    for (const hand of HANDS) removeEventListener(hand, end);
  };
  const timer = setTimeout(end, COMES_MS);
  for (const hand of HANDS) addEventListener(hand, end);
  coming.observe(document.body, { childList: true, subtree: true });
  show();
  return end;
}
