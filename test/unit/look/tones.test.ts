/** What is said by a tone can be read, in both themes: WCAG 2.2, 1.4.3 (text 4.5 to 1). */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { STATUSES } from '../../../lib/domain/codes.ts';
import { MARK_LOOK } from '../../../lib/look/mark.ts';
import { STATUS_LOOK } from '../../../lib/look/status.ts';
import type { Tone } from '../../../lib/look/tone.ts';

const css = ['lib/look/tones.css', 'components/ui/tokens.css'].map((path) => readFileSync(path, 'utf8')).join('\n');

/** Colours of a theme: the first time a token is set is the light one, the second the dark one. */
function coloursOf(theme: 'light' | 'dark'): Map<string, string> {
  const values = new Map<string, string[]>();
  for (const [, name = '', value = ''] of css.matchAll(/(--cs-[\w-]+): (#[0-9a-f]{6}|\d+%);/g))
    values.set(name, [...(values.get(name) ?? []), value]);
  return new Map([...values].map(([name, both]) => [name, both[theme === 'light' ? 0 : 1] ?? both[0] ?? '']));
}

const channels = (colour: string): number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** What `color-mix(in srgb, …)` gives. */
function mixed(colour: string, share: number, ground: string): string {
  const grounds = channels(ground);
  const parts = channels(colour).map((part, at) => Math.round(share * part + (1 - share) * (grounds[at] ?? 0)));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = channels(colour)
    .map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const TONES = [...new Set(STATUSES.map((status) => STATUS_LOOK[status].tone))];

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  const colours = coloursOf(theme);
  const colour = (name: string): string => {
    const value = colours.get(name);
    if (!value) throw new Error(`${name} has no ${theme} colour`);
    return value;
  };

  const paperOf = (tone: Tone) =>
    mixed(colour(`--cs-${tone}`), Number.parseFloat(colour('--cs-soft')) / 100, colour('--cs-ground'));

  test.each(TONES)(
    '%s is read on every paper, where a mark stands on another status’s badge, and on every ground',
    (tone) => {
      for (const ground of [...TONES.map(paperOf), colour('--cs-ground'), colour('--cs-bg'), colour('--cs-sunken')])
        expect(contrast(colour(`--cs-${tone}`), ground)).toBeGreaterThanOrEqual(4.5);
    },
  );

  test.each(TONES)('ordinary text is read on the paper of %s', (tone) => {
    expect(contrast(colour('--cs-text'), paperOf(tone))).toBeGreaterThanOrEqual(4.5);
  });
});

test('every status has an icon of its own, and statuses that mean different things have different tones', () => {
  const icons = STATUSES.map((status) => STATUS_LOOK[status].icon);
  expect(new Set(icons).size).toBe(STATUSES.length);
  expect(STATUS_LOOK.escalated.tone).not.toBe(STATUS_LOOK.reported.tone);
  expect(STATUS_LOOK.blocked.tone).not.toBe(STATUS_LOOK.reported.tone);
});

test('every mark has an icon of its own, no status’s, and none looks like an approval', () => {
  const marks = Object.values(MARK_LOOK);
  const icons = [...marks, ...Object.values(STATUS_LOOK)].map(({ icon }) => icon);
  expect(new Set(icons).size).toBe(icons.length);
  expect(marks.map(({ tone }) => tone)).not.toContain('good');
});

test('no other file of the product gives a status a colour', () => {
  const places = ['lib/page/ours/badge-look.ts', 'lib/page/reuse/look.ts', 'lib/page/reuse/notice-look.ts'];
  for (const path of [...places, 'components/overlay/card.css'])
    expect(readFileSync(path, 'utf8')).not.toMatch(/\[data-status=["']?(?:reported|blocked|escalated)/);
});
