/**
 * What text came into a page, and where. Counted from mutation records alone, so that it costs what changed and not
 * what the page holds, and so that a list which is drawn anew at each token counts for the token only.
 */
import { OWN_ATTRIBUTE } from '../frame/bus.ts';
import { takeChanges } from '../ground/records.ts';
import { Slices } from '../ground/schedule.ts';
import type { Root } from '../ground/tree.ts';
import { Batch, type Lengths, type NodeChange } from './batch.ts';
import { beatsIn, piecesIn } from './beats.ts';
import type { Bursts } from './bursts.ts';
import { movedInto } from './moved.ts';
import { type Arrival, arrivedIn, saysOtherThan } from './redrawn.ts';

/** Records are looked at this long after the first of them came. */
const DELAY_MS = 100;
/**
 * The same while nothing changes but what is followed, or what has grown for a while with no pause: nothing more can be
 * learned from how that grows.
 */
const KNOWN_MS = 250;

interface Arrivals {
  /** Text came, or was drawn anew. */
  arrived(arrival: Arrival): void;
  /** An element came, with whatever it holds. */
  added(element: Element): void;
  /** What grows already, and what of it is followed: that is told of as a whole, once a look, and not looked at. */
  bursts: Pick<Bursts, 'followed' | 'went' | 'again' | 'isSteady' | 'judgeSoon'>;
}

/** When what came was told of, with all that it held by then: on a busy machine some of that is in the next batch too. */
type Told = WeakMap<Node, number>;

/** Watches roots until the signal aborts. Returns how to add a root. */
export function watchArrivals(listener: Arrivals, signal: AbortSignal): (root: Root) => void {
  const { bursts } = listener;
  const lengths: Lengths = new WeakMap();
  const told: Told = new WeakMap();
  let batch = new Batch(lengths);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const slices = new Slices<() => void>(
    (look) => look(),
    0,
    signal,
    () => bursts.judgeSoon(),
  );
  const flush = () => {
    timer = undefined;
    const came = batch;
    batch = came.next = new Batch(lengths, came.beatMs);
    if (came.went > 0) bursts.went(came.went);
    // What is followed alone leaves nothing to look at in slices.
    if (came.isKnown) return bursts.judgeSoon();
    slices.addNow(Array.from(came.changes(), (change) => () => look(change, came, told, listener)));
  };
  const take = (records: readonly MutationRecord[]) => {
    batch.take(records, bursts.followed);
    timer ??= setTimeout(flush, batch.isKnown || bursts.isSteady() ? KNOWN_MS : DELAY_MS);
  };
  signal.addEventListener('abort', () => clearTimeout(timer));
  return takeChanges(take, signal);
}

function look(change: NodeChange, batch: Batch, told: Told, listener: Arrivals): void {
  const { target, added, removed, beats } = change;
  if (!target.isConnected || isOwn(target)) return;
  const inner = target instanceof Element ? target : target.parentElement;
  if (isWithin(target, batch)) return wentOn(change, inner, listener);
  if (batch.leavesToNext(change)) return;
  const put = [...added.keys()].filter((node) => node.isConnected && node.parentNode === target && !isOwn(node));
  for (const node of put) if (node instanceof Element) listener.added(node);
  const toldMs = toldAround(target, told);
  const fresh = put.filter((node) => batch.moves.isNew(node) && batch.moves.isSince(node, toldMs));
  const gone = [...removed].filter((node) => batch.moves.hasGone(node));
  const was = change.sinceMs >= toldMs ? change.was : undefined;
  if (change.was !== was && inner) listener.bursts.again(inner, beats);
  const elements = fresh.filter((node) => node instanceof Element);
  const arrivals = arrivedIn(target, fresh, gone, was);
  if (elements.length > 0) arrivals.push(...movedInto(elements, batch.lost()));
  for (const node of fresh) told.set(node, performance.now());
  const beatsOf = beatsIn(change, arrivals);
  for (const arrival of arrivals) listener.arrived({ ...arrival, beats: beatsOf(arrival) });
}

/** What came in the same look, and is told of with what holds it, grew meanwhile; unless it made room for another text. */
function wentOn(change: NodeChange, inner: Element | null, { bursts }: Arrivals): void {
  if (!inner || saysOtherThan(change.removed, change.target)) return;
  bursts.again(inner, [...change.beats, ...piecesIn(change)]);
}

/** Whether something around the node came in the same batch: then it is counted there, with all that it holds. */
function isWithin(node: Node, batch: Batch): boolean {
  for (let around: Node | null = node; around; around = around.parentNode) if (batch.moves.isNew(around)) return true;
  return false;
}

/** When something around a node, or it itself, was last told of with all that it held. */
function toldAround(node: Node, told: Told): number {
  let toldMs = Number.NEGATIVE_INFINITY;
  for (let around: Node | null = node; around; around = around.parentNode)
    toldMs = Math.max(toldMs, told.get(around) ?? toldMs);
  return toldMs;
}

const isOwn = (node: Node): boolean => node instanceof Element && node.hasAttribute(OWN_ATTRIBUTE);
