/** What a new tool, target or metric begins with. The figures, selectors and texts in it are examples to replace. */

export interface Scaffold {
  /** Files to write, by path. */
  files: Record<string, string>;
  registry: { path: string; list: string };
  document: { path: string; table: string; row: string };
  /** What is left to do, in a sentence. */
  next: string;
}

export type Kind = 'tool' | 'target' | 'metric';

const today = () => new Date().toISOString().slice(0, 10);
/** `my-chat` as people write it: “My Chat”. */
const title = (id: string) => id.replace(/(?:^|-)(.)/g, (_, letter: string) => ` ${letter.toUpperCase()}`).trim();

/** The constant of a file: `my-chat` is `myChat`. */
export const constantOf = (id: string): string => id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

function tool(id: string): Scaffold {
  const name = title(id);
  return {
    files: {
      [`lib/tools/${id}.ts`]: `import type { ToolProfile } from './profile.ts';

export const ${constantOf(id)}: ToolProfile = {
  id: '${id}',
  name: '${name}',
  checkedAt: '${today()}',
  match: { hosts: ['${id}.example.com'], markers: ['#${id} [data-role="assistant"]'] },
  turn: ['[data-role="assistant"]'],
  user: ['[data-role="user"]'],
  conversation: ['^/chat/([0-9a-f-]{36})'],
};
`,
      [`test/pages/${id}/page.html`]: `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${name}</title>
</head>
<body>
<main id="${id}">
<div data-role="user">When do we get our money back?</div>
<div data-role="assistant"><p>Refunds take a week.</p></div>
<div data-role="user">E in italiano?</div>
<div data-role="assistant"><p>Il rimborso richiede una settimana.</p></div>
</main>
<form><textarea>Not sent yet</textarea></form>
</body>
</html>
`,
      [`test/pages/${id}/expect.json`]: `${JSON.stringify(
        {
          url: `https://${id}.example.com/chat/3f2b8c1e-77aa-4d0e-9b51-0c6a2d9e4f10`,
          outputs: [
            { text: 'Refunds take a week.', prompt: 'When do we get our money back?' },
            { text: 'Il rimborso richiede una settimana.', prompt: 'E in italiano?' },
          ],
          userTexts: ['When do we get our money back?', 'E in italiano?'],
          conversationId: '3f2b8c1e-77aa-4d0e-9b51-0c6a2d9e4f10',
        },
        null,
        2,
      )}\n`,
    },
    registry: { path: 'lib/tools/index.ts', list: 'PROFILES' },
    document: {
      path: 'docs/adding-a-tool.md',
      table: 'tools',
      row: `| \`${id}\` | ${name} | \`${id}.example.com\` | ${today()} |`,
    },
    next: 'put the real hosts and selectors into the profile, and the tool’s own markup into the page',
  };
}

function target(id: string): Scaffold {
  return {
    files: {
      [`lib/sync/targets/${id}.ts`]: `/** ${title(id)}: say in a sentence what it is, and what it does with events. */
import * as z from 'zod';
import { EVERYTHING } from '../../domain/filter.ts';
import { FIELDS } from '../fields.ts';
import { defineTarget, type Outgoing, type Request } from '../target.ts';
import { addressProblem, bearer, below, judgeStatus, tryOut } from '../wire.ts';

const settingsSchema = z.object({ address: FIELDS.address, bearer: FIELDS.bearer, words: FIELDS.words });
type Settings = z.infer<typeof settingsSchema>;

const post = ({ address, bearer: token }: Settings, items: readonly object[]): Request => ({
  method: 'POST',
  url: below(address, '/events'),
  headers: { ...bearer(token), 'content-type': 'application/json' },
  body: JSON.stringify(items),
});

/** What people and AI wrote (\`data.sealed\`) goes along only where \`words\` is set. */
async function requests(items: readonly Outgoing[], settings: Settings): Promise<Request[]> {
  return [
    post(
      settings,
      items.map(({ event: { id, type, subject, data } }) => ({
        id,
        type,
        subject,
        facts: data.facts,
        ...(settings.words && data.sealed ? { content: data.sealed.content } : {}),
      })),
    ),
  ];
}

export const ${constantOf(id)} = defineTarget<Settings>({
  id: '${id}',
  name: '${title(id)}',
  settings: settingsSchema,
  filter: EVERYTHING,
  history: true,
  batch: () => ({ events: 100, bytes: 1_000_000 }),
  address: ({ address }) => address,
  problem: ({ address }) => addressProblem(address),
  requests,
  judge: (answer) => judgeStatus(answer),
  test: (settings, world) => tryOut(post(settings, []), world),
});
`,
    },
    registry: { path: 'lib/sync/targets/index.ts', list: 'TARGETS' },
    document: {
      path: 'docs/adding-a-target.md',
      table: 'targets',
      row: `| \`${id}\` | ${title(id)} | no |`,
    },
    next: 'put the real paths and shapes into the target, and its words into the locales',
  };
}

function metric(id: string): Scaffold {
  const constant = constantOf(id);
  return {
    files: {
      [`lib/metrics/${id}.ts`]: `/** ${title(id)}: say in a sentence what it counts, and which way is good. */
import { defineMetric } from './metric.ts';

export const ${constant} = defineMetric({
  id: '${id}',
  unit: 'count',
  from: (outputs) => (outputs.length === 0 ? undefined : outputs.length),
});
`,
      [`test/unit/metrics/${id}.test.ts`]: `import { expect, test } from 'vitest';
import { ${constant} } from '../../../lib/metrics/${id}.ts';

test('of nothing there is no figure', () => {
  expect(${constant}.from([])).toBeUndefined();
});
`,
    },
    registry: { path: 'lib/metrics/index.ts', list: 'METRICS' },
    document: {
      path: 'docs/adding-a-metric.md',
      table: 'metrics',
      row: `| \`${id}\` | count | ${title(id)} |`,
    },
    next: 'work out the figure, and test it on outputs that you make up',
  };
}

export const SCAFFOLDS: Record<Kind, (id: string) => Scaffold> = { tool, target, metric };
