import { useEffect, useState } from 'react';
import { ownSource } from '../../lib/settings/installation.ts';

/** This installation's source; undefined until it is read. */
export function useOwnSource(): string | undefined {
  const [source, setSource] = useState<string>();
  useEffect(() => {
    let gone = false;
    void ownSource().then((found) => (gone ? undefined : setSource(found)));
    return () => {
      gone = true;
    };
  }, []);
  return source;
}
