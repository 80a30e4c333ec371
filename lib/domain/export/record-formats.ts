/** The formats in which an output's record can be taken along as a file. */
import type { Output } from '../output/output.ts';
import { toAnnotations } from './annotation.ts';
import type { People } from './names.ts';
import { toProv } from './prov.ts';

export type RecordFormat = 'annotations' | 'prov';

const MADE = { annotations: toAnnotations, prov: toProv } as const;
/** The media types that the standards name. */
const TYPES = { annotations: 'application/ld+json', prov: 'application/json' } as const;
const ENDINGS = { annotations: 'annotations.jsonld', prov: 'prov.json' } as const;

/** An output's record as a file, named after its hash. */
export function recordFileOf(output: Output, format: RecordFormat, people: People) {
  return {
    name: `countersign-${output.hash.slice('sha256:'.length, 'sha256:'.length + 12)}.${ENDINGS[format]}`,
    mediaType: TYPES[format],
    text: JSON.stringify(MADE[format](output, people), null, 2),
  };
}
