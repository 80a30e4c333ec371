/** Test texts among what waits: rows of outputs that no event says anything of, in this browser alone. */
import type { Output } from '../../domain/output/output.ts';
import { type Database, db as shared } from '../db.ts';
import { rowOf } from '../rows/output.ts';

/** Puts those into the line that are not in it; what is there stays as its person has left it. */
export async function addProbes(outputs: readonly Output[], db: Database = shared): Promise<void> {
  await db.transaction('rw', db.outputs, async () => {
    const known = await db.outputs.bulkGet(outputs.map(({ hash }) => hash));
    await db.outputs.bulkPut(outputs.filter((_, at) => known[at] === undefined).map((output) => rowOf(output)));
  });
}

/** One that somebody takes in hand, or lets go again. */
export const changeProbe = async (output: Output, db: Database = shared): Promise<void> => {
  await db.outputs.put(rowOf(output));
};

/** Takes some out again: of what a server calls one, only what is one goes. */
export const dropProbes = (hashes: readonly string[], db: Database = shared): Promise<void> =>
  db.transaction('rw', db.outputs, async () => {
    const rows = await db.outputs.bulkGet([...hashes]);
    await db.outputs.bulkDelete(rows.flatMap((row) => (row?.probe ? row.hash : [])));
  });
