/** A shadow root, also a closed one where the browser lets extensions see it. */
export function shadowOf(host: Element): ShadowRoot | null {
  if (host.shadowRoot) return host.shadowRoot;
  const firefox = (host as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot;
  if (firefox) return firefox;
  const { chrome } = globalThis as {
    chrome?: { dom?: { openOrClosedShadowRoot?(host: HTMLElement): ShadowRoot | null } };
  };
  return host instanceof HTMLElement ? (chrome?.dom?.openOrClosedShadowRoot?.(host) ?? null) : null;
}
