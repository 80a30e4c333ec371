/** What stands in the card once something is reported: nothing moves under whoever is about to press. */
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Sent } from '../../../components/overlay/flag/Sent.tsx';

beforeEach(() => {
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockImplementation((name: string) => name);
});

/** What has a place in the row, by what it does. */
function rowUntil(undoUntil: string): string[] {
  const nothing = () => undefined;
  const status = { outputId: 'chatgpt:1:a', hash: 'sha256:0', status: 'reported' as const };
  const made = { reportId: '11111111-1111-4111-8111-111111111111', status, undoUntil };
  const html = renderToStaticMarkup(<Sent made={made} leads="factual" onUndone={nothing} onWrite={nothing} />);
  return (html.match(/<(?:button|span)[^>]*class="button[^>]*>/g) ?? []).map(
    (tag) => /data-action="(\w+)"/.exec(tag)?.[1] ?? 'nothing',
  );
}

test('once it can be undone no more, what stands beside Undo stays where it is', () => {
  expect(rowUntil('2999-01-01T00:00:00.000Z')).toEqual(['undo', 'comment', 'correct', 'preview']);
  expect(rowUntil('2000-01-01T00:00:00.000Z')).toEqual(['nothing', 'comment', 'correct', 'preview']);
});
