/**
 * What stands in the box at the gate. A text that is held for the reasons that stand there already is told by them: nothing is
 * drawn, measured and written anew while somebody waits.
 */
import { i18n } from '#i18n';
import { setTone } from '../../look/tone.ts';
import { iconOf } from '../ours/icon.ts';
import type { BoxWords } from './box-words.ts';

const CLOSE_PATH = 'M6 6l12 12M18 6 6 18';

/** Ways round an approval, and to more about it: offered, and never put forward. */
const ROUND: ReadonlySet<string> = new Set(['exception', 'override', 'panel']);

/** One thing that can be done. */
export interface BoxAct {
  key: string;
  label: string;
  press(): void;
}

/** What a person does in it. */
interface FacePresses {
  act(act: BoxAct): void;
  close(): void;
}

export class BoxFace {
  readonly box = document.createElement('div');
  readonly #presses: FacePresses;
  #acts: readonly BoxAct[] = [];
  /** The reasons and ways that were drawn; undefined where something else stands there, or was added to them. */
  #drawn: string | undefined;

  constructor(presses: FacePresses) {
    this.#presses = presses;
    this.box.className = 'gate';
    this.box.hidden = true;
    this.box.tabIndex = -1;
  }

  /** Why a text is held, and the ways on. Answers whether anything else stood there. */
  holds(words: BoxWords, acts: readonly BoxAct[]): boolean {
    const drawn = JSON.stringify([words, acts.map(({ key, label }) => [key, label])]);
    this.#acts = acts;
    if (drawn === this.#drawn) return false;
    this.#draw(words, 'alertdialog');
    this.#drawn = drawn;
    return true;
  }

  /** Something that asks for nothing. Drawn each time: a screen reader says what changes in it. */
  tells(words: BoxWords): void {
    this.#acts = [];
    this.#draw(words, 'status');
    this.#drawn = undefined;
  }

  /** Answers in the place of what is offered, none of them before the others. */
  asks(question: string, answers: readonly BoxAct[]): void {
    this.#acts = answers;
    const acts = this.#rowOfActs();
    acts.querySelector('.first')?.classList.remove('first');
    acts.setAttribute('role', 'group');
    acts.setAttribute('aria-label', question);
    this.box.querySelector('.acts')?.replaceWith(lineOf('rule', question), acts);
    this.#drawn = undefined;
  }

  /** Says that something did not work, beside what is offered. */
  fails(words: string): void {
    const line = lineOf('rule', words);
    line.setAttribute('role', 'alert');
    this.box.querySelector('.acts')?.before(line);
    this.#drawn = undefined;
  }

  focus(): void {
    (this.box.querySelector<HTMLElement>('.acts button') ?? this.box).focus({ preventScroll: true });
  }

  #draw({ tone, icon, title, rule, more }: BoxWords, role: 'alertdialog' | 'status'): void {
    const heading = lineOf('title', title);
    heading.prepend(iconOf(icon));
    setTone(this.box, tone);
    this.box.setAttribute('role', role);
    this.box.setAttribute('aria-label', `${title}. ${rule}`);
    const lines = more.map((words) => lineOf('more', words));
    this.box.replaceChildren(heading, lineOf('rule', rule), ...lines, this.#rowOfActs(), this.#closeButton());
  }

  #closeButton(): HTMLElement {
    const close = document.createElement('button');
    close.className = 'close';
    close.type = 'button';
    close.setAttribute('aria-label', i18n.t('common.close'));
    close.append(iconOf(CLOSE_PATH));
    close.addEventListener('click', (event) => event.isTrusted && this.#presses.close());
    return close;
  }

  #rowOfActs(): HTMLElement {
    const row = document.createElement('div');
    row.className = 'acts';
    for (const [at, { key, label }] of this.#acts.entries()) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = at === 0 && !ROUND.has(key) ? 'first' : '';
      button.dataset.act = key;
      const said = document.createElement('span');
      said.dataset.said = label;
      button.append(said);
      // The same button may be about another text by then.
      button.addEventListener('click', (event) => {
        const act = this.#acts[at];
        if (event.isTrusted && act) this.#presses.act(act);
      });
      row.append(button);
    }
    return row;
  }
}

function lineOf(name: string, words: string): HTMLElement {
  const line = document.createElement('div');
  line.className = name;
  const said = document.createElement('span');
  said.dataset.said = words;
  line.append(said);
  return line;
}
