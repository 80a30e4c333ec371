import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Passage } from '../../../lib/domain/anchoring/anchor.ts';
import type { Anchored, PassagePlace } from '../../../lib/domain/anchoring/resolve.ts';
import type { Output } from '../../../lib/domain/output/output.ts';
import type { Report } from '../../../lib/domain/report/report.ts';
import { sendToFrame } from '../../../lib/messages/to-page/send.ts';
import { outputByHash } from '../../../lib/store/ask/queries.ts';
import { activate, findOutput, type OutputPlace, openOutput } from './findOutput.ts';

/** What is known of a passage: nothing yet, that it is looked for, what became of it, or that no page has it. */
export type PassageLook = 'unasked' | 'looking' | 'opening' | 'closed' | { anchored: Anchored; choice?: PassagePlace };

/** How often a page is asked again while somebody sees the answer: a text can change at any time. */
const AGAIN_MS = 1_500;

interface Shown {
  place: OutputPlace;
  output: Output;
  choice?: PassagePlace;
}

/** Shows a passage in its page, and keeps what is said of it true while the page changes. */
export function usePassage(report: Report, passage: Passage) {
  const [look, setLook] = useState<PassageLook>('unasked');
  const shown = useRef<Shown>(undefined);

  const ask = async (of: Shown, scroll: boolean) => {
    const { place, output, choice } = of;
    const anchored = await sendToFrame(place.tabId, place.frameId, 'passage.show', {
      outputId: place.outputId,
      passage,
      severity: report.severity,
      scroll,
      ...(output.content ? { ownText: output.content.text } : {}),
      ...(choice ? { choice: { start: choice.start, end: choice.end } } : {}),
    }).catch(() => null); // the page went away
    if (shown.current !== of) return;
    if (!anchored) shown.current = undefined;
    setLook(anchored ? { anchored, ...(choice ? { choice } : {}) } : 'closed');
  };

  const show = async (choice?: PassagePlace) => {
    setLook('looking');
    const output = await outputByHash(report.hash);
    let place = output && (await findOutput(output));
    if (output && !place) {
      setLook('opening');
      place = await openOutput(output).catch(() => undefined); // an address that the browser will not open
    }
    if (!output || !place) return setLook('closed');
    await activate(place.tabId);
    shown.current = { place, output, ...(choice ? { choice } : {}) };
    await ask(shown.current, true);
  };

  const again = useEffectEvent(() => {
    if (shown.current && document.visibilityState === 'visible') void ask(shown.current, false);
  });
  useEffect(() => {
    const clear = () => {
      const { place } = shown.current ?? {};
      shown.current = undefined;
      if (place) void sendToFrame(place.tabId, place.frameId, 'passage.clear', {}).catch(() => undefined); // gone anyway
    };
    const timer = setInterval(() => again(), AGAIN_MS);
    // A panel that is closed is not unmounted.
    addEventListener('pagehide', clear);
    return () => {
      clearInterval(timer);
      removeEventListener('pagehide', clear);
      clear();
    };
  }, []);

  return { look, show };
}
