/** What figures are counted from. It reads, and nothing else. */
import { type CountedOutput, countedOf } from '../../domain/figures/counted.ts';
import { type Database, db as shared } from '../db.ts';

/** Outputs of a page: with their words they are large, and only what is counted stays. */
const PAGE = 500;

/** All outputs that something happened to since a time (ISO), without their words. What happened in it changed the output then. */
export async function countedSince(from: string, db: Database = shared): Promise<CountedOutput[]> {
  const hashes = await db.outputs.where('updatedAt').aboveOrEqual(from).primaryKeys();
  const counted: CountedOutput[] = [];
  for (let at = 0; at < hashes.length; at += PAGE) {
    const rows = await db.outputs.bulkGet(hashes.slice(at, at + PAGE));
    for (const row of rows) {
      // What was only seen is in no figure, nor is a test text.
      const output = row && !row.probe && countedOf(row);
      if (output && happened(output)) counted.push(output);
    }
  }
  return counted;
}

const happened = ({ reports, decisions, reuses, inProcess }: CountedOutput): boolean =>
  reports.length > 0 || decisions.length > 0 || reuses !== undefined || inProcess !== undefined;
