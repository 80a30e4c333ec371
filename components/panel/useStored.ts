import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import { addressed } from '../../lib/domain/output/address.ts';
import type { Output } from '../../lib/domain/output/output.ts';
import { effectiveRedaction } from '../../lib/settings/redaction.ts';
import { outputsByHashes, outputsByIds } from '../../lib/store/ask/queries.ts';
import type { PageOutput } from './page/usePageOutputs.ts';

/**
 * What is stored of a page's outputs, by the page's ids for them. A text that was first seen elsewhere is stored under the
 * id that it had there, and is known by its hash.
 */
export function useStored(outputs: readonly PageOutput[]): Map<string, Output> | undefined {
  const ids = outputs.map(({ id }) => id);
  const byId = useLiveQuery(() => outputsByIds(ids), [ids.join('\n')]);
  const unknown = byId ? outputs.filter(({ id, state }) => state === 'complete' && !byId.has(id)) : [];
  const hashes = useHashes(unknown);
  const byHash = useLiveQuery(() => outputsByHashes([...hashes.values()]), [hashes]);
  if (!byId || !byHash || hashes.size === 0) return byId;
  const elsewhere = unknown.flatMap(({ id }) => {
    const row = byHash.get(hashes.get(id) ?? '');
    return row ? [[id, row] as const] : [];
  });
  return new Map([...byId, ...elsewhere]);
}

/** The hashes of texts by their outputs' ids, as soon as they are there. */
function useHashes(outputs: readonly PageOutput[]): ReadonlyMap<string, string> {
  const [hashes, setHashes] = useState<ReadonlyMap<string, string>>(new Map());
  // By value: the outputs are another list at each drawing.
  const wanted = JSON.stringify(outputs.map(({ id, text }) => [id, text]));
  useEffect(() => {
    let gone = false;
    const texts = JSON.parse(wanted) as [string, string][];
    void addressesOf(texts).then((made) => {
      if (!gone) setHashes((before) => (made.length > 0 || before.size > 0 ? new Map(made) : before));
    });
    return () => {
      gone = true;
    };
  }, [wanted]);
  return hashes;
}

const asItIs = (text: string): string => text;

/** Under which addresses texts are kept here. */
async function addressesOf(texts: readonly [id: string, text: string][]): Promise<[string, string][]> {
  const redaction = await effectiveRedaction();
  // Few have answers masked, and what masks them is as large as the rest of the panel.
  const { redactText } = redaction.parts.includes('text')
    ? await import('../../lib/domain/privacy/redacted.ts')
    : { redactText: asItIs };
  const each = texts.map(async ([id, text]): Promise<[string, string]> => {
    const { hash } = await addressed(text, redactText(text, redaction));
    return [id, hash];
  });
  return Promise.all(each);
}
