import { useMemo } from 'react';
import { queueKeys } from '../../../lib/settings/items.ts';
import { useSetting } from '../../sending/useSetting.ts';
import { type KeyOf, type Keys, keysWith } from './commands.ts';

const WATCHED = [queueKeys];
const readKeys = () => queueKeys.getValue();

/** What somebody chose; nothing until it is read. */
export function useOwnKeys(): Readonly<Record<string, KeyOf>> | undefined {
  const [own] = useSetting(readKeys, WATCHED);
  return own;
}

/** The key of each command, as it is set. */
export function useKeys(): Keys {
  const own = useOwnKeys();
  return useMemo(() => keysWith(own ?? {}), [own]);
}
