/**
 * The stratum of an output: process x tool x model, the unit for which outputs are tallied and review is earned. Its key
 * is one string, so that rows and events can name it. Zod-free.
 */
import { LONGEST_KEY, LONGEST_MODEL, LONGEST_TOOL } from '../limits.ts';
import type { Output } from './output.ts';
import { cutTo, normaliseText, storable } from './text.ts';

/** The parts of a stratum's key; what is not known is empty. */
interface StratumParts {
  /** Id of the process; empty outside any. */
  process: string;
  /** Id of the tool profile. */
  tool: string;
  /** As the page named it; empty where it named none. */
  model: string;
}

/** Ids have no such character, and the model comes last: the first two divide the parts, whatever a page calls its model. */
const BETWEEN = '|';
const ID = /^[a-z0-9-]*$/;

/** Ids of 60, a model of 80, and what divides them. */
export const LONGEST_STRATUM = LONGEST_KEY + LONGEST_TOOL + LONGEST_MODEL + 2;

/** The key of a stratum, the same in every browser for the same three. */
export const stratumOf = (process: string, tool: string, model: string): string =>
  [idOf(process, LONGEST_KEY), idOf(tool, LONGEST_TOOL), modelOf(model)].join(BETWEEN);

/** The parts that a key was made of; undefined for what is no key of `stratumOf`. */
export function stratumParts(key: string): StratumParts | undefined {
  const [process, tool, ...rest] = key.split(BETWEEN);
  if (process === undefined || tool === undefined || rest.length === 0) return undefined;
  const parts = { process, tool, model: rest.join(BETWEEN) };
  return stratumOf(parts.process, parts.tool, parts.model) === key ? parts : undefined;
}

/** In which stratum an output stands: the process is the one that it is in now, else the one that it was found in. */
export function stratumOfOutput({
  trace,
  inProcess,
  decisions,
}: Pick<Output, 'trace' | 'inProcess' | 'decisions'>): string {
  const decidedIn = decisions.find((decision) => decision.inProcess)?.inProcess?.processId;
  return stratumOf(inProcess?.processId ?? decidedIn ?? trace.process?.processId ?? '', trace.tool, trace.model ?? '');
}

/** An id of a process or a tool; what is none counts as not known, never as another one. */
const idOf = (id: string, longest: number): string => (id.length <= longest && ID.test(id) ? id : '');

/** One line without what cannot be seen (twice: what was taken out may have kept two characters apart); a page that names a whole sentence names the model by its beginning. */
const modelOf = (model: string): string => cutTo(normaliseText(normaliseText(storable(model))), LONGEST_MODEL);
