/** The policy as a document: everything that holds stands in it, in both languages, and nothing in it is markup. */
import { describe, expect, test } from 'vitest';
import { documentAsHtml } from '../../../../lib/domain/policy/document/html.ts';
import { DOCUMENT_PARTS, documentOf } from '../../../../lib/domain/policy/document/index.ts';
import type { GovernancePolicy } from '../../../../lib/domain/policy/policy.ts';
import { POLICY_TEMPLATES, policyFrom } from '../../../../lib/domain/policy/templates/index.ts';
import { POLICY_LANGUAGES, type PolicyLanguage } from '../../../../lib/domain/policy/templates/template.ts';
import { fc } from '../../property.ts';
import { anyProcess } from './random.ts';

const TODAY = '2026-11-28';
const policyIn = (language: PolicyLanguage): GovernancePolicy => ({
  ...policyFrom({
    templates: POLICY_TEMPLATES,
    language,
    organisation: 'Acme <S.r.l.> & figli',
    timeZone: 'Europe/Rome',
    today: TODAY,
  }),
  inventory: [{ host: 'chatgpt.com', name: 'ChatGPT', purpose: 'Drafts', dataClass: 'public', allowed: true }],
});
const textOf = (policy: GovernancePolicy, language: PolicyLanguage): string =>
  JSON.stringify(documentOf(policy, { language, today: TODAY }));

describe.each(POLICY_LANGUAGES)('in %s', (language) => {
  test('every process, role, objective, limit, checklist point and tool of the policy is in it', () => {
    const policy = policyIn(language);
    const text = textOf(policy, language);
    const wanted = [
      ...(policy.objectives ?? []).map(({ text }) => text),
      ...(policy.limits ?? []).map(({ text }) => text),
      ...(policy.roles ?? []).map(({ name }) => name),
      ...(policy.processes ?? []).flatMap(({ name, checklist = [] }) => [name, ...checklist.map(({ text }) => text)]),
      ...(policy.inventory ?? []).map(({ host }) => host),
    ];
    for (const one of wanted) expect(text).toContain(JSON.stringify(one).slice(1, -1));
  });

  test('the review of the rules is due six months after the last', () => {
    expect(textOf(policyIn(language), language)).toContain(language === 'it' ? '28 maggio 2027' : 'May 28, 2027');
  });

  test('it says what is missing, and of what, by its name', () => {
    const text = textOf(policyIn(language), language);
    expect(text).toContain(language === 'it' ? '"FAQ per i clienti: ness' : '"Customer FAQ: nobody');
    expect(text).toContain('"chatgpt.com: ');
    expect(text).not.toContain('processes.');
  });

  test('text for the public without a responsible person says so in capitals', () => {
    expect(textOf(policyIn(language), language)).toContain(language === 'it' ? 'NON ANCORA INDICATO' : 'NOT YET NAMED');
  });

  test('a share that is no whole number is written as the language writes it', () => {
    const { processes = [], ...rest } = policyIn(language);
    const earned = { mode: 'earned', clean: 30, oneIn: 10, limit: 0.035 } as const;
    const text = textOf({ ...rest, processes: processes.map((process) => ({ ...process, review: earned })) }, language);
    expect(text).toContain(language === 'it' ? 'al più il 3,5% esce' : 'at most 3.5% go out');
  });

  test('the file has no markup but ours, no script and no address to load from', () => {
    const html = documentAsHtml(documentOf(policyIn(language), { language, today: TODAY }));
    expect(html).toContain('Acme &lt;S.r.l.&gt; &amp; figli');
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<(script|img|link|iframe|a)\b/i);
  });
});

test('each part stands alone, and together they are all of it', () => {
  const policy = policyIn('en');
  const whole = documentOf(policy, { language: 'en', today: TODAY }).blocks;
  const parts = DOCUMENT_PARTS.flatMap(
    (part) => documentOf(policy, { language: 'en', today: TODAY, parts: [part] }).blocks,
  );
  expect(parts).toEqual(whole);
});

test('any policy at all makes a document whose words are text, whatever stands in them', () => {
  fc.assert(
    fc.property(
      fc.array(anyProcess, { maxLength: 4 }),
      fc.constantFrom(...POLICY_LANGUAGES),
      fc.string(),
      (processes, language, name) => {
        const hostile = { ...policyIn(language), processes, organisation: { name: `</h1><script>${name}` } };
        const html = documentAsHtml(documentOf(hostile, { language, today: TODAY }));
        expect(html).not.toMatch(/<script/i);
        expect(html.match(/<h1>/g)).toHaveLength(1);
      },
    ),
  );
});
