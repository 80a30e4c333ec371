/** A new route of the collector. */
import { constantOf, listed, type Scaffold, tabled } from './plan.ts';

/** `noun`: `policies`, for `GET /v1/policies`. */
export function routeScaffold(noun: string): Scaffold {
  const constant = constantOf(noun);
  const answers = 'say in a sentence what it answers';
  return {
    files: {
      [`collector/http/routes/${noun}.ts`]: `/** Say in a sentence what it is about. */
import { createRoute, z } from '@hono/zod-openapi';
import { ADMINS, bearer, defineRoute, GUARDED, json } from './define.ts';

const ${constant}Route = createRoute({
  method: 'get',
  path: '/v1/${noun}',
  summary: '${answers}',
  security: bearer,
  responses: { 200: json('Say what comes back', z.object({ team: z.string() })), ...GUARDED },
});

export const ${constant}Asked = defineRoute(ADMINS, ${constant}Route, (app) => {
  app.openapi(${constant}Route, (context) => context.json({ team: context.var.caller.team }, 200));
});
`,
    },
    edits: {
      'collector/http/routes/index.ts': listed('ROUTES', `${constant}Asked`, noun, 'last'),
      'docs/collector.md': tabled('routes', `| \`GET /v1/${noun}\` | ${answers} | admin |`, 'last'),
      'test/unit/collector/http/matrix.test.ts': pinned(noun),
    },
    next: 'say who may ask, what for and what is answered, in the route and in the documents',
    see: 'docs/collector.md',
  };
}

/** The roles that a test expects of each route, with those of one more. */
const pinned = (noun: string) => (text: string) => {
  const last = /(?<='put \/v1\/retention': \['admin'\],\n)/;
  if (!last.test(text)) throw new Error('The test of roles lists its routes in another way than expected');
  return text.replace(last, `    'get /v1/${noun}': ['admin'],\n`);
};
