/** Rows of events: what they say, their content, and what targets have still to get of them. */
import type { CountersignEvent } from '../../domain/events/event.ts';

/** An event without its content. */
export interface StoredEvent {
  /** `source|id`. */
  key: string;
  subject: string;
  event: CountersignEvent;
  /** It was let out: every target whose filter it passes has got it, or has a mark for it in the outbox. */
  shared?: true;
  /** It was handed to the network at least once: whether it arrived or not, it can no longer be taken back. */
  left?: true;
  /**
   * It came from a file, and nothing shows yet that it is so: the place in the team's order that the file claims for it, or
   * nothing. It is shown as that, moves no status, and is never sent.
   */
  claimed?: string;
  /** Why the team's collector refused it: its code, or what it said. Not while it is on its way there again. */
  refused?: string;
}

/** Whether an event was made here, or came from the team's own log. */
export const isProved = ({ claimed }: StoredEvent): boolean => claimed === undefined;

/** The content of one event with the salt of its commitment: erased by deleting the row. */
export interface StoredContent {
  key: string;
  subject: string;
  salt: string;
  content: unknown;
}

/** What one target has still to get of one event. */
export interface OutboxMark {
  /** Order of arrival. */
  ordinal?: number;
  targetId: string;
  key: string;
  state: 'waiting' | 'refused';
  /** Not before this time: a fresh report waits until it can no longer be undone. */
  notBefore: string;
  /** What the target said, where it refused. */
  reason?: string;
}
