/** The options of `doctor`. */

import type { DatabasePlace } from '../../database/open.ts';
import { databasePlaceOf, type Environment, flag, read, text, wrong } from '../parse.ts';

export interface DoctorOptions {
  place: DatabasePlace;
  /** Where browsers reach it, where that is known. */
  address?: string;
  /** Where its company accounts are, whose clock is another's. */
  issuer?: string;
  rehearse: boolean;
  /** A backup to rehearse with; the database's own otherwise. */
  from?: string;
}

/** Reads them; what they do not say, the settings may. */
export function doctorOptions(args: readonly string[], env: Environment): DoctorOptions {
  const { values } = read(args, { data: text, address: text, 'rehearse-restore': flag, from: text });
  const { 'rehearse-restore': rehearse = false, from, address = env.COUNTERSIGN_ADDRESS } = values;
  if (from !== undefined && !rehearse) throw wrong('--from belongs to --rehearse-restore.');
  if (address !== undefined && !URL.canParse(address))
    throw wrong('--address must be like https://collector.example.com.');
  return {
    place: databasePlaceOf(values.data, env),
    ...(address === undefined ? {} : { address: address.replace(/\/+$/, '') }),
    ...(env.COUNTERSIGN_ISSUER === undefined ? {} : { issuer: env.COUNTERSIGN_ISSUER }),
    rehearse,
    ...(from === undefined ? {} : { from }),
  };
}
