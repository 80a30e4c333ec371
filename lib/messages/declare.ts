/** How a message to the background is declared: who may send it, what it holds and what is answered, in one place. */
import type * as z from 'zod';
import type { SenderKind } from './sender.ts';

/** The type of a reply. It is not checked: replies come from our own background. */
interface ReplyOf<R> {
  readonly type?: R;
}

interface Declaration {
  from: readonly SenderKind[];
  /** What it is for, in a sentence. */
  does: string;
  /** Made when the first of its kind comes: of all messages, a worker that wakes gets a few. */
  body: () => z.ZodType;
  /** Missing where there is nothing to say but that it was done. */
  reply?: ReplyOf<unknown>;
}

/** Checks a declaration and keeps what it is exactly. */
export const declare = <const D extends Declaration>(declaration: D): D => declaration;

/** Says of what type the reply is. */
export const replies = <R>(): ReplyOf<R> => ({});

/** What is answered to a message as it is declared. */
export type Answered<D> = D extends { reply: ReplyOf<infer R> } ? R : null;
