import { ownSource } from '../../lib/settings/installation.ts';
import { useSetting } from '../sending/useSetting.ts';

/** It is made once, and stays. */
const NOTHING: [] = [];

/** This installation's source; undefined until it is read. */
export const useOwnSource = (): string | undefined => useSetting(ownSource, NOTHING)[0];
