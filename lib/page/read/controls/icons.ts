/**
 * What an icon says that has no name for screen readers: a tick and a cross in one place are opposite answers. It is known by
 * the names that collections of icons have: in classes, in what a drawing uses, in a file's name, as a word of a font.
 */

/** By what is left of a name without its collection and its shape. No arrow that opens something, nothing that only adorns. */
const SIGNS: ReadonlyMap<string, string> = new Map(
  [
    '✓ check checkmark tick done yes success task',
    '✗ x xmark cross close times cancel',
    '⊘ ban block blocked forbidden prohibited not-allowed',
    '⚠ warning exclamation',
    '👍 thumbs-up thumb-up',
    '👎 thumbs-down thumb-down',
    '↑ arrow-up arrow-upward trending-up',
    '↓ arrow-down arrow-downward trending-down',
    '+ plus add',
    '− minus dash remove',
  ].flatMap((line) => {
    const [sign = '', ...names] = line.split(' ');
    return names.map((name): [string, string] => [name, sign]);
  }),
);

/** Words in names that say of which collection, shape or weight an icon is. */
const SHAPE =
  /^(?:fa[srldb]?|bi|bxs?|[tr]i|mdi|ph|la[srb]?|pi|icons?|ico|icofont|glyphicon|lucide|tabler|feather|heroicons?|octicon|codicon|material|carbon|ion|eva|dashicons|svg|sym(?:bol)?|circled?|square|round(?:ed)?|solid|fill(?:ed)?|outlined?|line|regular|bold|thin|light|duotone|sharp|thick|lg|big|alt|o|badge|octagon|triangle|alt|2)$/;

/** These say it without the name of a collection beside them; any other word may be a class for something else. */
const ALONE = /^(?:check(?:mark)?|tick|cross)$/;

/** The sign that an icon draws, by its names; undefined where none of them says one. */
export function iconSignOf(icon: Element): string | undefined {
  for (const name of namesOf(icon)) {
    const words = name
      .replace(/([a-z])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .split(/[-_]+/);
    const core = words.filter((word) => !SHAPE.test(word)).join('-');
    const sign = words.length > 1 || ALONE.test(core) ? SIGNS.get(core) : undefined;
    if (sign) return sign;
  }
  return undefined;
}

/** A page may give an element any number of classes, and names of any length. */
const MOST_NAMES = 12;
const LONGEST = 200;

function namesOf(icon: Element): string[] {
  const names = (icon.getAttribute('class') ?? '')
    .slice(0, LONGEST * MOST_NAMES)
    .split(/\s+/)
    .slice(0, MOST_NAMES);
  // MUI names its icons for tests alone.
  const said = ['data-icon', 'data-lucide', 'data-testid', 'icon', 'name'].map((name) => icon.getAttribute(name));
  const drawn = icon.localName === 'img' ? icon.getAttribute('src') : icon.querySelector('use')?.getAttribute('href');
  // What a font draws as a sign is its text.
  for (const name of [...said, drawn, icon.textContent?.trim()])
    if (name && name.length <= LONGEST) names.push(`icon-${lastPart(name)}`);
  return names;
}

/** `mdi:check`, `sprite.svg#check`, `/icons/check.svg?v=2`. */
const lastPart = (name: string): string => /([^/:#?.]*)(?:\.\w+)?(?:\?.*)?$/.exec(name)?.[1] ?? '';

/** `1f468-200d-1f4bb.svg`, `emoji_u1f44d.png`: collections of emoji name their files by the characters. */
const CODES = /(?:^|[/_u])([\da-f]{4,5}(?:[-_][\da-f]{4,5})*)\.(?:png|svg|webp|gif)(?:\?|$)/i;

/** A file that is called by a number alone may be of any collection. */
const OF_EMOJI = /emoji|72x72/i;

/** The emoji that an image shows, by its file. */
export function emojiOf(image: Element): string | undefined {
  const source = (image.getAttribute('src') ?? '').slice(-LONGEST);
  const name = CODES.exec(source)?.[1];
  const codes = name && (!/^\d+$/.test(name) || OF_EMOJI.test(source)) ? name.split(/[-_]/) : undefined;
  const emoji = codes && String.fromCodePoint(...codes.map((code) => Number.parseInt(code, 16)));
  return emoji && /^\p{Extended_Pictographic}|^\p{RI}/u.test(emoji) ? emoji : undefined;
}
