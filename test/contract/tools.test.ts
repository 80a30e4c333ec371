/** What every tool profile owes: its schema, its registry line, its page, its row in the documents. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'css-what';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { hostPatterns, PROFILES } from '../../lib/tools/index.ts';
import { hostMatches, profileByAddress } from '../../lib/tools/match.ts';
import type { ToolProfile } from '../../lib/tools/profile.ts';
import { toolProfileSchema } from '../../lib/tools/schema.ts';

const ROOT = new URL('../../', import.meta.url);
const NOT_PROFILES = new Set([
  'in-force',
  'index',
  'learned',
  'match',
  'profile',
  'profile-problems',
  'schema',
  'selectors',
]);
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');
const ids = PROFILES.map(({ id }) => id);

/** What stands in a tool's `expect.json`. Texts have their white space folded. */
const expectationSchema = z.strictObject({
  url: z.url({ protocol: /^https$/ }),
  outputs: z
    .array(
      z.strictObject({
        text: folded(),
        messageId: z.string().min(1).optional(),
        model: z.string().min(1).optional(),
        prompt: folded().optional(),
        citations: z.array(z.url()).optional(),
      }),
    )
    .min(2),
  /** Texts that stand there while the page says that it still writes. */
  growing: z.array(folded()).optional(),
  userTexts: z.array(folded()).min(1),
  conversationId: z.string().min(1).optional(),
});

describe('the registry', () => {
  it('lists every profile file, sorted by id', () => {
    const files = readdirSync(new URL('lib/tools/', ROOT))
      .map((file) => file.replace(/\.ts$/, ''))
      .filter((file) => !NOT_PROFILES.has(file));
    expect(ids).toEqual(files.sort());
  });

  it('gives valid match patterns: https, whole labels, a wildcard only in front', () => {
    const patterns = hostPatterns();
    expect(patterns).toEqual([...new Set(patterns)].sort());
    for (const pattern of patterns)
      expect(pattern).toMatch(/^https:\/\/(\*\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+\/\*$/);
  });

  it('has no two profiles for one host unless their paths tell them apart', () => {
    for (const [one, other] of pairs(PROFILES)) {
      if (!sharesHost(one, other)) continue;
      expect(one.match.paths, `${one.id} and ${other.id}`).toBeDefined();
      expect(other.match.paths, `${one.id} and ${other.id}`).toBeDefined();
      expect(profileByAddress([other], new URL(expectation(one.id).url))).toBeUndefined();
      expect(profileByAddress([one], new URL(expectation(other.id).url))).toBeUndefined();
    }
  });

  it('has no marker that two profiles share', () => {
    const markers = PROFILES.flatMap(({ match }) => match.markers ?? []);
    expect(new Set(markers).size).toBe(markers.length);
  });

  it('is what the table in the documents says', () => {
    const table = /<!-- tools -->\n([\s\S]*?)\n<!-- \/tools -->/.exec(read('docs/adding-a-tool.md'))?.[1];
    expect(table).toBe(toolTable());
  });
});

describe.each(PROFILES.map((profile) => [profile.id, profile] as const))('%s', (id, profile) => {
  it('passes the schema', () => {
    expect(toolProfileSchema.parse(profile)).toEqual(profile);
  });

  it('has an id that is its file and its constant', async () => {
    const module = (await import(`../../lib/tools/${id}.ts`)) as Record<string, unknown>;
    expect(Object.keys(module)).toEqual([id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())]);
    expect(Object.values(module)).toEqual([profile]);
  });

  it('has selectors that parse, one to an entry', () => {
    for (const selector of selectorsOf(profile)) {
      const lists = parse(selector);
      expect(lists.length, `${selector} is a list: give each its own entry, or use :is()`).toBe(1);
    }
  });

  it('was compared with evidence, not in the future', () => {
    expect(Date.parse(profile.checkedAt)).toBeLessThanOrEqual(Date.now());
  });

  it('has a page and what is to be found in it', () => {
    expect(existsSync(new URL(`test/pages/${id}/page.html`, ROOT))).toBe(true);
    expect(expectationSchema.safeParse(JSON.parse(read(`test/pages/${id}/expect.json`))).error).toBeUndefined();
  });

  it('is the profile for the address of its page, or for no address', () => {
    const found = profileByAddress(PROFILES, new URL(expectation(id).url));
    expect(found?.id).toBe(profile.match.hosts.length > 0 ? id : undefined);
  });

  it('reads the conversation from the address of its page', () => {
    const { url, conversationId } = expectation(id);
    const { pathname, search } = new URL(url);
    const found = profile.conversation?.map((pattern) => new RegExp(pattern).exec(pathname + search)?.[1]);
    expect(found?.find((conversation) => conversation)).toBe(conversationId);
  });
});

function folded(): z.ZodString {
  return z
    .string()
    .min(1)
    .refine((text) => text === text.replace(/\s+/g, ' ').trim(), { error: 'white space is not folded' });
}

function expectation(id: string): z.infer<typeof expectationSchema> {
  return expectationSchema.parse(JSON.parse(read(`test/pages/${id}/expect.json`)));
}

function pairs<T>(list: readonly T[]): [T, T][] {
  return list.flatMap((one, at) => list.slice(at + 1).map((other): [T, T] => [one, other]));
}

function sharesHost(one: ToolProfile, other: ToolProfile): boolean {
  const plain = (pattern: string) => pattern.replace(/^\*\./, '');
  return one.match.hosts.some((left) =>
    other.match.hosts.some((right) => hostMatches(left, plain(right)) || hostMatches(right, plain(left))),
  );
}

function selectorsOf(profile: ToolProfile): string[] {
  const { match, shadowHosts, turn, prose, exclude, user, userText, streaming, stop, model, citations } = profile;
  const models = model?.map((entry) => entry.split('@')[0] as string);
  return [match.markers, shadowHosts, turn, prose, exclude, user, userText, streaming, stop, models, citations].flatMap(
    (selectors) => [...(selectors ?? [])],
  );
}

/** The table of docs/adding-a-tool.md, row for row. */
function toolTable(): string {
  const rows = PROFILES.map(({ id, name, match, checkedAt }) => {
    const hosts = match.hosts.length > 0 ? match.hosts.map((host) => `\`${host}\``).join(', ') : 'any, by its markup';
    return `| \`${id}\` | ${name} | ${hosts} | ${checkedAt} |`;
  });
  return ['| id | name | hosts | checked |', '|---|---|---|---|', ...rows].join('\n');
}
