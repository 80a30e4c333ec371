import jsonld from 'jsonld';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { passageOf } from '../../../lib/domain/anchoring/describe.ts';
import { eventWith } from '../../../lib/domain/events/event.ts';
import { toAnnotations } from '../../../lib/domain/export/annotation.ts';
import { toProv } from '../../../lib/domain/export/prov.ts';
import { foldOutput } from '../../../lib/domain/fold/output.ts';
import { hashText } from '../../../lib/domain/output/hash.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import { namesFrom } from '../../../lib/domain/people/name.ts';
import { ANNO_CONTEXT } from './anno-terms.ts';
import { ANNA, decided, eventOf, LUCA, OTHER_HASH, reportId, TRACE } from './making.ts';

const TEXT = 'Prices rise by 3 %. Wages do not.';
const PEOPLE = { own: ANNA, ownName: 'You', nameOf: namesFrom([]) };

async function recorded(): Promise<Output> {
  const url = 'https://example.com/report?a=1&b=2';
  const subject = await hashText(TEXT);
  const events = [
    await eventOf(
      'countersign.output.seen.v1',
      {
        outputId: 'chatgpt:1:1',
        trace: { ...TRACE, model: 'm', citations: [{ url, title: 'Report' }], promptKept: 'full' },
        previousHash: OTHER_HASH,
      },
      { text: TEXT, prompt: 'Prices?' },
    ),
    await eventOf(
      'countersign.report.made.v1',
      { reportId: reportId(1), categories: ['factual', 'outdated'], severity: 'major' },
      {
        passages: [{ ...passageOf(TEXT, 0, 18), note: 'It was 2 %.' }],
        comment: 'Ask the office.',
        correction: 'Prices rise by 2 %.',
      },
    ),
    await eventOf('countersign.citation.checked.v1', { url, reach: 'reached', claim: 'close', by: 'person' }),
    await decided('modify', [1]),
  ];
  const output = foldOutput(events.map((event) => eventWith(event, { subject })));
  if (!output) throw new Error('nothing was seen');
  return output;
}

const documentLoader = async (documentUrl: string) => {
  if (documentUrl !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(`nothing else is loaded: ${documentUrl}`);
  return { documentUrl, document: ANNO_CONTEXT };
};
const OA = 'http://www.w3.org/ns/oa#';
type Node = Record<string, unknown>;

/** JSON-LD has a list of one for that one. */
const single = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, part: unknown) => (Array.isArray(part) && part.length === 1 ? part[0] : part));

describe('Web Annotations', () => {
  test('a JSON-LD processor finds every term of it in the vocabulary', async () => {
    const document = toAnnotations(await recorded(), PEOPLE);
    const expanded = await jsonld.expand(document as object, { documentLoader, safe: true });
    const compacted = await jsonld.compact(expanded, document['@context'] as object, { documentLoader });
    expect(single(compacted)).toEqual(single(document));
  });

  test('a report points at its words, a decision at the text and at what it answers', async () => {
    const flat = (await jsonld.flatten(toAnnotations(await recorded(), PEOPLE) as object, null, {
      documentLoader,
    })) as unknown as Node[];
    const byId = new Map(flat.map((node) => [node['@id'], node]));
    const follow = (node: Node | undefined, term: string) =>
      ((node?.[term] ?? []) as { '@id': string }[]).map((found) => byId.get(found['@id']) ?? found);
    const report = byId.get(`urn:uuid:${reportId(1)}`);
    expect(report?.['@type']).toEqual([`${OA}Annotation`]);
    const [target] = follow(report, `${OA}hasTarget`);
    const selectors = follow(target as Node, `${OA}hasSelector`) as Node[];
    expect(selectors.map((selector) => selector['@type'])).toEqual([
      [`${OA}TextQuoteSelector`],
      [`${OA}TextPositionSelector`],
    ]);
    expect(selectors[0]?.[`${OA}exact`]).toEqual([{ '@value': 'Prices rise by 3 %' }]);
    const decision = byId.get(`urn:uuid:${reportId(9_001)}`);
    expect(follow(decision, `${OA}hasTarget`)).toContain(report);
    expect(decision?.[`${OA}motivatedBy`]).toEqual([{ '@id': `${OA}moderating` }]);
  });

  test('an output that nobody spoke of has none', async () => {
    expect(toAnnotations({ ...(await recorded()), reports: [], decisions: [] }, PEOPLE)).toMatchObject({ total: 0 });
  });
});

describe('what went without an approval, or by a review of its own author', () => {
  async function marked(): Promise<Output> {
    const output = await recorded();
    const inProcess = { processId: 'faq', policyVersion: '7', textHash: output.hash, answered: [], left: [] };
    const decisions = output.decisions.map((one) => ({ ...one, inProcess: { ...inProcess, selfReview: true } }));
    const pass = {
      ...{ exceptionId: reportId(3), kind: 'bypass' as const, processId: 'faq', policyVersion: '7', hash: output.hash },
      ...{ from: '2026-11-02T10:00:00.000Z', madeAt: '2026-11-02T10:00:00.000Z', until: '2026-11-02T11:00:00.000Z' },
      ...{ source: LUCA, reason: 'The customer is waiting.' },
    };
    return { ...output, decisions, inProcess: { requests: [], exceptions: [pass], questions: [], handoffs: [] } };
  }

  test('says so among the annotations, in terms that a processor finds', async () => {
    const document = toAnnotations(await marked(), PEOPLE);
    const expanded = await jsonld.expand(document as object, { documentLoader, safe: true });
    const said = JSON.stringify(await jsonld.compact(expanded, document['@context'] as object, { documentLoader }));
    for (const word of ['"cs:passed":"bypass"', '"cs:selfReview":true', '"cs:until":"2026-11-02T11', 'is waiting'])
      expect(said).toContain(word);
  });

  test('says so in PROV, as an activity that is no decision', async () => {
    const { activity } = provSchema.parse(toProv(await marked(), PEOPLE));
    const passing = activity[`cs:pass-${reportId(3)}`];
    expect(passing).toMatchObject({ 'prov:type': 'cs:Pass', 'cs:passed': 'bypass' });
    expect(Object.values(activity).filter((one) => one['cs:selfReview'] === true)).toHaveLength(1);
  });
});

/** PROV-JSON, section 2: kinds of records, each a map of identifiers to attributes, whose roles are identifiers. */
const name = z.string().regex(/^(cs|prov|xsd|_):[A-Za-z0-9._-]+$/);
const literal = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.strictObject({ $: z.string(), type: name.optional(), lang: z.string().optional() }),
]);
const attributes = z.record(name, z.union([literal, z.array(literal)]));
const relation = (...roles: string[]) =>
  z.record(
    z.string().regex(/^_:[a-z0-9]+$/),
    z.looseObject(Object.fromEntries(roles.map((role) => [`prov:${role}`, name]))).and(attributes),
  );
const provSchema = z.strictObject({
  prefix: z.record(z.string(), z.url()),
  entity: z.record(name, attributes),
  activity: z.record(name, attributes),
  agent: z.record(name, attributes),
  wasGeneratedBy: relation('entity', 'activity').optional(),
  used: relation('activity', 'entity').optional(),
  wasInformedBy: relation('informed', 'informant').optional(),
  wasDerivedFrom: relation('generatedEntity', 'usedEntity').optional(),
  wasAttributedTo: relation('entity', 'agent').optional(),
  wasAssociatedWith: relation('activity', 'agent').optional(),
  wasInfluencedBy: relation('influencee', 'influencer').optional(),
});

describe('PROV-JSON', () => {
  test('has the structure of the submission, and no relation to what it does not hold', async () => {
    const document = provSchema.parse(toProv(await recorded(), PEOPLE));
    const { prefix: _, entity, activity, agent, ...relations } = document;
    const known = new Set([...Object.keys(entity), ...Object.keys(activity), ...Object.keys(agent)]);
    const roles = Object.values(relations)
      .flatMap((kind) => Object.values(kind ?? {}))
      .flatMap((record) => Object.entries(record))
      .filter(([role]) => !/:(time|type)$/.test(role));
    expect(roles.length).toBeGreaterThan(12);
    for (const [, id] of roles) expect(known).toContain(id);
  });

  test('tells the tool, the prompt, the sources with what became of them, who reported, and what took its place', async () => {
    const document = toProv(await recorded(), PEOPLE);
    expect(document.agent).toMatchObject({ 'cs:tool-chatgpt': { 'prov:label': 'ChatGPT', 'cs:model': 'm' } });
    expect(document.entity).toMatchObject({ 'cs:source-1': { 'cs:reach': 'reached', 'cs:claim': 'close' } });
    const text = JSON.stringify(document);
    for (const said of ['Prices?', 'Prices fall.', 'prov:Revision', OTHER_HASH, '"You"', LUCA.slice(-36)])
      expect(text).toContain(said);
  });
});
