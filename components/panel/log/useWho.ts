import { useCallback } from 'react';
import { i18n } from '#i18n';
import type { LogLine } from '../../../lib/store/ask/log.ts';
import { usePersonName } from '../../people/personName.ts';
import { useOwnSource } from '../useOwnSource.ts';

/**
 * By whom something was done, as far as anybody is told: the collector's own acts and what a browser notes by itself are nobody's.
 * Asked once for all lines: each asked the store for itself, and was drawn again with each answer.
 */
export function useWho(): (line: LogLine) => string {
  const nameOf = usePersonName();
  const own = useOwnSource();
  return useCallback(
    ({ event: { source, authid }, isHidden }) => {
      if (isHidden) return '';
      if (source === own) return i18n.t('panel.log.you');
      if (source.startsWith('urn:countersign:collector:')) return i18n.t('panel.log.server');
      if (!source.startsWith('urn:countersign:installation:')) return '';
      return authid ? nameOf(authid) : i18n.t('panel.log.colleague');
    },
    [nameOf, own],
  );
}
