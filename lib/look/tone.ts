/** The tones in which things are said. Their colours stand in `tones.css`. */

/** How a thing is meant: said by colour, and never by colour alone. */
export type Tone = 'neutral' | 'notice' | 'good' | 'change' | 'danger' | 'raised';

const mixed = (tone: Tone, share: string) =>
  `color-mix(in srgb, var(--cs-${tone}) var(--cs-${share}), var(--cs-ground))`;

/** The custom properties by which an element has the ink, the paper and the line of a tone. */
export const toneStyle = (tone: Tone): Record<`--tone-${string}`, string> => ({
  '--tone-ink': `var(--cs-${tone})`,
  '--tone-paper': mixed(tone, 'soft'),
  '--tone-line': mixed(tone, 'edge'),
});

/** Gives an element a tone. */
export function setTone(element: HTMLElement, tone: Tone): void {
  for (const [name, value] of Object.entries(toneStyle(tone))) element.style.setProperty(name, value);
}
