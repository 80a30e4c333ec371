/** Texts that were put into fields of this frame and stand at a gate: told by the script that recognises them, asked when a form goes. */
import type { GateSaid } from '../../messages/to-background/gate.ts';
import { holds } from '../ground/tree.ts';
import type { Leaving } from './judge.ts';

interface Pasted {
  field: HTMLElement;
  said: GateSaid;
  hash: string;
  /** It says something else than the output of that hash. */
  edited: boolean;
  /** What is left of it in the field. */
  left(): string;
}

const KEY = Symbol.for('countersign.pasted');
const world = globalThis as { [KEY]?: Pasted[] };

/** Texts that are remembered of a frame. */
const MOST = 20;

/** Remembers a text that was put into a field. */
export function notePasted(pasted: Pasted): void {
  world[KEY] = [...(world[KEY] ?? []), pasted].slice(-MOST);
}

/** The gate says something else of a text meanwhile. A yes to it is none to what was made of it. */
export function renewPasted(hash: string, said: GateSaid | undefined): void {
  world[KEY] = (world[KEY] ?? []).flatMap((one) => {
    if (one.hash !== hash) return [one];
    if (!said) return [];
    return [one.edited && said.state === 'satisfied' ? one : { ...one, said }];
  });
}

/** What a form would send of them. */
export const pastedIn = (form: HTMLElement): Leaving[] =>
  (world[KEY] ?? []).flatMap(({ field, said, hash, edited, left }) => {
    const text = field.isConnected && holds(form, field) ? left() : '';
    return text.trim() === '' ? [] : [{ said, hash, edited, text }];
  });
