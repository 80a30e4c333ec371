/** The words of a page out of its bytes, as they come: no DOM, nothing run, nothing loaded. */
import { Parser } from 'htmlparser2';

/** Elements whose text nobody reads. */
const UNREAD = new Set(
  'script style noscript template svg math iframe object select option textarea title head'.split(' '),
);
/** Elements that stand within a line. */
const INLINE = new Set(
  'a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
/** Deeper than any page: each end tag is looked for among all that are open. */
const DEEPEST = 1_000;
/** Letters after which is looked whether it is enough. */
const AT_ONCE = 16_384;

/** Takes decoded text of a page piece by piece. */
export class PageText {
  text = '';
  /** Whether the page has scripts: then what it shows may come from those. */
  scripts = false;
  /** True once no more is taken. */
  full = false;
  readonly #parser: Parser;
  readonly #limit: number;
  #depth = 0;
  /** How deep in what nobody reads; 0 outside. */
  #unread = 0;

  /** `limit`: UTF-16 units of text that are kept. */
  constructor(limit: number) {
    this.#limit = limit;
    this.#parser = new Parser(
      {
        onopentag: (name, attributes) => this.#open(name, attributes),
        onclosetag: (name) => this.#close(name),
        ontext: (text) => {
          if (this.#unread === 0 && !this.full) this.#add(text);
        },
      },
      { decodeEntities: true },
    );
  }

  write(piece: string): void {
    for (let at = 0; at < piece.length && !this.full; at += AT_ONCE) this.#parser.write(piece.slice(at, at + AT_ONCE));
  }

  end(): void {
    this.#parser.end();
  }

  #open(name: string, attributes: Record<string, string>): void {
    if (++this.#depth > DEEPEST) this.full = true;
    if (name === 'script') this.scripts = true;
    if (this.#unread > 0 || UNREAD.has(name) || isHidden(attributes)) this.#unread++;
    else if (!INLINE.has(name)) this.#add('\n');
  }

  #close(name: string): void {
    this.#depth--;
    if (this.#unread > 0) this.#unread--;
    else if (!INLINE.has(name)) this.#add('\n');
  }

  #add(text: string): void {
    this.text += text;
    if (this.text.length <= this.#limit) return;
    this.text = this.text.slice(0, this.#limit);
    this.full = true;
  }
}

/** As far as the markup says it: style sheets are not read. */
const isHidden = ({ hidden, style }: Record<string, string>): boolean =>
  hidden !== undefined || (style !== undefined && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style));

/** Bytes in which a page names its encoding (HTML, "prescan a byte stream"). */
export const PRESCAN = 1_024;

/** The encoding of a page: its byte order mark, its header, what it says at its beginning, else UTF-8. */
export function decoderFor(contentType: string, beginning: Uint8Array): TextDecoder {
  const head = String.fromCharCode(...beginning.subarray(0, PRESCAN));
  const marked = head.startsWith('\xFE\xFF') ? 'utf-16be' : head.startsWith('\xFF\xFE') ? 'utf-16le' : undefined;
  const named = /charset\s*=\s*["']?\s*([\w.:-]+)/i;
  const labels = [
    marked,
    named.exec(contentType)?.[1],
    /<meta[^>]{0,300}?/i.test(head) ? named.exec(head)?.[1] : undefined,
  ];
  for (const label of labels) {
    if (!label) continue;
    try {
      return new TextDecoder(label);
    } catch (error) {
      // A name that no browser knows says nothing.
      console.debug('Countersign: no encoding', error instanceof Error ? error.name : '');
    }
  }
  return new TextDecoder();
}
