/** The files in which an output's record can be taken along. */
import { i18n } from '#i18n';
import { toAnnotations } from '../../lib/domain/export/annotation.ts';
import { toProv } from '../../lib/domain/export/prov.ts';
import type { Output } from '../../lib/domain/output/output.ts';
import { ownSource } from '../../lib/settings/installation.ts';

export type RecordFormat = 'annotations' | 'prov';

const MADE = { annotations: toAnnotations, prov: toProv } as const;
/** The media types that the standards name. */
const TYPES = { annotations: 'application/ld+json', prov: 'application/json' } as const;
const ENDINGS = { annotations: 'annotations.jsonld', prov: 'prov.json' } as const;

/** Saves an output's record as a file, named after its hash. */
export async function saveRecord(output: Output, format: RecordFormat): Promise<void> {
  const people = { own: await ownSource(), ownName: i18n.t('record.me') };
  const text = JSON.stringify(MADE[format](output, people), null, 2);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: TYPES[format] }));
  link.download = `countersign-${output.hash.slice('sha256:'.length, 'sha256:'.length + 12)}.${ENDINGS[format]}`;
  link.click();
  URL.revokeObjectURL(link.href);
}
