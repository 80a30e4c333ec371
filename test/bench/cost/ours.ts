/** What a trace tells of one extension's scripts in a page: how long their tasks are, and what they left waiting. */
import type { TraceEvent } from './trace.ts';

/** Where a script of ours runs: its address begins so. */
export const contentScriptsOf = (extensionId: string): string => `chrome-extension://${extensionId}/content-scripts/`;

interface Span {
  from: number;
  to: number;
}

const spanOf = ({ ts, dur = 0 }: TraceEvent): Span => ({ from: ts, to: ts + dur });
const isWithin = (inner: Span, outer: Span): boolean => inner.from >= outer.from && inner.to <= outer.to;
const isScript = ({ name, ph }: TraceEvent): boolean =>
  ph === 'X' && (name === 'FunctionCall' || name === 'EvaluateScript' || name === 'v8.evaluateModule');
const isMicrotasks = ({ name, ph }: TraceEvent): boolean => ph === 'X' && name === 'RunMicrotasks';
const spentMs = ({ tdur, dur = 0 }: TraceEvent): number => (tdur ?? dur) / 1_000;

/** Events of the threads in which a script from `place` ran. */
function inItsThreads(events: readonly TraceEvent[], place: string): TraceEvent[] {
  const threads = new Set(events.filter(isFrom(place)).map(threadOf));
  return events.filter((event) => threads.has(threadOf(event)));
}
const threadOf = ({ pid, tid }: TraceEvent): string => `${pid}.${tid}`;
const isFrom =
  (place: string) =>
  (event: TraceEvent): boolean =>
    isScript(event) && (event.args.data?.url?.startsWith(place) ?? false);

/**
 * Time that scripts from `place` took in each task in which they ran, in ms of the processor, with the layout that they
 * asked for. What follows a promise has no address: in a task with no script of anybody else it counts as theirs.
 */
export function taskTimes(events: readonly TraceEvent[], place: string): number[] {
  const theirs = isFrom(place);
  return tasksOf(inItsThreads(events, place)).flatMap((task) => {
    const alone = !task.some((event) => isScript(event) && !theirs(event));
    const counted = outermost(task.filter((event) => theirs(event) || (alone && isMicrotasks(event))));
    return counted.length > 0 ? [counted.reduce((sum, event) => sum + spentMs(event), 0)] : [];
  });
}

/** The events of each task, in order of time. */
function tasksOf(events: readonly TraceEvent[]): TraceEvent[][] {
  const open = new Map<string, { span: Span; within: TraceEvent[] }>();
  const tasks: TraceEvent[][] = [];
  for (const event of events) {
    const thread = threadOf(event);
    const current = open.get(thread);
    if (current && isWithin(spanOf(event), current.span)) current.within.push(event);
    else if (event.name === 'RunTask' && event.ph === 'X') {
      const within: TraceEvent[] = [];
      tasks.push(within);
      open.set(thread, { span: spanOf(event), within });
    }
  }
  return tasks;
}

/** Those that stand in none of the others. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  const found: TraceEvent[] = [];
  for (const event of events) {
    const last = found.at(-1);
    if (!last || !isWithin(spanOf(event), spanOf(last))) found.push(event);
  }
  return found;
}

/** The longest of them, in ms; 0 where none ran. */
export const longestMs = (events: readonly TraceEvent[], place: string): number =>
  Math.max(0, ...taskTimes(events, place));

/**
 * Time of all script, in ms of the processor, in the threads in which scripts from `place` ran: of the page and of every
 * isolated world, what follows promises included (the browser's own count, `ScriptDuration`, leaves that out).
 */
export const allScriptMs = (events: readonly TraceEvent[], place: string): number =>
  outermost(inItsThreads(events, place).filter((event) => isScript(event) || isMicrotasks(event))).reduce(
    (sum, event) => sum + spentMs(event),
    0,
  );

/** Addresses of the scripts from `place` that ran. */
export const scriptsOf = (events: readonly TraceEvent[], place: string): Set<string> =>
  new Set(events.filter(isFrom(place)).map(({ args }) => args.data?.url ?? ''));

/** How often scripts from `place` were called since `sinceUs`, a trace's own time. */
export const wakeUps = (events: readonly TraceEvent[], place: string, sinceUs: number): number =>
  events.filter((event) => event.ts >= sinceUs && isFrom(place)(event)).length;

/** Begin and end of each kind of waiting: by which field it is known, and whether it goes on when it has come once. */
const WAITS = [
  { set: 'TimerInstall', cleared: 'TimerRemove', comes: 'TimerFire', key: 'timerId' },
  { set: 'RequestAnimationFrame', cleared: 'CancelAnimationFrame', comes: 'FireAnimationFrame', key: 'id' },
  { set: 'RequestIdleCallback', cleared: 'CancelIdleCallback', comes: 'FireIdleCallback', key: 'id' },
] as const;

/** Timers, animation frames and idle callbacks that scripts from `place` set and that are still waiting at the end. */
export function leftWaiting(events: readonly TraceEvent[], place: string): number {
  const waiting = new Map<string, boolean>();
  for (const event of events)
    for (const { set, cleared, comes, key } of WAITS) {
      const id = `${event.pid}.${set}.${event.args.data?.[key]}`;
      if (event.name === set && setBy(event, place)) waiting.set(id, event.args.data?.singleShot ?? true);
      if (event.name === cleared || (event.name === comes && waiting.get(id))) waiting.delete(id);
    }
  return waiting.size;
}

const setBy = ({ args }: TraceEvent, place: string): boolean =>
  args.data?.stackTrace?.some(({ url }) => url?.startsWith(place)) ?? false;
