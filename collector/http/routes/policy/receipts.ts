/** A receipt of an approval, to be handed on with the text. */
import { createRoute, z } from '@hono/zod-openapi';
import { readReceipt, signReceipt } from '../../../policy/receipts.ts';
import { receiptPage } from '../../../receipt-page.ts';
import { keysOf } from '../../parts.ts';
import { Problem } from '../../problem.ts';
import { BAD, bearer, defineRoute, GUARDED, json, problem, READERS } from '../define.ts';

const receiptRoute = createRoute({
  method: 'get',
  path: '/v1/receipts/{decisionId}',
  summary: 'A signed statement that one text was approved in one process',
  description: `A compact JWS (EdDSA, \`typ: countersign-receipt+jwt\`): hash of the text, verdict, role, process, version of
the policy, checklist, time; no name. It is checked without a connection by whoever has \`/.well-known/jwks.json\`. It says
what was decided then: whether that still holds is for the policy to say.`,
  security: bearer,
  request: { params: z.object({ decisionId: z.uuid() }) },
  responses: {
    200: json('The receipt', z.object({ receipt: z.string() })),
    ...BAD,
    404: problem('No such decision approved a text under a policy'),
    ...GUARDED,
  },
});

export const receiptAsked = defineRoute(READERS, receiptRoute, (app, parts) => {
  app.openapi(receiptRoute, async (context) => {
    const { decisionId } = context.req.valid('param');
    const receipt = await readReceipt(parts.database, context.var.caller.team, decisionId);
    if (!receipt) throw new Problem('not_found', 'No such decision approved a text under a policy.');
    return context.json({ receipt: await signReceipt(keysOf(parts), receipt) }, 200);
  });
});

const pageRoute = createRoute({
  method: 'get',
  path: '/receipt',
  summary: 'A page on which whoever has a receipt checks it',
  description: `One file, the same as \`docs/verify-receipt.html\`. In a link the receipt stands in the fragment
(\`/receipt#eyJ…\`), which no browser sends: the page checks it by itself, with the keys of this collector.`,
  responses: { 200: { description: 'The page', content: { 'text/html': { schema: z.string() } } } },
});

export const receiptPageAsked = defineRoute('anyone', pageRoute, (app) => {
  const { html, policy } = receiptPage();
  app.openapi(pageRoute, (context) => context.html(html, 200, { 'content-security-policy': policy }));
});
