/**
 * A person's words in whatever form a page shows them: as they were typed, rendered, cut short, with a name or a file
 * beside them. Compared by their letters alone, since a renderer drops marks and puts its blocks side by side.
 */
import { normaliseText } from '../../domain/output/text.ts';

/** Most letters beside the words in what shows them: a name, a time, a few buttons; and beside very short ones. */
export const MOST_BESIDE = 200;
const MOST_BESIDE_SHORT = 60;
/** Fewer letters may stand in a person's words by chance. */
const SHORTEST_PART = 12;
/** Words cut short show at least this much of their beginning. */
const SHORTEST_START = 40;
/** Letters that are compared at once where a text is not found as a whole, and the share that must be found. */
const RUN = 6;
const MOSTLY = 0.8;
const NEARLY_ALL = 0.9;
/** Longer words are known by their beginning. */
const LONGEST = 20_000;

/** `all`: the words and little else; `start`: their beginning, cut short; `part`: something of them and nothing else. */
export type Shows = 'all' | 'start' | 'part';

const lettersOf = (text: string): string =>
  normaliseText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

export class OwnWords {
  /** As they were typed, without marks; and without what a renderer of Markdown takes for marks too. */
  readonly #forms: readonly string[];
  readonly #text: string;
  readonly length: number;
  /** Letters beyond what is compared. */
  readonly #more: number;
  #runs: Set<string> | undefined;

  constructor(typed: string) {
    const text = typed.slice(0, LONGEST);
    this.#text = normaliseText(text);
    this.#forms = [...new Set([lettersOf(text), lettersOf(unmarked(text))])].filter(Boolean);
    const more = normaliseText(typed.slice(LONGEST));
    this.length = this.#text.length + more.length;
    this.#more = lettersOf(more).length;
  }

  /** More characters of a page than this do not show the words and little else. */
  get longestShown(): number {
    return 2 * (this.length + MOST_BESIDE);
  }

  shownIn(content: string): Shows | undefined {
    const said = lettersOf(content);
    // Nothing but signs, such as a smiley or a row of question marks.
    if (this.#forms.length === 0) return normaliseText(content) === this.#text ? 'all' : undefined;
    if (said === '') return undefined;
    const whole = this.#forms.find((form) => said.includes(form));
    if (whole) return said.length - whole.length <= this.#mostBeside(whole) ? 'all' : undefined;
    if (this.#forms.some((form) => form.includes(said))) return this.#partly(said);
    return said.length >= 2 * SHORTEST_PART ? this.#nearly(said) : undefined;
  }

  /** Whether a text is these words, or their beginning, with next to nothing else. */
  areMostOf(content: string): boolean {
    const how = this.shownIn(content);
    const said = lettersOf(content);
    if (how === 'start') return true;
    if (how !== 'all') return false;
    return this.#forms.length === 0 || this.#forms.some((form) => said.length <= 1.1 * (form.length + this.#more) + 4);
  }

  /** Whether a text is a part of the words, however short. */
  holds(content: string): boolean {
    const said = lettersOf(content);
    return this.#forms.some((form) => form.includes(said));
  }

  /** Whether a text holds the words, whatever else it holds. */
  isIn(content: string): boolean {
    const said = lettersOf(content);
    return this.#forms.some((form) => form.length >= SHORTEST_PART && said.includes(form));
  }

  #partly(said: string): Shows | undefined {
    if (said.length < SHORTEST_PART) return undefined;
    return said.length >= SHORTEST_START && this.#forms.some((form) => form.startsWith(said)) ? 'start' : 'part';
  }

  #nearly(said: string): Shows | undefined {
    const [shortest = ''] = [...this.#forms].sort((a, b) => a.length - b.length);
    const mayBeWhole = said.length <= shortest.length + this.#mostBeside(shortest);
    const [whole, part] = [MOSTLY * shortest.length, NEARLY_ALL * said.length];
    const shared = this.#sharedWith(said, mayBeWhole ? Math.min(whole, part) : part);
    if (mayBeWhole && shared >= whole) return 'all';
    return shared >= part ? 'part' : undefined;
  }

  /** Most letters that may stand beside the words in what shows them; with what of them is not compared. */
  #mostBeside(words: string): number {
    return this.#more + (words.length < SHORTEST_PART ? MOST_BESIDE_SHORT : MOST_BESIDE);
  }

  /**
   * Letters of a text that stand in these words, by runs of some. Ends where they cannot be `least` any more, and gives fewer than
   * those: nearly all that comes into a page is something else.
   */
  #sharedWith(said: string, least: number): number {
    this.#runs ??= new Set(this.#forms.flatMap(runsOf));
    const count = Math.max(1, said.length - RUN + 1);
    let missed = 0;
    for (let at = 0; at + RUN <= said.length; at++)
      if (!this.#runs.has(said.slice(at, at + RUN)) && (said.length * (count - ++missed)) / count < least) break;
    return said.length < RUN ? 0 : (said.length * (count - missed)) / count;
  }
}

const runsOf = (letters: string): string[] =>
  Array.from({ length: Math.max(0, letters.length - RUN + 1) }, (_, at) => letters.slice(at, at + RUN));

/** Without what Markdown says about words and shows nowhere: languages of code, addresses of links, numbers of lists. */
function unmarked(text: string): string {
  return text
    .replace(/^[ \t]*(?:```|~~~)[^\n]*$/gm, '')
    .replace(/!?\[([^\]\n]{0,300})\]\([^)\n]{0,2000}\)/g, '$1')
    .replace(/<\/?[a-z][^<>\n]{0,300}>/gi, '')
    .replace(/^[ \t]*\d{1,3}[.)][ \t]/gm, '');
}
