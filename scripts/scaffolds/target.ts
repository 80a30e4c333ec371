/** A new target. The figures, selectors and texts in it are examples to replace. */
import { constantOf, listed, type Scaffold, tabled, titleOf } from './plan.ts';

export function targetScaffold(id: string): Scaffold {
  return {
    files: {
      [`lib/sync/targets/${id}.ts`]: `/** ${titleOf(id)}: say in a sentence what it is, and what it does with events. */
import * as z from 'zod';
import { EVERYTHING } from '../../domain/events/filter.ts';
import { FIELDS } from '../fields.ts';
import { defineTarget, type Outgoing, type Request } from '../target.ts';
import { addressProblem, bearer, below, judgeStatus, tryOut } from '../wire.ts';

const settingsSchema = z.lazy(() =>
  z.object({ address: FIELDS.address(), bearer: FIELDS.bearer(), words: FIELDS.words() }),
);
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
  name: '${titleOf(id)}',
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
    edits: {
      'lib/sync/targets/index.ts': listed('TARGETS', constantOf(id), id, 'sorted'),
      'docs/adding-a-target.md': tabled('targets', `| \`${id}\` | ${titleOf(id)} | no |`, 'sorted'),
    },
    see: 'docs/adding-a-target.md',
    next: 'put the real paths and shapes into the target, and its words into the locales',
  };
}
