import { useEffect, useState } from 'react';
import type { Output } from '../../../lib/domain/output/output.ts';
import { rowsInLine } from '../../../lib/store/ask/line.ts';
import { BulkDialog } from './BulkDialog.tsx';

/** Rows that are read together: with their words they are large. */
const TOGETHER = 250;

interface BulkDeskProps {
  /** What was in the list when it was opened. */
  hashes: readonly string[];
  onClose(): void;
}

/** One decision on all that is in the list, once that is read: what comes or changes since is not decided on unseen. */
export function BulkDesk({ hashes, onClose }: BulkDeskProps) {
  const [outputs, setOutputs] = useState<readonly Output[]>();
  const [failure, setFailure] = useState<Error>();
  useEffect(() => {
    let gone = false;
    readAll(hashes).then((read) => {
      if (!gone) setOutputs(read);
    }, setFailure);
    return () => {
      gone = true;
    };
  }, [hashes]);
  if (failure) throw failure;
  return outputs ? <BulkDialog outputs={outputs} onClose={onClose} /> : null;
}

async function readAll(hashes: readonly string[]): Promise<Output[]> {
  const outputs: Output[] = [];
  for (let from = 0; from < hashes.length; from += TOGETHER)
    outputs.push(...(await rowsInLine(hashes.slice(from, from + TOGETHER))));
  return outputs;
}
