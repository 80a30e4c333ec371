/** Where an output comes from, in words: the same in the card, in the panel and on paper. */
import { i18n } from '#i18n';
import type { TextManifest } from '../../lib/domain/output/hidden.ts';
import type { Grounds } from '../../lib/domain/output/origin.ts';
import type { CitationCheck } from '../../lib/domain/sources/citation.ts';

/** What stands behind the one word that says where an output comes from. */
export function groundsText(
  { origin, sources, checked, unavailable, holding }: Grounds,
  process: string | undefined,
): string {
  if (origin === 'sourced') return `${i18n.t('trace.holds', holding)}, ${i18n.t('trace.ofSources', sources)}`;
  if (origin === 'by_process') return i18n.t('trace.byProcess', { process: process ?? '' });
  if (sources === 0) return i18n.t('trace.noSources');
  if (checked > 0) return i18n.t('trace.noneHolds');
  return unavailable > 0 ? i18n.t('trace.couldNot') : i18n.t('trace.notChecked', sources);
}

type Checked = Pick<CitationCheck, 'reach' | 'claim' | 'reason' | 'movedTo'>;

/** What became of a source, in one line. */
export function checkText({ reach, claim, reason, movedTo }: Checked): string {
  const where =
    movedTo && reach === 'redirected' ? i18n.t('trace.movedTo', { site: movedTo }) : i18n.t(`trace.reach.${reach}`);
  if (reach === 'gone') return where;
  const why = reason ? i18n.t(`trace.reason.${reason}`) : '';
  if (reach === 'unavailable') return why ? `${where}: ${why}` : where;
  const says = i18n.t(`trace.claim.${claim}`);
  return [where, why && claim === 'not_checked' ? `${says}: ${why}` : says].join('; ');
}

const SOURCE_TYPES: Record<string, () => string> = {
  trainedAlgorithmicMedia: () => i18n.t('trace.manifest.source.trainedAlgorithmicMedia'),
  compositeWithTrainedAlgorithmicMedia: () => i18n.t('trace.manifest.source.compositeWithTrainedAlgorithmicMedia'),
  algorithmicMedia: () => i18n.t('trace.manifest.source.algorithmicMedia'),
  compositeSynthetic: () => i18n.t('trace.manifest.source.compositeSynthetic'),
  humanEdits: () => i18n.t('trace.manifest.source.humanEdits'),
  digitalCreation: () => i18n.t('trace.manifest.source.digitalCreation'),
};

/** What the mark in a text says of it. `day`: writes a time as the reader does. */
export function manifestText(manifest: TextManifest, day: (at: string) => string): string {
  const { problem, generator, sourceTypes = [], signer, issuer, madeAt } = manifest;
  if (problem) return i18n.t(`trace.manifest.problem.${problem}`);
  const what = [
    ...sourceTypes.map((type) => SOURCE_TYPES[type]?.() ?? type),
    generator && i18n.t('trace.manifest.by', { generator }),
    signer && i18n.t('trace.manifest.signer', { signer }),
    issuer && i18n.t('trace.manifest.issuer', { issuer }),
    madeAt && i18n.t('trace.manifest.at', { when: day(madeAt) }),
  ].filter(Boolean);
  return i18n.t('trace.manifest.made', { what: what.length > 0 ? what.join(', ') : i18n.t('trace.manifest.unsaid') });
}
