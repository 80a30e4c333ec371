/** The command lines about the policy, read and checked. */
import { LONGEST_COMMENT } from '../../../lib/domain/limits.ts';
import type { DatabasePlace } from '../../database/open.ts';
import { databasePlaceOf, type Environment, flag, needed, numberOf, read, text, wrong } from '../parse.ts';

/** A command about the policy. `file`: what the policy is read from. */
export type PolicyCommand =
  | { name: 'policy.show'; place: DatabasePlace; team: string; number?: number }
  | { name: 'policy.history'; place: DatabasePlace; team: string }
  | { name: 'policy.draws'; place: DatabasePlace; team: string }
  | { name: 'policy.publish'; place: DatabasePlace; team?: string; file: string; note?: string; onto?: number }
  | { name: 'policy.diff'; place: DatabasePlace; team: string; from?: number; to?: number; file?: string }
  | { name: 'policy.check'; file: string; over?: { place: DatabasePlace; team: string } };

export const POLICY_USAGE = `  policy show    --team T [--number N]                       the version in force, or another
  policy history --team T
  policy draws   --team T                                    keys of the draws for review, of versions that have ended
  policy check   --file F [--team T]                         every reason why it could not be published
  policy diff    --team T [--file F | --from N --to N]
  policy publish --team T --file F [--note N] [--onto N]     --onto: the version that it was written over
  policy publish --base --file F [--note N]                  the policy of the centre, under every team’s own
`;

type Reader = (args: readonly string[], env: Environment) => PolicyCommand;

const NUMBERS = [1, 999_999_999] as const;

export const POLICY_READERS: Record<string, Reader> = {
  'policy show': (args, env) => {
    const { values } = read(args, { team: text, number: text, data: text });
    const number = values.number === undefined ? {} : { number: numberOf(values.number, 'number', ...NUMBERS) };
    return { name: 'policy.show', place: databasePlaceOf(values.data, env), team: needed(values, 'team'), ...number };
  },
  'policy history': (args, env) => {
    const { values } = read(args, { team: text, data: text });
    return { name: 'policy.history', place: databasePlaceOf(values.data, env), team: needed(values, 'team') };
  },
  'policy draws': (args, env) => {
    const { values } = read(args, { team: text, data: text });
    return { name: 'policy.draws', place: databasePlaceOf(values.data, env), team: needed(values, 'team') };
  },
  'policy publish': publishing,
  'policy diff': differing,
  'policy check': (args, env) => {
    const { values } = read(args, { team: text, file: text, data: text });
    const file = needed(values, 'file');
    if (values.team === undefined) return { name: 'policy.check', file };
    return { name: 'policy.check', file, over: { place: databasePlaceOf(values.data, env), team: values.team } };
  },
};

function publishing(args: readonly string[], env: Environment): PolicyCommand {
  const { values } = read(args, { team: text, base: flag, file: text, note: text, onto: text, data: text });
  const { team, base = false, note, onto } = values;
  if (base === (team !== undefined)) throw wrong('"policy publish" takes either --team or --base.');
  if (base && onto !== undefined) throw wrong('--onto belongs to --team.');
  if (note !== undefined && note.length > LONGEST_COMMENT) throw wrong('--note is too long.');
  return {
    ...{ name: 'policy.publish', place: databasePlaceOf(values.data, env), file: needed(values, 'file') },
    ...(team === undefined ? {} : { team: needed(values, 'team') }),
    ...(note === undefined ? {} : { note }),
    ...(onto === undefined ? {} : { onto: numberOf(onto, 'onto', 0, NUMBERS[1]) }),
  };
}

function differing(args: readonly string[], env: Environment): PolicyCommand {
  const { values } = read(args, { team: text, file: text, from: text, to: text, data: text });
  const { file, from, to } = values;
  if (file !== undefined && to !== undefined) throw wrong('"policy diff" takes either --file or --to.');
  return {
    ...{ name: 'policy.diff', place: databasePlaceOf(values.data, env), team: needed(values, 'team') },
    ...(file === undefined ? {} : { file }),
    ...(from === undefined ? {} : { from: numberOf(from, 'from', ...NUMBERS) }),
    ...(to === undefined ? {} : { to: numberOf(to, 'to', ...NUMBERS) }),
  };
}
