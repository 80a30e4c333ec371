/**
 * Where an output came from, as PROV-JSON (W3C Member Submission, https://www.w3.org/submissions/prov-json/): the text
 * was made by a tool from a prompt, seen by a browser, reported on, decided on or let go without, and replaced by what was corrected.
 */
import type { Output } from '../output/output.ts';
import { agentOf, namedOutput, type People } from './names.ts';

type Attributes = Record<string, unknown>;
/** Records by kind, each by its identifier. */
type ProvDocument = Record<string, Record<string, Attributes | string>>;

const time = (at: string): Attributes => ({ $: at, type: 'xsd:dateTime' });
const uri = (address: string): Attributes => ({ $: address, type: 'xsd:anyURI' });

/** The provenance of one output. */
export function toProv(output: Output, people: People): ProvDocument {
  const document = new Provenance(people);
  const text = document.entity(`cs:${local(namedOutput(output))}`, {
    'prov:label': output.trace.pageTitle ?? output.trace.toolName,
    'cs:hash': output.hash,
    'prov:atLocation': uri(output.trace.pageUrl),
    ...(output.content ? { 'prov:value': output.content.text } : {}),
  });
  made(document, output, text);
  cited(document, output, text);
  reviewed(document, output, text);
  letGo(document, output, text);
  return document.records;
}

/** A qualified name's local part: without what separates a prefix. */
const local = (urn: string): string => urn.replace(/^urn:countersign:/, '').replaceAll(':', '-');

function made(document: Provenance, { trace, content, previousHash }: Output, text: string): void {
  const writing = document.put('activity', `cs:writing-${text.slice(3)}`, {
    'prov:startTime': trace.startedAt,
    'prov:endTime': trace.completedAt,
    'prov:type': 'cs:Generation',
  });
  const tool = document.put('agent', `cs:tool-${trace.tool}`, {
    'prov:type': { $: 'prov:SoftwareAgent', type: 'xsd:QName' },
    'prov:label': trace.toolName,
    ...(trace.model ? { 'cs:model': trace.model } : {}),
  });
  document.relate('wasGeneratedBy', { entity: text, activity: writing, time: trace.completedAt });
  document.relate('wasAssociatedWith', { activity: writing, agent: tool });
  document.relate('wasAttributedTo', { entity: text, agent: tool });
  if (content?.prompt ?? content?.promptHash) {
    const words = content.prompt ? { 'prov:value': content.prompt } : { 'cs:hash': content.promptHash };
    const prompt = document.entity(`cs:prompt-${text.slice(3)}`, { 'prov:type': 'cs:Prompt', ...words });
    document.relate('used', { activity: writing, entity: prompt });
  }
  if (previousHash) {
    const before = document.entity(`cs:${local(namedOutput({ hash: previousHash }))}`, { 'cs:hash': previousHash });
    document.relate(
      'wasDerivedFrom',
      { generatedEntity: text, usedEntity: before },
      { 'prov:type': { $: 'prov:Revision', type: 'xsd:QName' } },
    );
  }
}

function cited(document: Provenance, { trace, checks = [] }: Output, text: string): void {
  for (const [at, { url, title }] of trace.citations.entries()) {
    const check = checks.find((candidate) => candidate.url === url);
    const source = document.entity(`cs:source-${at + 1}`, {
      'prov:atLocation': uri(url),
      ...(title ? { 'prov:label': title } : {}),
      ...(check ? { 'cs:reach': check.reach, 'cs:claim': check.claim, 'cs:checkedAt': time(check.checkedAt) } : {}),
    });
    // That a text names a source says no more than that: `wasInfluencedBy` is the weakest that PROV has.
    document.relate('wasInfluencedBy', { influencee: text, influencer: source });
  }
}

function reviewed(document: Provenance, { reports, decisions }: Output, text: string): void {
  for (const report of reports) {
    const reporting = document.put('activity', `cs:report-${report.reportId}`, {
      'prov:startTime': report.reportedAt,
      'prov:type': 'cs:Report',
      'cs:categories': report.categories.join(' '),
      'cs:severity': report.severity,
    });
    document.relate('used', { activity: reporting, entity: text });
    document.relate('wasAssociatedWith', { activity: reporting, agent: document.person(report) });
  }
  for (const decision of decisions) {
    const { decisionId, verdict, decidedAt, content, reportIds, inProcess } = decision;
    const deciding = document.put('activity', `cs:decision-${decisionId}`, {
      'prov:startTime': decidedAt,
      'prov:endTime': decidedAt,
      'prov:type': 'cs:Decision',
      'cs:verdict': verdict,
      ...(inProcess?.selfReview ? { 'cs:selfReview': true } : {}),
      ...(inProcess?.meaning ? { 'cs:meaning': inProcess.meaning } : {}),
    });
    document.relate('used', { activity: deciding, entity: text });
    document.relate('wasAssociatedWith', { activity: deciding, agent: document.person(decision) });
    for (const reportId of reportIds)
      if (reports.some((report) => report.reportId === reportId))
        document.relate('wasInformedBy', { informed: deciding, informant: `cs:report-${reportId}` });
    if (!content?.correctedText) continue;
    const corrected = document.entity(`cs:corrected-${decisionId}`, { 'prov:value': content.correctedText });
    document.relate('wasGeneratedBy', { entity: corrected, activity: deciding, time: decidedAt });
    document.relate('wasDerivedFrom', { generatedEntity: corrected, usedEntity: text, activity: deciding });
  }
}

/** Each time that it was let go without an approval: an activity of its own, never a decision. */
function letGo(document: Provenance, { inProcess }: Output, text: string): void {
  for (const pass of inProcess?.exceptions ?? []) {
    const passing = document.put('activity', `cs:pass-${pass.exceptionId}`, {
      'prov:startTime': pass.madeAt,
      'prov:type': 'cs:Pass',
      'cs:passed': pass.kind,
      'cs:until': time(pass.until),
    });
    document.relate('used', { activity: passing, entity: text });
    document.relate('wasAssociatedWith', { activity: passing, agent: document.person(pass) });
  }
}

class Provenance {
  readonly records: ProvDocument = {
    prefix: {
      prov: 'http://www.w3.org/ns/prov#',
      xsd: 'http://www.w3.org/2001/XMLSchema#',
      cs: 'https://countersign.invalid/ns#',
    },
  };
  readonly #people: People;
  #relations = 0;

  constructor(people: People) {
    this.#people = people;
  }

  put(kind: 'entity' | 'activity' | 'agent', id: string, attributes: Attributes): string {
    this.records[kind] = { ...this.records[kind], [id]: attributes };
    return id;
  }

  entity(id: string, attributes: Attributes): string {
    return this.put('entity', id, attributes);
  }

  person(by: { source: string; author?: string }): string {
    const { id, name } = agentOf(by, this.#people);
    return this.put('agent', `cs:${local(id)}`, {
      'prov:type': { $: 'prov:Person', type: 'xsd:QName' },
      ...(name ? { 'prov:label': name } : {}),
    });
  }

  relate(kind: string, roles: Record<string, string>, attributes: Attributes = {}): void {
    const named = Object.fromEntries(Object.entries(roles).map(([role, id]) => [`prov:${role}`, id]));
    this.records[kind] = { ...this.records[kind], [`_:r${++this.#relations}`]: { ...named, ...attributes } };
  }
}
