/** A new tool: profile, page, and what is expected of it. The figures, selectors and texts in it are examples to replace. */
import { constantOf, listed, type Scaffold, tabled, titleOf } from './plan.ts';

const today = () => new Date().toISOString().slice(0, 10);

export function toolScaffold(id: string): Scaffold {
  const name = titleOf(id);
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
    edits: {
      'lib/tools/index.ts': listed('PROFILES', constantOf(id), id, 'sorted'),
      'docs/adding-a-tool.md': tabled(
        'tools',
        `| \`${id}\` | ${name} | \`${id}.example.com\` | ${today()} |`,
        'sorted',
      ),
    },
    see: 'docs/adding-a-tool.md',
    next: 'put the real hosts and selectors into the profile, and the tool’s own markup into the page',
  };
}
