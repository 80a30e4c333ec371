/** What the bench does inside the extension's origin: the product's own store, over its own database. */
import type { Output } from '../../../lib/domain/output/output.ts';
import { db } from '../../../lib/store/db.ts';
import { INDEX, indexWaiting, putFingerprints } from '../../../lib/store/index/fingerprints.ts';
import { findReuse } from '../../../lib/store/index/reuse.ts';
import type { OutputRow } from '../../../lib/store/rows/output.ts';

/** One look-up: how long it took, and the outputs that it found, by number. */
export interface LookedUp {
  ms: number;
  found: number[];
}

const hashOf = (number: number): string => `sha256:${number.toString(16).padStart(64, '0')}`;

/** Stores texts as outputs, numbered from `first` on, and puts them into the index. */
export async function store(texts: readonly string[], first: number): Promise<void> {
  const at = '2026-11-20T10:00:00.000Z';
  const rows = texts.map((text, index) => rowOf(text, hashOf(first + index), at));
  await db.transaction('rw', [db.outputs, ...INDEX(db)], async () => {
    await db.outputs.bulkPut(rows);
    await putFingerprints(db, rows);
  });
  await indexWaiting();
}

function rowOf(text: string, hash: string, at: string): OutputRow {
  const trace: Output['trace'] = {
    tool: 'bench',
    toolName: 'Bench',
    pageUrl: 'https://bench.example/',
    citations: [],
    evidence: [],
    startedAt: at,
    completedAt: at,
    characters: text.length,
  };
  return {
    hash,
    outputId: `bench:${hash.slice(-8)}`,
    trace,
    content: { text },
    status: 'unreviewed',
    reports: [],
    decisions: [],
    openReports: 0,
    firstSeenAt: at,
    updatedAt: at,
    reportIds: [],
  };
}

/** Looks texts up, one after the other. */
export async function lookUp(texts: readonly string[]): Promise<LookedUp[]> {
  const answers: LookedUp[] = [];
  for (const text of texts) {
    const from = performance.now();
    const matches = await findReuse(text);
    const ms = performance.now() - from;
    answers.push({ ms, found: matches.map(({ output }) => Number.parseInt(output.hash.slice('sha256:'.length), 16)) });
  }
  return answers;
}

/** Bytes of the index alone, as they are kept. */
export async function indexBytes(): Promise<number> {
  let bytes = 0;
  await db.postings.each(({ postings }) => {
    bytes += postings.byteLength + 8;
  });
  return bytes + (await db.fingerprints.count()) * 110;
}
