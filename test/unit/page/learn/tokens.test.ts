import { parseHTML } from 'linkedom';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { tellingNames, tokensOf } from '../../../../lib/page/learn/tokens.ts';

const { document } = parseHTML('<html><body></body></html>');
beforeEach(() => {
  vi.stubGlobal('CSS', { escape: (name: string) => name.replace(/[^\w-]/g, '\\$&') });
  return () => vi.unstubAllGlobals();
});

function named(...names: string[]): Element {
  const element = document.createElement('div');
  for (const name of names) element.classList.add(name);
  return element as unknown as Element;
}

const isName = (name: string): boolean => tokensOf(named(name)).length > 0;

describe('a name that says how something looks just now is none', () => {
  it.each([
    'active',
    'msg-Loading',
    'row_closed',
    'close',
    'focus-within',
    'focused',
    'is-open2',
    'is-anything-else',
    'streaming_dots',
    'x-animated',
    'generating',
    'fadeIn',
  ])('%s', (name) => {
    expect(isName(name)).toBe(false);
  });

  it.each([
    'activity',
    'reopened',
    'unfocused',
    'is-',
    'island',
    'newest',
    'lasting',
    'answer',
    'regenerated',
    'focusé',
  ])('%s is one', (name) => {
    expect(isName(name)).toBe(true);
  });
});

it('of names, those for how something looks tell least', () => {
  const looks = ['text-sm', 'md:hover:-mt-px', 'px', 'w-full', 'border'];
  expect(tellingNames(named(...looks, 'reply'))[0]).toBe('.reply');
  expect(tellingNames(named(...looks))[0]).toBe('.text-sm.md\\:hover\\:-mt-px.px.w-full');
  expect(tellingNames(named('text-sm', 'pz-b', 'texture'))[0]).toBe('.pz-b');
});
