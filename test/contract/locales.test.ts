/** Every word on screen, in every language. */

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type ParsedMessage, parseMessagesFile } from '@wxt-dev/i18n/build';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../components/panel/keys/commands.ts';
import { CATEGORIES, PRAISE, ROLES, SEVERITIES, STATUSES, VERDICTS } from '../../lib/domain/codes.ts';
import { ACT_REFUSALS } from '../../lib/domain/decision/refused.ts';
import { QUEUE_ORDERS } from '../../lib/domain/decision/sifted.ts';
import { DIMENSIONS } from '../../lib/domain/figures/counted.ts';
import { GATE_RULES, GATE_STATES } from '../../lib/domain/gate/gate.ts';
import { MANIFEST_PROBLEMS } from '../../lib/domain/output/hidden.ts';
import { TEXT_MARKS } from '../../lib/domain/output/marks.ts';
import { ORIGINS } from '../../lib/domain/output/origin.ts';
import { PROMPT_KEPT } from '../../lib/domain/output/trace.ts';
import { REVIEW_OUTCOMES } from '../../lib/domain/policy/periodic/sign-off.ts';
import { policySchema } from '../../lib/domain/policy/policy.ts';
import { MAKES, PACES, SEATS } from '../../lib/domain/policy/templates/switches.ts';
import { PERSONAL_KINDS } from '../../lib/domain/privacy/masks.ts';
import { REDACTED_PARTS } from '../../lib/domain/privacy/redaction.ts';
import { DEGRADATIONS } from '../../lib/domain/reading/health.ts';
import { FATES } from '../../lib/domain/report/fate.ts';
import { ROLLOUT_PHASES } from '../../lib/domain/rollout/phase.ts';
import { CONDITIONS } from '../../lib/domain/rollout/rollout.ts';
import { CHECK_REASONS, CLAIM_FINDS, REACHES } from '../../lib/domain/sources/citation.ts';
import { OVERRIDE_REASONS } from '../../lib/messages/to-background/gate.ts';
import { METRICS } from '../../lib/metrics/index.ts';
import { ROOT } from '../../scripts/machine.ts';
import { read, sources, within } from './tree.ts';

/** The fields of the form of the rules, by the name of their words. */
const FORM_FIELDS = [...read('components/policy/form/fields.ts').matchAll(/\bname: '(\w+)'/g)].map(
  (match) => match[1] ?? '',
);
/** What is told at a gate of a text that goes. */
const TOLD = codesOf('lib/page/gate/box-words.ts', 'GateTold');

/** What figures of counts are made up of, and the columns of the tables. */
const FIGURE_PARTS = codesOf('components/figures/words.ts', 'PARTS');
const FIGURE_NUMBERS = codesOf('components/figures/words.ts', 'NUMBERS');

/** As `components/options/pages.ts` has them. */
const OPTIONS_PAGES = ['own', 'team', 'reading', 'records', 'everything'];

/** As `components/welcome/steps.ts` has them. */
const WELCOME_STEPS = [
  ...['practice', 'connect', 'flag', 'fate', 'queue', 'decide', 'figures', 'away'],
  ...['server', 'people', 'rules', 'rollout'],
];

/** Keys that are put together at run time: what stands before the code, and the codes there are. */
const COMPOSED: Record<string, readonly string[]> = {
  'panel.keys': COMMANDS,
  'panel.bulk': ['deciding', 'takingBack'],
  'panel.bulk.left': ['public', 'checklist', 'noText', 'secondLook', 'second'],
  'panel.sieve.orders': QUEUE_ORDERS,
  'panel.sieve.dues': ['over', 'soon'],
  'panel.sieve.assignedTo': ['me', 'nobody'],
  'panel.sieve.asides': ['deferred', 'duplicate'],
  'panel.sieve.second': ['mine', 'differs'],
  'panel.second': ['first', 'second'],
  'periodic.state': ['fine', 'soon', 'overdue'],
  'periodic.outcomes': REVIEW_OUTCOMES,
  'rollout.state': ['met', 'missing', 'unset', 'few'],
  'panel.log.rehearsal': ['started', 'answered'],
  'rollout.worth': ['worth', 'few', 'far', 'unknown'],
  'rollout.condition': Object.values(CONDITIONS).flat(),
  'policyForm.choice.rollout': ROLLOUT_PHASES,
  'panel.decided.probe': ['caught', 'missed', 'passed'],
  'panel.handling': ['give', 'defer', 'duplicate', 'handOff'],
  status: STATUSES,
  statusMeaning: STATUSES,
  category: [...CATEGORIES, PRAISE],
  categoryExample: [...CATEGORIES, PRAISE],
  'path.roles': ['user', 'lead', 'admin'],
  'path.steps': WELCOME_STEPS,
  'path.how': WELCOME_STEPS,
  'path.go': ['practice', 'connect', 'figures', 'away', 'people', 'rules', 'fate', 'queue'],
  'practice.now': ['start', 'what', 'howBad', 'done'],
  categoryWhy: [...CATEGORIES, PRAISE],
  categoryAdvice: [...CATEGORIES, PRAISE],
  severity: SEVERITIES,
  severityMeaning: SEVERITIES,
  review: ['full', 'sampled', 'asked', 'tightened', 'stopped'],
  'replay.mode': ['full', 'sampled', 'tightened', 'stopped'],
  verdict: VERDICTS,
  role: ROLES,
  roleMeaning: ROLES,
  'options.afterConnecting': ROLES,
  'options.index': OPTIONS_PAGES,
  'options.meaning': OPTIONS_PAGES,
  refusal: codesOf('lib/messages/refusal.ts', 'Refusal'),
  endpoint: codesOf('lib/sync/problem.ts', 'EndpointProblem'),
  sync: codesOf('components/words/sync.ts', 'action?'),
  'reuse.meaning': STATUSES,
  'sites.state': codesOf('components/options/sites/useSites.ts', 'state'),
  'sites.how': codesOf('lib/tools/learned.ts', 'HowLearned'),
  'panel.passage': ['looking', 'opening', 'closed', 'exact', 'moved', 'changed', 'ask', 'gone'],
  'panel.page.degradedBy': DEGRADATIONS,
  'panel.page.meanwhile': ['learning', 'evidence', 'profile'],
  'health.state': ['profile', 'evidence', 'degraded'],
  'tools.origin': codesOf('lib/tools/in-force.ts', 'ProfileOrigin'),
  'managed.kind': PERSONAL_KINDS,
  'tools.off': ['policy', 'user'],
  'policy.source': codesOf('lib/domain/policy/policy.ts', 'PolicySource'),
  'policy.refused': codesOf('lib/domain/policy/policy.ts', 'PolicySource'),
  'figures.changed': ['policy', 'model', 'profile', 'limits'],
  'panel.mine.fate': FATES,
  'panel.queue.meaning': VERDICTS,
  'panel.receipt': ['none', 'false'],
  'panel.receipt.said': ['approve', 'approve_with_notes', 'modify'],
  'panel.receipt.copy': ['line', 'link', 'marked'],
  'stored.erase': ['older', 'person', 'output', 'all'],
  'stored.eraseAsk': ['older', 'person', 'output', 'all'],
  'stored.eraseText': ['older', 'person', 'output', 'all'],
  'stored.fault': [
    ...codesOf('lib/domain/export/record-lines.ts', 'LineProblem'),
    ...codesOf('lib/domain/export/record-file.ts', 'FileProblem'),
  ],
  'privacy.kind': PERSONAL_KINDS,
  'privacy.part': REDACTED_PARTS,
  'trace.origin': ORIGINS,
  'trace.reach': REACHES,
  'trace.claim': CLAIM_FINDS,
  'trace.reason': CHECK_REASONS,
  'trace.promptKept': PROMPT_KEPT,
  'trace.manifest.problem': MANIFEST_PROBLEMS,
  'policyForm.section': codesOf('components/policy/form/Sections.tsx', 'SECTIONS'),
  'policyForm.gap': codesOf('lib/domain/policy/completeness.ts', 'GAPS'),
  'policyForm.ownRole': codesOf('components/policy/form/AddParty.tsx', 'OWN_ROLES'),
  'policy.section': Object.keys(policySchema.unwrap().options[1].unwrap().shape).filter((part) => part !== 'format'),
  'policyForm.list': codesOf('components/policy/form/ItemList.tsx', 'ListName'),
  'policyForm.add': codesOf('components/policy/form/ItemList.tsx', 'ListName'),
  'policyForm.label': FORM_FIELDS,
  'policyForm.effect': FORM_FIELDS,
  'policyForm.switch': ['pace', 'seat', 'make'],
  'policyForm.set': [...PACES, ...SEATS, ...MAKES],
  stated: ['said', 'enough', 'short'],
  'gate.rule': GATE_RULES,
  'gate.title': ['blocked', 'notAllowed', 'held', 'ask', 'label', ...TOLD],
  'gate.done': ['copied', 'labelled'],
  'gate.act': ['confirm', 'public', 'private', 'approved', 'label', 'ask', 'exception', 'override', 'panel'],
  'gate.reason': OVERRIDE_REASONS,
  'gate.party': ['reporter', 'reviewer', 'admin', 'named'],
  'panel.gate.state': GATE_STATES,
  'panel.gate.requested': ['approval', 'exception'],
  'panel.gate.waiting': ['approval', 'exception', 'secondLook'],
  'panel.gate.without': ['block', 'warn'],
  'panel.gate.mayNot': codesOf('lib/domain/people/authority.ts', 'AuthorityRule'),
  'panel.gate.editorial': ['factsChecked', 'sourcesOpened', 'changed', 'responsible'],
  'panel.gate.meaning': ['review', 'approval', 'responsibility', 'authorship'],
  'panel.gate.refused.what': ['approval', 'exception', 'override', 'bypass', 'decision', 'other'],
  'panel.gate.refused.why': ACT_REFUSALS,
  'panel.gate.mark': TEXT_MARKS,
  'panel.gate.passed': ['override', 'exception', 'bypass'],
  'figures.name': METRICS.map(({ id }) => id),
  'figures.counts': METRICS.map(({ id }) => id),
  'figures.by': DIMENSIONS,
  'figures.part': FIGURE_PARTS,
  'figures.number': FIGURE_NUMBERS,
  'compose.entry': ['output', 'report', 'withdrawal'],
  'compose.field': codesOf('components/compose/ComposePreview.tsx', 'FieldName'),
};

/** The words of a union type, which exist nowhere but in the source. */
function codesOf(path: string, name: string): string[] {
  const from = read(path).split(new RegExp(`\\b${name.replace('?', '\\?')}\\s*[=:]`))[1] ?? '';
  const union = from.slice(0, from.indexOf(';'));
  return [...union.matchAll(/'(\w+)'/g)].map((match) => match[1] ?? '');
}

const [en, it_] = await Promise.all(
  ['en', 'it'].map((locale) => parseMessagesFile(join(ROOT, `locales/${locale}.yml`))),
);
const keyOf = (message: ParsedMessage): string => message.key.join('.');
// Keys with @@ are the browser's own.
const keys = (en ?? []).map(keyOf).filter((key) => !key.startsWith('@@'));
const known = new Set(keys);

const variants = (message: ParsedMessage): string[] =>
  message.type === 'plural' ? Object.values(message.plurals) : [message.message];
const placeholders = (text: string): string => [...new Set(text.match(/\$\d+|\{\w+\}/g))].sort().join(' ');

const code = sources(within('lib', 'components', 'entrypoints'));
const text = [...code, 'wxt.config.ts'].map(read).join('\n');

it('there is a file for English and one for Italian', () => {
  expect(readdirSync(join(ROOT, 'locales')).sort()).toEqual(['en.yml', 'it.yml']);
});

describe('the languages say the same', () => {
  it('have the same keys', () => {
    expect((it_ ?? []).map(keyOf).sort()).toEqual((en ?? []).map(keyOf).sort());
  });

  it('leave no text empty', () => {
    const empty = [...(en ?? []), ...(it_ ?? [])].filter((message) => variants(message).some((words) => !words.trim()));
    expect(empty.map(keyOf)).toEqual([]);
  });

  it('fill in the same things', () => {
    const translated = new Map((it_ ?? []).map((message) => [keyOf(message), message]));
    const filled = (message: ParsedMessage | undefined) =>
      message && [...new Set(variants(message).map(placeholders).filter(Boolean))].sort();
    const differing = (en ?? []).filter(
      (message) => JSON.stringify(filled(message)) !== JSON.stringify(filled(translated.get(keyOf(message)))),
    );
    expect(differing.map(keyOf)).toEqual([]);
  });
});

describe('Italian has one form of address', () => {
  /** The second person, in words that are nothing else; `sei` is also a number, and `te` stands in no other sense. */
  const SECOND =
    /(?<![\p{L}’'])(?:tu|ti|te|tuo|tua|tuoi|tue|hai|puoi|devi|vuoi|sai|siete|avete|sei(?! (?:mesi|righe|persone)|,))(?!\p{L})/iu;

  it('which addresses nobody as tu', () => {
    const addressed = (it_ ?? []).filter((message) => variants(message).some((words) => SECOND.test(words)));
    expect(addressed.map(keyOf)).toEqual([]);
  });

  it('(and would find who does)', () => {
    for (const words of ['Puoi ritirarla', 'Sei stato sorteggiato', 'al posto tuo', 'Ti è stato chiesto'])
      expect(words).toMatch(SECOND);
    for (const words of ['Sei mesi', 'quante volte', 'utile', 'Sei, se non si dice altro'])
      expect(words).not.toMatch(SECOND);
  });
});

describe('the source and the languages fit', () => {
  const direct = [...text.matchAll(/i18n\s*\.t\(\s*'([^']+)'/g)].map((match) => match[1] ?? '');
  const messages = [...text.matchAll(/__MSG_(\w+?)__/g)].map((match) => match[1] ?? '');
  const prefixes = [...text.matchAll(/i18n\s*\.t\(\s*`([^`$]*)\.\$\{[^}]+\}`/g)].map((match) => match[1] ?? '');
  const composed = [...new Set(prefixes)].flatMap((prefix) =>
    (COMPOSED[prefix] ?? []).map((end) => `${prefix}.${end}`),
  );

  it('every key that is composed has its codes listed here', () => {
    expect([...new Set(prefixes)].filter((prefix) => !COMPOSED[prefix]?.length)).toEqual([]);
  });

  it('every key in use exists', () => {
    expect([...direct, ...messages, ...composed].filter((key) => !known.has(key))).toEqual([]);
  });

  it('every key that exists is in use', () => {
    // A key may also be chosen before it is looked up, so any literal that is one counts.
    const literals = new Set([...text.matchAll(/'([\w.]+)'/g)].map((match) => match[1] ?? ''));
    const used = new Set([...direct, ...messages, ...composed, ...keys.filter((key) => literals.has(key))]);
    expect(keys.filter((key) => !used.has(key))).toEqual([]);
  });
});
