import { useCallback, useEffect, useState } from 'react';
import { i18n } from '#i18n';
import type { Json } from '../../../lib/domain/policy/writing/draft.ts';
import { policyVersionOf, type VersionLine, versionLinesOf } from '../../../lib/domain/policy/writing/version-line.ts';
import { send } from '../../../lib/messages/send.ts';
import { useSend } from '../../sending/useSend.ts';

/** The versions on the server, newest first: undefined while they are asked for, null where no server answers. */
export function useVersions() {
  const { act } = useSend();
  const [versions, setVersions] = useState<VersionLine[] | null>();
  const look = useCallback(async () => {
    try {
      const said = await send('policy.versions', {});
      setVersions(said.kind === 'versions' ? versionLinesOf(said.said) : null);
    } catch (error) {
      // No server is connected: then the rules are for this browser and for files.
      console.debug('Countersign: no versions of the policy', error instanceof Error ? error.name : '');
      setVersions(null);
    }
  }, []);
  useEffect(() => void look(), [look]);
  /** The text of one version; says so where it cannot be had. */
  const textOf = async (number: number): Promise<Json | undefined> => {
    let text: Json | undefined;
    await act(async () => {
      const said = await send('policy.versions', { number });
      text = said.kind === 'versions' ? policyVersionOf(said.said)?.text : undefined;
      return text === undefined ? i18n.t('policyForm.versionNotThere') : undefined;
    });
    return text;
  };
  return { versions, look, textOf };
}
