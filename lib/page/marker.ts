/** Waits for a chat box that comes into a page later than we do. */
import { profileByMarker } from '../tools/match.ts';
import type { ToolProfile } from '../tools/profile.ts';

/** How soon after a change the page is asked: once for all that changes meanwhile. */
const DELAY_MS = 400;

/** Calls `found` once, with the profile whose marker turns up first. Costs nothing while the page does not change. */
export function awaitMarker(
  profiles: readonly ToolProfile[],
  found: (profile: ToolProfile) => void,
  signal: AbortSignal,
): void {
  const any = profiles.flatMap(({ match }) => match.markers ?? []).join(',');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    observer.disconnect();
    clearTimeout(timer);
  };
  const look = () => {
    timer = undefined;
    if (!document.querySelector(any)) return;
    const profile = profileByMarker(profiles, document);
    if (!profile) return;
    stop();
    found(profile);
  };
  const observer = new MutationObserver(() => {
    timer ??= setTimeout(look, DELAY_MS);
  });
  observer.observe(document, { childList: true, subtree: true });
  signal.addEventListener('abort', stop);
}
