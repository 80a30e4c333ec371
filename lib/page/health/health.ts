/**
 * Sees when a tool's profile has gone blind in this frame: the person's prompt turns up, text grows after it, and the
 * profile finds no answer there. Tells the background what became of each prompt, in a word, and nothing else.
 */
import type { PromptOutcome } from '../../domain/reading/health.ts';
import { send } from '../../messages/send.ts';
import type { ToolProfile } from '../../tools/profile.ts';
import { soundProfile } from '../../tools/selectors.ts';
import { findsAny } from '../detect/matches.ts';
import type { Turns } from '../detect/turns.ts';
import { turnsBy } from '../detect/turns-by.ts';
import { findTeachable } from '../frame/teachable.ts';
import { shadowOf } from '../ground/shadow.ts';
import type { Root } from '../ground/tree.ts';
import { Growing } from '../grow/growing.ts';
import { hearSent } from '../prompt/sent.ts';
import { roughText } from '../read/rough.ts';

/** How often it is looked whether the answer has come. */
const LOOK_MS = 700;
/** An answer that has not grown for this long has ended, or has not begun: longer than most pauses of a stream. */
const QUIET_MS = 4_000;
/** After this long nothing can be said of a prompt any more. */
const PATIENCE_MS = 90_000;
/** Shorter texts are a notice as often as an answer. */
const SHORTEST_ANSWER = 60;
/** Text that came in so many steps was written while one looked on. */
const STREAM_STEPS = 4;

const KEY = Symbol.for('countersign.health');
const world = globalThis as { [KEY]?: AbortSignal };

/** Watches the frame, until it is read in another way, for prompts whose answers its profile does not find. Once. */
export function watchHealth(): void {
  const frame = findTeachable();
  const signal = frame?.round.signal;
  if (!frame?.known || !signal || signal.aborted || world[KEY] === signal) return;
  world[KEY] = signal;
  watchProfile(frame.known, signal);
}

function watchProfile(profile: ToolProfile, signal: AbortSignal): void {
  const sound = soundProfile(profile, document.createDocumentFragment());
  const tell = (told: PromptOutcome) =>
    void send('health.tell', { tool: profile.id, told }).catch((error: unknown) => {
      console.debug('Countersign:', error instanceof Error ? error.message : 'no answer');
    });
  let current: Asked | undefined;
  const begin = (prompt: string) => {
    // From before the page has heard of it: what is in the page now is no answer to it.
    const asked = new Asked(prompt, sound, tell);
    signal.addEventListener('abort', () => asked.stop(), { once: true });
    return {
      stop: () => asked.stop(),
      sent: () => {
        current?.stop();
        current = asked;
        asked.follow();
      },
    };
  };
  hearSent(begin, signal);
}

/** One prompt, from its sending until it is known what became of it. */
class Asked {
  readonly #profile: ToolProfile | undefined;
  readonly #turns: Turns | undefined;
  readonly #roots: Root[];
  readonly #before: Set<Element>;
  readonly #growing: Growing;
  readonly #known: (told: PromptOutcome) => void;
  readonly #sentMs = performance.now();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(prompt: string, profile: ToolProfile | undefined, known: (told: PromptOutcome) => void) {
    this.#profile = profile;
    this.#turns = profile && turnsBy(profile);
    this.#known = known;
    this.#roots = [document, ...(profile?.shadowHosts ?? []).flatMap(rootsOf)];
    this.#growing = new Growing(prompt, this.#roots);
    this.#before = new Set(this.#turnsNow());
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#growing.stop();
  }

  /** Looks, from now on, whether the answer has come. */
  follow(): void {
    this.#timer = setTimeout(() => this.#look(), LOOK_MS);
  }

  #look(): void {
    const fresh = this.#turnsNow().filter((turn) => !this.#before.has(turn));
    const answer = fresh.find((turn) => this.#textOf(turn) !== '');
    if (answer) return this.#end({ outcome: 'answered', ...this.#selectorOf(answer) });
    const now = performance.now();
    const isQuiet = now - this.#growing.changedMs >= QUIET_MS && !this.#streams();
    const isLong = this.#growing.echoed && this.#growing.gained >= SHORTEST_ANSWER;
    if (isQuiet && isLong) {
      const streamed = this.#growing.steps >= STREAM_STEPS;
      return this.#end({ outcome: fresh.length > 0 ? 'empty' : 'missed', streamed });
    }
    if (now - this.#sentMs < PATIENCE_MS) return this.follow();
    if (this.#growing.steps > 0) return this.#end({ outcome: 'unseen' });
    this.stop();
  }

  #end(told: PromptOutcome): void {
    this.stop();
    this.#known(told);
  }

  #turnsNow(): Element[] {
    const turns = this.#turns;
    return turns ? this.#roots.flatMap((root) => turns.within(root)) : [];
  }

  #textOf(turn: Element): string {
    return this.#turns ? roughText(this.#turns.prose(turn), this.#profile?.exclude) : '';
  }

  /** Whether the tool still shows that it is writing. */
  #streams(): boolean {
    return this.#roots.some((root) => findsAny(root, this.#profile?.stop) || findsAny(root, this.#profile?.streaming));
  }

  #selectorOf(turn: Element): { selector?: number } {
    const selector = this.#profile?.turn.findIndex((candidate) => turn.matches(candidate)) ?? -1;
    return selector < 0 ? {} : { selector };
  }
}

const rootsOf = (selector: string): Root[] =>
  [...document.querySelectorAll(selector)].flatMap((host) => shadowOf(host) ?? []);
