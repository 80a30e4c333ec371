/**
 * In the page's own world: asks before the page writes to the clipboard. It holds no text, no status and no secret of ours; a
 * page that wants to go round it can (docs/threat-model.md). Whoever hears the question in our world says no by preventing it;
 * where nobody is there any more, everything is written as ever.
 */

/** The question: `detail` is the text that the page writes. */
export const WRITES = 'countersign:write';

const KEY = Symbol.for('countersign.writes');

/** Puts the question before `writeText` and `write`. Once a page. */
export function askBeforeWrites(): void {
  const clipboard = globalThis.Clipboard?.prototype as (Clipboard & { [KEY]?: true }) | undefined;
  if (!clipboard || clipboard[KEY]) return;
  Object.defineProperty(clipboard, KEY, { value: true });
  clipboard.writeText = new Proxy(clipboard.writeText, {
    apply: (native, self, args: unknown[]) =>
      mayWrite(String(args[0])) ? Reflect.apply(native, self, args) : Promise.reject(refusal()),
  });
  clipboard.write = new Proxy(clipboard.write, {
    apply: async (native, self, args: unknown[]) => {
      for (const text of await textsOf(args[0])) if (!mayWrite(text)) throw refusal();
      return Reflect.apply(native, self, args);
    },
  });
}

const mayWrite = (text: string): boolean => dispatchEvent(new CustomEvent(WRITES, { detail: text, cancelable: true }));

/** As the browser itself refuses. */
const refusal = () => new DOMException('Write permission denied.', 'NotAllowedError');

/** Texts among what is written; what cannot be read is the browser's affair. */
async function textsOf(items: unknown): Promise<string[]> {
  if (!Array.isArray(items)) return [];
  const texts: string[] = [];
  for (const item of items)
    for (const type of ['text/plain', 'text/html'])
      if (item instanceof ClipboardItem && item.types.includes(type))
        texts.push(await (await item.getType(type)).text());
  return texts;
}
