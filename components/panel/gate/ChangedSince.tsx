import { useLiveQuery } from 'dexie-react-hooks';
import { i18n } from '#i18n';
import { correctionIn } from '../../../lib/domain/decision/decision.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import { outputByHash } from '../../../lib/store/ask/queries.ts';
import { TextDiff } from '../../text/TextDiff.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** Earlier versions of an answer that are looked through. */
const MOST_VERSIONS = 20;

/** An earlier version of the answer was approved, this one was not: what has changed since. */
export function ChangedSince({ output }: { output: Output }) {
  const before = useLiveQuery(() => approvedBefore(output), [output.hash, output.status]);
  const text = output.content?.text;
  if (!before || !text) return null;
  return (
    <>
      <Notice tone="warning">{i18n.t('gate.rule.changed_since_approval')}</Notice>
      <TextDiff before={before} after={text} />
    </>
  );
}

/** The text of the latest version before this one that was approved; undefined where none was, or this one is. */
async function approvedBefore({ status, previousHash }: Output): Promise<string | undefined> {
  if (status !== 'unreviewed') return undefined;
  let hash = previousHash;
  for (let version = 0; hash && version < MOST_VERSIONS; version++) {
    const earlier: Output | undefined = await outputByHash(hash);
    if (!earlier) return undefined;
    if (earlier.status === 'approved' || earlier.status === 'approved_with_notes') return earlier.content?.text;
    if (earlier.status === 'modified') return correctionIn(earlier.decisions);
    hash = earlier.previousHash;
  }
  return undefined;
}
