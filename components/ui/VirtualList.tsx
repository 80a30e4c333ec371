import { useVirtualizer } from '@tanstack/react-virtual';
import { type HTMLAttributes, memo, type ReactNode, useCallback, useEffect, useEffectEvent, useRef } from 'react';
import styles from './VirtualList.module.css';

/** Attributes by which others find an item. */
type ItemAttributes = HTMLAttributes<HTMLLIElement> & { [name: `data-${string}`]: string | undefined };

interface VirtualListProps<T> {
  /** Name of the list for screen readers. */
  label: string;
  items: readonly T[];
  /** The same function at each drawing: with another one all items are placed anew. */
  keyOf: (item: T) => string;
  attributesOf?(item: T): ItemAttributes;
  /** Height of an item before it is measured. */
  estimate: number;
  /** Which part of a longer list it is: how many come before, and how many there are in all. */
  part?: { before: number; all: number };
  /** Hears which items are in sight. */
  onSeen?(first: number, last: number): void;
  children(item: T): ReactNode;
}

/** As much as can be in sight before the list is laid out: what is in it comes with its first drawing, and not after that. */
const atMostInSight = () => ({ width: innerWidth, height: innerHeight });

/** A list of any length: only what is in sight is rendered. */
export function VirtualList<T>({
  label,
  items,
  keyOf,
  attributesOf,
  estimate,
  part = { before: 0, all: items.length },
  onSeen,
  children,
}: VirtualListProps<T>) {
  const scroller = useRef<HTMLDivElement>(null);
  const getItemKey = useCallback(
    (at: number) => {
      const item = items[at];
      return item === undefined ? at : keyOf(item);
    },
    [items, keyOf],
  );
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimate,
    getItemKey,
    initialRect: atMostInSight(),
    overscan: 5,
  });
  const { startIndex = 0, endIndex = 0 } = virtualizer.range ?? {};
  const told = useEffectEvent((first: number, last: number) => onSeen?.(first, last));
  useEffect(() => told(startIndex, endIndex), [startIndex, endIndex]);
  return (
    <div ref={scroller} className={styles.scroller}>
      <ul className={styles.list} aria-label={label} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ key, index, start }) => {
          const item = items[index];
          if (item === undefined) return null;
          return (
            <li
              key={key}
              ref={virtualizer.measureElement}
              className={styles.row}
              style={{ transform: `translateY(${start}px)` }}
              data-index={index}
              aria-setsize={part.all}
              aria-posinset={part.before + index + 1}
              {...attributesOf?.(item)}
            >
              <Content item={item} render={children as Render} />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

type Render = (item: unknown) => ReactNode;

/** What an item shows: not drawn again where it only moves. */
const Content = memo(({ item, render }: { item: unknown; render: Render }) => render(item));
