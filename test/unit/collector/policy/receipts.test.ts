/** Receipts: what they say, who gets one, and that a changed or foreign one does not hold: by command, by page, by function. */
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import { openDatabase } from '../../../../collector/database/open.ts';
import { rotateKeys } from '../../../../collector/policy/keys.ts';
import { checkReceipt, disclosedHtml, receiptLink, receiptSchema } from '../../../../lib/domain/decision/receipt.ts';
import { addressOf } from '../../../../lib/domain/output/address.ts';
import { DATABASES_OF_MANY, madeInMemory, openFresh } from '../databases.ts';
import { runHere } from '../processes.ts';
import { CORRECTED, Team } from './governed.ts';
import { callerOf, faq, policyOf } from './policies.ts';

const pageCheck = () =>
  pageScript('check') as (receipt: string, keys: string, text: string) => Promise<{ say: string }>;

/** Something of the static page's script, with the little of a browser that it asks for. */
function pageScript(name: string): unknown {
  const html = readFileSync(new URL('../../../../docs/verify-receipt.html', import.meta.url), 'utf8');
  const [, script = ''] = /<script>([\s\S]*)<\/script>/.exec(html) ?? [];
  const element = { dataset: {}, addEventListener: () => undefined };
  const document = { documentElement: {}, querySelectorAll: () => [], querySelector: () => element };
  const context = createContext({
    ...{ crypto, atob, TextDecoder, TextEncoder, document, navigator: { language: 'it' } },
    location: { protocol: 'file:', hash: '' },
  });
  runInContext(script, context);
  return runInContext(name, context);
}

async function approved(database: SqlDatabase) {
  const team = new Team(database);
  const admin = callerOf(await team.app(), (await team.client('boss', 'admin')).token);
  const checklist = [{ id: 'facts', text: 'Facts are checked', without: 'block' as const }];
  const process = faq({ id: 'plain', applies: { addresses: ['plain.example'] }, checklist });
  await admin.put(policyOf('v1', { processes: [process] }), 0);
  const hash = await team.text('rita', 'plain.example');
  const answered = ['facts'];
  expect(await team.decide('anna', 'reviewer', hash, 'block', {})).toBe('stored');
  expect(await team.decide('anna', 'reviewer', hash, 'approve', { answered })).toBe('stored');
  const textHash = addressOf({ text: CORRECTED });
  expect(await team.decide('luca', 'admin', hash, 'modify', { answered, textHash })).toBe('stored');
  const { events } = (await admin.get('/v1/events?limit=1000')).body;
  const decisions: string[] = events.flatMap(
    ({ data: { facts } }: { data: { facts: { decisionId?: string } } }) => facts.decisionId ?? [],
  );
  const [blocked = '', approval = '', correction = ''] = decisions;
  return { team, admin, hash, blocked, approval, correction };
}

describe.each(DATABASES_OF_MANY)('receipts on $name', ({ fresh }) => {
  let database: SqlDatabase;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    ({ database, drop } = await openFresh(fresh));
  });
  afterAll(() => drop?.());

  test('an approval has one that says text, role, process, version and checklist, and names nobody', async () => {
    const { team, admin, hash, blocked, approval, correction } = await approved(database);
    const { keys } = (await admin.get('/.well-known/jwks.json')).body;
    const { receipt } = (await admin.get(`/v1/receipts/${approval}`)).body;
    expect(decodeProtectedHeader(receipt)).toMatchObject({ alg: 'EdDSA', typ: 'countersign-receipt+jwt' });
    expect(await checkReceipt(receipt, keys)).toEqual({
      holds: true,
      receipt: {
        ...{ iss: expect.stringMatching(/^urn:countersign:collector:/), decisionId: approval, hash, output: hash },
        ...{
          verdict: 'approve',
          role: 'reviewer',
          processId: 'plain',
          policyVersion: 'v1',
          answered: ['facts'],
          left: [],
        },
        ...{ editorial: false, selfReview: false, decidedAt: team.now.toISOString() },
      },
    });
    expect(Buffer.from(receipt.split('.')[1], 'base64url').toString()).not.toMatch(/anna|rita|reviewer@/);
    const corrected = (await admin.get(`/v1/receipts/${correction}`)).body.receipt;
    expect(await checkReceipt(corrected, keys, CORRECTED)).toMatchObject({
      holds: true,
      isOfText: true,
      receipt: { role: 'admin' },
    });
    for (const none of [blocked, randomUUID()]) expect((await admin.get(`/v1/receipts/${none}`)).status).toBe(404);
    expect((await admin.get('/v1/receipts/x')).status).toBe(400);
    const other = new Team(database);
    const stranger = callerOf(await other.app(), (await other.client('boss', 'admin')).token);
    expect((await stranger.get(`/v1/receipts/${approval}`)).status).toBe(404);
  });

  test('an approval that was taken back has none any more', async () => {
    const { team, admin, hash, correction } = await approved(database);
    expect((await admin.get(`/v1/receipts/${correction}`)).status).toBe(200);
    expect(await team.takeBack('luca', 'admin', hash, correction)).toBe('stored');
    expect((await admin.get(`/v1/receipts/${correction}`)).status).toBe(404);
  });

  test('function, command and page agree: what holds, what is changed, of another key, another text, another type', async () => {
    const { admin, correction } = await approved(database);
    const { receipt } = (await admin.get(`/v1/receipts/${correction}`)).body;
    const jwks = (await admin.get('/.well-known/jwks.json')).body;
    const [header, payload = '', signature] = receipt.split('.');
    const other = {
      ...JSON.parse(Buffer.from(payload, 'base64url').toString()),
      hash: addressOf({ text: 'Another.' }),
    };
    const changed = `${header}.${Buffer.from(JSON.stringify(other)).toString('base64url')}.${signature}`;
    const policy = (await admin.get('/v1/policy')).body.current;
    const folder = await mkdtemp(join(tmpdir(), 'countersign-receipt-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const write = async (name: string, said: string) => {
      await writeFile(join(folder, name), said);
      return join(folder, name);
    };
    const page = pageCheck();
    const cases: [jws: string, keys: object, text: string, holds: boolean, said: string, page: string][] = [
      [receipt, jwks, CORRECTED, true, 'holds, and is of this text.', 'holdsOfText'],
      [receipt, jwks, `  ${CORRECTED.replace(' ', '\u200B  ')}\n`, true, 'holds, and is of this text.', 'holdsOfText'],
      [`Approved. Receipt: ${receipt}.\n`, jwks, CORRECTED, true, 'holds, and is of this text.', 'holdsOfText'],
      [
        receiptLink('https://sign.example/receipt', receipt),
        ...([jwks, CORRECTED, true, 'holds, and is of this text.', 'holdsOfText'] as const),
      ],
      [disclosedHtml('<p>x</p>', receipt), jwks, CORRECTED, true, 'holds, and is of this text.', 'holdsOfText'],
      [receipt, jwks, 'Another.', false, 'is of another text', 'otherText'],
      [
        receiptLink('https://sign.example/receipt', changed),
        jwks,
        'Another.',
        false,
        'not what was signed',
        'notSigned',
      ],
      [changed, jwks, 'Another.', false, 'is not what was signed', 'notSigned'],
      [`${header}.${payload}.AAAA`, jwks, CORRECTED, false, 'is not what was signed', 'notSigned'],
      [receipt, { keys: [] }, CORRECTED, false, 'not in the file of keys', 'unknownKey'],
      [policy, jwks, CORRECTED, false, 'is no receipt', 'noReceipt'],
      ['rubbish', jwks, CORRECTED, false, 'is no receipt', 'noReceipt'],
    ];
    for (const [jws, keys, text, holds, said, onPage] of cases) {
      const [file, list, words] = [
        await write('receipt.jwt', jws),
        await write('jwks.json', JSON.stringify(keys)),
        await write('text.txt', text),
      ];
      const ended = await runHere(['receipt', 'verify', '--file', file, '--jwks', list, '--text', words]);
      expect([ended.code, ended.out + ended.err], onPage).toEqual([holds ? 0 : 1, expect.stringContaining(said)]);
      expect((await page(jws, JSON.stringify(keys), text)).say).toBe(onPage);
    }
    expect((await page(receipt, JSON.stringify(jwks), '')).say).toBe('holds');
    expect((await page(receipt, '{', '')).say).toBe('noKeys');
  });

  test('the collector hands the page out to anyone; it runs its own script alone, and asks that server for the keys', async () => {
    const app = await new Team(database).app();
    const answer = await app.request('/receipt');
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toBe(readFileSync(new URL('../../../../docs/verify-receipt.html', import.meta.url), 'utf8'));
    const policy = answer.headers.get('content-security-policy') ?? '';
    const [, script = ''] = /<script>([\s\S]*)<\/script>/.exec(html) ?? [];
    expect(policy).toContain(`script-src 'sha256-${createHash('sha256').update(script).digest('base64')}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
    expect((await app.request('/healthz')).headers.get('content-security-policy')).toBe(
      "default-src 'none'; frame-ancestors 'none'",
    );
  });
});

describe.each(['en', 'it'] as const)('the page in %s', (language) => {
  test('says all that a receipt says by names of its own, when first, and leaves what it does not know as it stands', () => {
    const [said, rowsOf] = [pageScript('SAID'), pageScript('rowsOf')] as [
      Record<string, { facts: Record<string, string> }>,
      (said: object, words: object) => [string, string][],
    ];
    const words = said[language] ?? { facts: {} };
    expect(Object.keys(words.facts).sort()).toEqual(Object.keys(receiptSchema.unwrap().shape).sort());
    const receipt = { verdict: 'modify', selfReview: false, left: [], decidedAt: '2026-11-30T10:00:00.000Z' };
    const rows = rowsOf({ ...receipt, later: 'x' }, words);
    expect(rows.map(([name]) => name)).toEqual([
      ...['decidedAt', 'verdict', 'left', 'selfReview'].map((name) => words.facts[name]),
      'later',
    ]);
    expect(rows[1]?.[1]).toBe(language === 'it' ? 'Corretto e approvato' : 'Corrected and approved');
    expect(rows.map(([, value]) => value).join()).not.toMatch(/false|undefined|modify/);
  });
});

test('the page forms texts as the product does', async () => {
  const page = pageCheck();
  const database = await openDatabase(await madeInMemory());
  const { admin, correction } = await approved(database);
  const { receipt } = (await admin.get(`/v1/receipts/${correction}`)).body;
  const jwks = JSON.stringify((await admin.get('/.well-known/jwks.json')).body);
  // Both are asked about texts that normalising could tell apart; what one takes for the approved one, so does the other.
  for (const text of [
    CORRECTED,
    `\t${CORRECTED}`,
    CORRECTED.replace(' ', '\t'),
    `${CORRECTED}\u00AD`,
    'The\n corrected\u00A0text.',
    'The corrected  text .',
    'e\u0301',
  ])
    expect((await page(receipt, jwks, text)).say === 'holdsOfText', JSON.stringify(text)).toBe(
      (await checkReceipt(receipt, JSON.parse(jwks).keys, text)).holds &&
        addressOf({ text }) === addressOf({ text: CORRECTED }),
    );
  await database.close();
});

test('a receipt of before the key was changed still holds', async () => {
  const database = await openDatabase(await madeInMemory());
  const folder = await mkdtemp(join(tmpdir(), 'countersign-keys-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const { admin, approval } = await approved(database);
  const { receipt } = (await admin.get(`/v1/receipts/${approval}`)).body;
  await rotateKeys(join(folder, 'keys'), database);
  const { keys } = (await admin.get('/.well-known/jwks.json')).body;
  expect(keys.length).toBeGreaterThan(2);
  expect(await checkReceipt(receipt, keys)).toMatchObject({ holds: true });
  await database.close();
});
