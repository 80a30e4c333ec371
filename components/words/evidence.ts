import { i18n } from '#i18n';

/** Signs by which text was told to be AI text on a site that no profile knows. Those against it are left out. */
const SIGNS: Record<string, () => string> = {
  asked: () => i18n.t('evidence.sign.asked'),
  answered: () => i18n.t('evidence.sign.answered'),
  grewLong: () => i18n.t('evidence.sign.grewLong'),
  grewInline: () => i18n.t('evidence.sign.grewInline'),
  formatted: () => i18n.t('evidence.sign.formatted'),
  long: () => i18n.t('evidence.sign.long'),
  prompted: () => i18n.t('evidence.sign.prompted'),
  again: () => i18n.t('evidence.sign.again'),
  grew: () => i18n.t('evidence.sign.grew'),
  longer: () => i18n.t('evidence.sign.longer'),
  namedAi: () => i18n.t('evidence.sign.namedAi'),
  namedUser: () => i18n.t('evidence.sign.namedUser'),
  markup: () => i18n.t('evidence.sign.markup'),
  rated: () => i18n.t('evidence.sign.rated'),
  copied: () => i18n.t('evidence.sign.copied'),
  stopped: () => i18n.t('evidence.sign.stopped'),
  live: () => i18n.t('evidence.sign.live'),
  labelled: () => i18n.t('evidence.sign.labelled'),
  composer: () => i18n.t('evidence.sign.composer'),
};

const signOf = (code: string): string | undefined => SIGNS[code.replace(/^evidence:/, '')]?.();

/** The signs among some codes, as one list in words; empty where there is none. */
export const signsText = (codes: readonly string[]): string =>
  codes.flatMap((code) => (code.startsWith('evidence:') ? (signOf(code) ?? []) : [])).join('; ');

/** How an output was found, in words. A code that this version does not know is shown as it is. */
export function evidenceText(code: string, toolName: string): string {
  if (code.startsWith('profile:')) return i18n.t('evidence.profile', { tool: toolName });
  if (code.startsWith('evidence:')) return signOf(code) ?? code;
  if (code === 'learned:arrival') return i18n.t('evidence.learned', { site: toolName });
  if (code === 'learned:taught') return i18n.t('evidence.taught', { site: toolName });
  if (code === 'learned:edited') return i18n.t('evidence.edited', { site: toolName });
  if (code === 'mark:ended') return i18n.t('evidence.ended');
  if (code === 'part') return i18n.t('evidence.part');
  if (code === 'translated') return i18n.t('evidence.translated');
  if (code === 'shortened') return i18n.t('evidence.shortened');
  if (code === 'prompt:shortened') return i18n.t('evidence.promptShortened');
  if (code === 'quiet') return i18n.t('evidence.quiet');
  if (code === 'present') return i18n.t('evidence.present');
  if (code === 'grew') return i18n.t('evidence.grew');
  return code;
}
