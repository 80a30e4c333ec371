/**
 * An output's record as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), in JSON-LD: each report an
 * annotation of the passages that it points at, each decision one of the whole text, and each time that it was let go without one.
 */
import type { Decision } from '../decision/decision.ts';
import type { Output } from '../output/output.ts';
import type { MadeException } from '../output/process-record.ts';
import type { Report } from '../report/report.ts';
import { agentOf, namedOutput, type People } from './names.ts';

const ANNOTATION = 'http://www.w3.org/ns/anno.jsonld';
/** Terms of our own; their names are those of docs/record.md. */
const OWN = 'https://countersign.invalid/ns#';

/** Own terms whose values are codes. */
const CODED = ['cs:severity', 'cs:verdict', 'cs:passed', 'cs:meaning'];

/** A JSON-LD document; its terms are those of the Web Annotation vocabulary. */
type JsonLd = Record<string, unknown>;

/** The annotations on one output. `people`: how the screens name who made what. */
export function toAnnotations(output: Output, people: People): JsonLd {
  const items = [
    ...output.reports.map((report) => ofReport(report, output, people)),
    ...output.decisions.map((decision) => ofDecision(decision, output, people)),
    ...(output.inProcess?.exceptions ?? []).map((pass) => ofPass(pass, output, people)),
  ];
  return {
    '@context': [ANNOTATION, { cs: OWN, ...Object.fromEntries(CODED.map((term) => [term, { '@type': '@vocab' }])) }],
    id: `${namedOutput(output)}#annotations`,
    type: 'AnnotationCollection',
    label: `${output.trace.toolName}, ${output.trace.completedAt}`,
    total: items.length,
    first: { type: 'AnnotationPage', id: `${namedOutput(output)}#annotations-1`, startIndex: 0, items },
  };
}

const text = (value: string, purpose: string): JsonLd => ({
  type: 'TextualBody',
  value,
  format: 'text/plain',
  purpose,
});

function ofReport(report: Report, output: Output, people: People): JsonLd {
  const { reportId, categories, severity, content, reportedAt, updatedAt, state } = report;
  const passages = content?.passages ?? [];
  return {
    id: `urn:uuid:${reportId}`,
    type: 'Annotation',
    motivation: content?.correction ? ['assessing', 'editing'] : 'assessing',
    ...{ created: reportedAt, modified: updatedAt, creator: agent(report, people) },
    'cs:severity': severity,
    'cs:state': state,
    body: [
      ...categories.map((category) => text(category, 'classifying')),
      ...(content?.comment ? [text(content.comment, 'commenting')] : []),
      ...passages.flatMap(({ note }) => (note ? [text(note, 'commenting')] : [])),
      ...(content?.correction ? [text(content.correction, 'editing')] : []),
    ],
    target: passages.length > 0 ? passages.map((passage) => specific(passage.selectors, output)) : source(output),
  };
}

/** The standard’s selectors, each of which leads to the same words; what is our own extension is left out. */
function specific([quote, position]: Passage['selectors'], output: Output): JsonLd {
  return { type: 'SpecificResource', source: source(output), selector: [quote, position] };
}
type Passage = NonNullable<Report['content']>['passages'][number];

const source = (output: Output): JsonLd => ({
  id: namedOutput(output),
  type: 'Text',
  format: 'text/plain',
  'schema:isPartOf': output.trace.pageUrl,
});

function ofDecision(decision: Decision, output: Output, people: People): JsonLd {
  const { decisionId, verdict, content, decidedAt, reportIds, inProcess } = decision;
  return {
    id: `urn:uuid:${decisionId}`,
    type: 'Annotation',
    motivation: 'moderating',
    ...{ created: decidedAt, creator: agent(decision, people) },
    'cs:verdict': verdict,
    ...(inProcess?.selfReview ? { 'cs:selfReview': true } : {}),
    ...(inProcess?.meaning ? { 'cs:meaning': inProcess.meaning } : {}),
    body: [
      ...(content?.note ? [text(content.note, 'commenting')] : []),
      ...(content?.correctedText ? [text(content.correctedText, 'editing')] : []),
    ],
    target: [source(output), ...reportIds.map((reportId) => `urn:uuid:${reportId}`)],
  };
}

/** It was let go without an approval: never a decision, and read as none. */
function ofPass(pass: MadeException, output: Output, people: People): JsonLd {
  const { exceptionId, kind, reason, madeAt, until } = pass;
  return {
    id: `urn:uuid:${exceptionId}`,
    type: 'Annotation',
    motivation: 'moderating',
    ...{ created: madeAt, creator: agent(pass, people) },
    'cs:passed': kind,
    'cs:until': until,
    body: reason ? [text(reason, 'commenting')] : [],
    target: [source(output)],
  };
}

function agent(made: { source: string; author?: string }, people: People): JsonLd {
  const { id, name } = agentOf(made, people);
  return { id, type: 'Person', ...(name ? { name } : {}) };
}
