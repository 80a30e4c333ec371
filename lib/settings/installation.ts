/** Who this installation is on every event it makes. */
import { installationSource } from '../domain/ids.ts';
import { installationId } from './items.ts';

/** The `source` of this installation's events. */
export const ownSource = async (): Promise<string> => installationSource(await installationId.getValue());
