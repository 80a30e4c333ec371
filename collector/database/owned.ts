/** A directory that its owner alone may look into, whoever made it and with whatever modes. */
import { chmodSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { CommandRefusal } from '../cli/refusal.ts';

const OTHERS = 0o077;

/**
 * Takes everybody else's rights away: of the directory, and of all that is in it where it was open until now. Links are
 * left alone, and not followed. Refuses one that belongs to somebody else: they could open it again.
 */
export function ownAlone(directory: string): void {
  // Windows has no such modes.
  if (process.platform === 'win32') return;
  const { uid, mode } = lstatSync(join(directory, '.'));
  const me = process.geteuid?.();
  if (me !== undefined && uid !== me)
    throw new CommandRefusal(
      `The data directory ${directory} belongs to somebody else. ` +
        (me === 0
          ? 'Do it as that user, so that the collector can read what is written: runuser -u countersign -- countersign-collector …'
          : 'Make one of your own, or have it given to you.'),
    );
  if ((mode & OTHERS) === 0 && !holdsOpen(directory)) return;
  // The directory first: from then on nobody gets at what is within.
  chmodSync(directory, 0o700);
  narrow(directory);
}

/** Whether anything right within it is open to others: then what is below may be too. */
const holdsOpen = (directory: string): boolean =>
  readdirSync(directory).some((name) => {
    const stat = lstatSync(join(directory, name));
    return !stat.isSymbolicLink() && (stat.mode & OTHERS) !== 0;
  });

function narrow(directory: string): void {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) {
      chmodSync(path, 0o700);
      narrow(path);
    } else if (entry.isFile()) chmodSync(path, 0o600);
  }
}
