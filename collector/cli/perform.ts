/** Does what is asked of whoever holds the database. */
import type { SqlDatabase } from '../database/database.ts';
import type { DatabasePlace } from '../database/open.ts';
import { keysFolderIn, rotateKeys } from '../policy/keys.ts';
import type { Order } from './control.ts';
import { policyCommand } from './policy/commands.ts';
import { type CommandPart, recordsCommand } from './records.ts';
import { CommandRefusal } from './refusal.ts';
import { tokenCommand } from './token-commands.ts';

/** Who hears of what a command has done. */
export interface Heard {
  /** A token of this team has ended. */
  ended(team: string): Promise<void>;
  /** The log of this team has grown. */
  grown(team: string, sequence: string): void;
}

/** Where the keys are: where it was said, else beside the embedded database. */
export function keysFolderOf(place: DatabasePlace, said: string | undefined): string | undefined {
  if (said !== undefined) return said;
  return place.kind === 'directory' ? keysFolderIn(place.path) : undefined;
}

/** Does a command and tells what comes of it. `folder`: of the keys, where there are any. */
export async function* perform(
  database: SqlDatabase,
  folder: string | undefined,
  asked: Order,
  { ended, grown }: Heard,
): AsyncGenerator<CommandPart> {
  switch (asked.name) {
    case 'token.create':
    case 'token.list':
    case 'token.role':
    case 'token.revoke':
      return yield { out: await tokenCommand(database, asked, ended) };
    case 'key.rotate': {
      if (folder === undefined) throw new CommandRefusal('Say where the keys are: --keys DIR.');
      const kid = await rotateKeys(folder, database);
      return yield { out: `Policies and receipts are signed with ${kid} from now on; the key before announces it.\n` };
    }
    case 'verify':
    case 'head':
    case 'backup':
      return yield* recordsCommand(database, asked);
    default:
      yield { out: await policyCommand(database, asked, grown) };
  }
}
