/** Of two changes to what is masked, the second is the last one: taken back while it is still being stored, the first one stays. */
import { parseHTML } from 'linkedom';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { usePrivacy } from '../../../components/options/privacy/usePrivacy.ts';
import { redaction } from '../../../lib/settings/items.ts';

let shown: ReturnType<typeof usePrivacy>;
function Probe(): null {
  shown = usePrivacy();
  return null;
}

it('undoes the last change, also before it is stored', async () => {
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue('en');
  vi.spyOn(fakeBrowser.i18n, 'getMessage').mockReturnValue('said');
  const window = parseHTML('<html><body><main></main></body></html>');
  for (const name of ['window', 'document', 'Element', 'HTMLElement', 'Node'] as const)
    vi.stubGlobal(name, Reflect.get(window, name));
  const root = createRoot(window.document.querySelector('main') as unknown as Element);
  root.render(<Probe />);
  await expect.poll(() => shown?.own.names).toEqual([]);
  shown?.change({ names: ['Rossi'] });
  await expect.poll(() => shown?.undo).toBeDefined();
  const { promise, resolve } = Promise.withResolvers<void>();
  const storing = vi.spyOn(redaction, 'setValue').mockReturnValueOnce(promise);
  shown?.change({ kinds: ['email'] });
  await expect.poll(() => shown?.own.kinds).toEqual(['email']);
  shown?.undo?.();
  await expect.poll(() => storing.mock.calls.length).toBe(2);
  expect(storing.mock.calls[1]?.[0]).toMatchObject({ names: ['Rossi'] });
  resolve();
  await Promise.all(storing.mock.results.map(({ value }) => value));
  await new Promise(setImmediate);
  root.unmount();
  vi.unstubAllGlobals();
});
