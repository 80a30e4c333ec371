/** A page's trace, as DevTools' own performance panel records it. */
import type { CDPSession, Page } from 'playwright';

/** One event of a trace; times in microseconds. */
export interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** Processor time of the thread, without what other programs took from it. */
  tdur?: number;
  /** Where the thread's own clock stood. */
  tts?: number;
  args: { data?: TraceData };
}

interface TraceData {
  url?: string;
  stackTrace?: { url?: string }[];
  timerId?: number;
  singleShot?: boolean;
  id?: number;
}

const CATEGORIES = [
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'disabled-by-default-devtools.timeline.stack',
  'v8.execute',
  'blink.user_timing',
];

/** What happened in the page's process while `work` ran, in order of time. */
export async function traced(page: Page, work: () => Promise<void>): Promise<TraceEvent[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Tracing.start', {
    transferMode: 'ReturnAsStream',
    traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'], recordMode: 'recordAsMuchAsPossible' },
  });
  try {
    await work();
  } finally {
    await session.send('Performance.enable'); // a round through the page's main thread: what was begun has ended
  }
  const complete = new Promise<{ stream?: string; dataLossOccurred: boolean }>((resolve) =>
    session.once('Tracing.tracingComplete', resolve),
  );
  await session.send('Tracing.end');
  const { stream, dataLossOccurred } = await complete;
  if (!stream || dataLossOccurred) throw new Error('the browser lost a part of the trace');
  const { traceEvents } = JSON.parse(await readAll(session, stream)) as { traceEvents: TraceEvent[] };
  await session.detach();
  return traceEvents.sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
}

async function readAll(session: CDPSession, handle: string): Promise<string> {
  const parts: Buffer[] = [];
  for (;;) {
    const { data, eof, base64Encoded } = await session.send('IO.read', { handle, size: 1 << 20 });
    parts.push(Buffer.from(data, base64Encoded ? 'base64' : 'utf8'));
    if (eof) break;
  }
  await session.send('IO.close', { handle });
  return Buffer.concat(parts).toString('utf8');
}
