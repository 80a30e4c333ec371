/**
 * The terms of the Web Annotation vocabulary that our records use, as its JSON-LD context maps them
 * (https://www.w3.org/TR/annotation-vocab/, appendix "JSON-LD Context"). A term that is not here is dropped by a JSON-LD
 * processor, and the test sees that.
 */
const OA = 'http://www.w3.org/ns/oa#';
const AS = 'http://www.w3.org/ns/activitystreams#';
const date = 'http://www.w3.org/2001/XMLSchema#dateTime';
const count = 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger';

export const ANNO_CONTEXT = {
  '@context': {
    schema: 'http://schema.org/',
    id: { '@type': '@id', '@id': '@id' },
    type: { '@type': '@id', '@id': '@type' },
    Annotation: `${OA}Annotation`,
    SpecificResource: `${OA}SpecificResource`,
    TextualBody: `${OA}TextualBody`,
    TextQuoteSelector: `${OA}TextQuoteSelector`,
    TextPositionSelector: `${OA}TextPositionSelector`,
    AnnotationCollection: `${AS}OrderedCollection`,
    AnnotationPage: `${AS}OrderedCollectionPage`,
    Person: 'http://xmlns.com/foaf/0.1/Person',
    Text: 'http://purl.org/dc/dcmitype/Text',
    assessing: `${OA}assessing`,
    editing: `${OA}editing`,
    moderating: `${OA}moderating`,
    classifying: `${OA}classifying`,
    commenting: `${OA}commenting`,
    body: { '@type': '@id', '@id': `${OA}hasBody` },
    target: { '@type': '@id', '@id': `${OA}hasTarget` },
    source: { '@type': '@id', '@id': `${OA}hasSource` },
    selector: { '@type': '@id', '@id': `${OA}hasSelector` },
    motivation: { '@type': '@vocab', '@id': `${OA}motivatedBy` },
    purpose: { '@type': '@vocab', '@id': `${OA}hasPurpose` },
    exact: `${OA}exact`,
    prefix: `${OA}prefix`,
    suffix: `${OA}suffix`,
    start: { '@type': count, '@id': `${OA}start` },
    end: { '@type': count, '@id': `${OA}end` },
    creator: { '@type': '@id', '@id': 'http://purl.org/dc/terms/creator' },
    created: { '@type': date, '@id': 'http://purl.org/dc/terms/created' },
    modified: { '@type': date, '@id': 'http://purl.org/dc/terms/modified' },
    value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
    format: 'http://purl.org/dc/elements/1.1/format',
    name: 'http://xmlns.com/foaf/0.1/name',
    label: 'http://www.w3.org/2000/01/rdf-schema#label',
    total: { '@type': count, '@id': `${AS}totalItems` },
    first: { '@type': '@id', '@id': `${AS}first` },
    items: { '@type': '@id', '@id': `${AS}items`, '@container': '@list' },
    startIndex: { '@type': count, '@id': `${AS}startIndex` },
  },
};
