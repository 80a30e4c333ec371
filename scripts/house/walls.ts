/**
 * Who may import whom. The first wall that fits a file holds for it. The table in docs/architecture.md is made from
 * this one, and `test/contract/walls.test.ts` proves that each wall holds.
 */

export interface Wall {
  /** Folders (with a slash at the end) and files that stand behind it. */
  zone: string[];
  /** What a newcomer reads of it. */
  says: string;
  /** Folders and files of which it may take values and types. */
  may: string[];
  /** Folders and files of which it may take types only. */
  types?: string[];
  /** Folders and files of `may` that it may not take all the same. */
  not?: string[];
  /** Packages, each with all its paths. */
  packages: string[];
  /** Packages that must not come with anything that it takes a value of, however far away. */
  carries?: string[];
}

const IN_PAGES = ['#i18n', 'wxt/browser', 'wxt/utils', '@floating-ui/dom', 'diff'];
const REACT = ['react', 'react-dom', 'lucide-react', 'radix-ui', '#i18n', 'wxt/browser', 'wxt/utils'];
/** What a page must not load because of us. */
const HEAVY = [
  'zod',
  'dexie',
  'uuid',
  'canonicalize',
  'fast-sha256',
  'libphonenumber-js',
  'jose',
  'css-selector-parser',
  'redos-detector',
];

export const WALLS: Wall[] = [
  {
    zone: ['lib/domain/'],
    says: 'nothing here',
    may: ['lib/domain/'],
    packages: ['zod', 'uuid', 'canonicalize', 'fast-sha256', 'libphonenumber-js'],
  },
  {
    zone: ['lib/look/'],
    says: 'types of domain',
    may: ['lib/look/'],
    types: ['lib/domain/'],
    packages: [],
    carries: HEAVY,
  },
  {
    zone: ['lib/tools/schema.ts', 'lib/tools/profile-problems.ts'],
    says: 'types and limits of domain, how it words a problem, and what checks a profile',
    may: ['lib/tools/', 'lib/domain/limits.ts', 'lib/domain/policy/problems.ts'],
    types: ['lib/domain/'],
    packages: ['zod', 'css-selector-parser', 'redos-detector'],
  },
  {
    zone: ['lib/tools/'],
    says: 'types of domain',
    may: ['lib/tools/'],
    types: ['lib/domain/'],
    packages: [],
    carries: HEAVY,
  },
  {
    zone: ['lib/page/'],
    says: 'tools, names and `send` of messages, and what of domain carries no library',
    may: ['lib/page/', 'lib/look/', 'lib/tools/', 'lib/messages/', 'lib/domain/'],
    packages: IN_PAGES,
    carries: [...HEAVY, 'react', 'react-dom'],
  },
  {
    zone: ['lib/messages/'],
    says: 'domain, how a tool profile is checked, types of `sync/problem.ts`',
    may: ['lib/messages/', 'lib/domain/', 'lib/tools/profile.ts', 'lib/tools/schema.ts'],
    types: ['lib/sync/problem.ts'],
    packages: ['zod', 'wxt/browser'],
  },
  {
    zone: ['lib/settings/'],
    says: 'domain',
    may: ['lib/settings/', 'lib/domain/'],
    packages: ['zod', 'wxt/browser', 'wxt/utils'],
  },
  {
    zone: ['lib/store/'],
    says: 'domain, types of tools',
    may: ['lib/store/', 'lib/domain/', 'lib/tools/learned.ts'],
    types: ['lib/tools/'],
    packages: ['dexie'],
  },
  {
    zone: ['lib/aside/'],
    says: 'domain, store, metrics',
    may: ['lib/aside/', 'lib/domain/', 'lib/store/', 'lib/metrics/'],
    packages: ['dexie'],
  },
  {
    zone: ['lib/metrics/'],
    says: 'domain',
    may: ['lib/metrics/', 'lib/domain/'],
    packages: [],
  },
  {
    zone: ['lib/sync/'],
    says: 'domain, store, settings',
    may: ['lib/sync/', 'lib/domain/', 'lib/store/', 'lib/settings/', 'lib/browser.ts'],
    packages: ['zod', 'eventsource-parser', 'oauth4webapi', 'wxt/browser', 'wxt/utils'],
  },
  {
    zone: ['lib/background/'],
    says: 'everything of lib but page',
    may: ['lib/'],
    not: ['lib/page/'],
    packages: [
      ...['#i18n', 'zod', 'wxt/browser', 'wxt/utils', '@peculiar/asn1-schema', '@peculiar/asn1-x509'],
      ...['cborg', 'htmlparser2', 'ipaddr.js'],
    ],
  },
  {
    zone: ['components/ui/'],
    says: 'how tones look; nothing of the domain',
    may: ['components/ui/', 'lib/look/'],
    packages: [...REACT, '@floating-ui/dom', '@tanstack/react-virtual', 'diff'],
    carries: HEAVY,
  },
  {
    zone: ['components/words/'],
    says: 'types of the codes that it has words for, and `send`',
    may: ['components/words/', 'lib/messages/send.ts', 'lib/domain/'],
    types: ['lib/messages/', 'lib/store/db.ts', 'lib/store/rows/', 'lib/sync/'],
    packages: ['#i18n'],
    carries: HEAVY,
  },
  {
    zone: ['components/overlay/'],
    says: 'ui, words, `sending/useDoing.ts`, messages (names, `send`), the frame of page and what stands in it',
    may: [
      ...['components/overlay/', 'components/ui/', 'components/words/', 'lib/messages/', 'lib/domain/', 'lib/look/'],
      ...['lib/page/frame/', 'lib/page/ours/', 'components/sending/useAct.ts', 'components/sending/useDoing.ts'],
    ],
    packages: [...REACT, '@floating-ui/dom', 'diff'],
    carries: HEAVY,
  },
  {
    zone: ['components/'],
    says: 'messages, what the store answers (`store/ask`), settings, metrics, tools, domain, types of store and sync',
    may: [
      ...['components/', 'lib/domain/', 'lib/look/', 'lib/messages/', 'lib/metrics/', 'lib/settings/', 'lib/tools/'],
      ...['lib/store/ask/', 'lib/store/desk.ts', 'lib/sync/problem.ts', 'lib/sync/log-check.ts', 'lib/browser.ts'],
      // The registry of targets says what each target asks for; the panel listens with the session's own token.
      ...['lib/sync/targets/', 'lib/sync/sign-in/access.ts'],
    ],
    types: ['lib/store/', 'lib/sync/', 'lib/aside/'],
    not: ['lib/messages/receive.ts', 'components/overlay/'],
    packages: [...REACT, '@floating-ui/dom', 'diff', '@tanstack/react-virtual', 'dexie-react-hooks', 'react-hook-form'],
  },
  {
    zone: ['entrypoints/background.ts'],
    says: 'lib/background, and nothing of a page',
    may: ['lib/'],
    not: ['lib/page/'],
    packages: ['wxt/utils', 'zod'],
  },
  {
    zone: ['entrypoints/aside.ts'],
    says: 'lib/aside',
    may: ['lib/aside/'],
    packages: ['wxt/utils'],
  },
  {
    zone: ['entrypoints/figures-thread.ts'],
    says: 'what of lib/aside carries no library',
    may: ['lib/aside/'],
    packages: ['wxt/utils'],
    carries: HEAVY,
  },
  {
    zone: ['entrypoints/figures-first.ts'],
    says: 'how the thread of the figures is begun, and nothing else',
    may: ['components/aside/begun.ts'],
    packages: ['wxt/utils'],
    carries: [...HEAVY, 'react', 'react-dom'],
  },
  {
    zone: ['entrypoints/overlay.content/'],
    says: 'overlay, page',
    may: ['entrypoints/overlay.content/', 'components/overlay/', 'components/ui/', 'lib/page/', 'lib/messages/'],
    packages: ['react', 'react-dom', ...IN_PAGES],
    carries: HEAVY,
  },
  {
    zone: ['entrypoints/*.content.ts'],
    says: 'page, tools, messages',
    may: ['lib/page/', 'lib/tools/', 'lib/messages/'],
    packages: IN_PAGES,
    carries: [...HEAVY, 'react', 'react-dom'],
  },
  {
    zone: ['entrypoints/'],
    says: 'components, and what they may import',
    may: ['entrypoints/', 'components/', 'lib/browser.ts', 'lib/domain/', 'lib/messages/', 'lib/settings/'],
    not: ['components/overlay/', 'lib/messages/receive.ts'],
    packages: REACT,
  },
  {
    zone: ['collector/'],
    says: 'domain',
    may: ['collector/', 'lib/domain/'],
    packages: [
      ...['@electric-sql/pglite', '@hono/node-server', '@hono/zod-openapi', 'canonicalize', 'hono', 'jose', 'node:*'],
      ...['pg', 'prom-client', 'uuid', 'zod'],
    ],
  },
  {
    zone: ['lib/browser.ts'],
    says: 'the seam to browser APIs',
    may: ['lib/domain/'],
    packages: ['wxt/browser'],
  },
  {
    zone: ['lib/words.d.ts'],
    says: 'the type of `i18n.t`',
    may: [],
    packages: [],
  },
];

/** The folders of the product: each of their sources stands behind a wall. */
export const PRODUCT = ['lib/', 'components/', 'entrypoints/', 'collector/'];
