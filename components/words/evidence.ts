import { i18n } from '#i18n';

/** How an output was found, in words. A code that this version does not know is shown as it is. */
export function evidenceText(code: string, toolName: string): string {
  if (code.startsWith('profile:')) return i18n.t('evidence.profile', { tool: toolName });
  if (code === 'mark:ended') return i18n.t('evidence.ended');
  if (code === 'quiet') return i18n.t('evidence.quiet');
  if (code === 'present') return i18n.t('evidence.present');
  if (code === 'grew') return i18n.t('evidence.grew');
  return code;
}
