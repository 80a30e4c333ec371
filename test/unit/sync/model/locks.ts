/** Web Locks of one worker; the browser gives them back when it is killed. */
export function createLocks(): Pick<LockManager, 'request'> {
  const held = new Map<string, Promise<unknown>>();
  const request = async (name: string, ...rest: unknown[]): Promise<unknown> => {
    const work = rest.at(-1) as (lock: { name: string } | null) => Promise<unknown>;
    const { ifAvailable } = rest.length > 1 ? (rest[0] as { ifAvailable?: boolean }) : {};
    if (ifAvailable && held.has(name)) return work(null);
    const before = held.get(name)?.catch(() => undefined);
    const mine = (async () => {
      await before;
      return work({ name });
    })();
    held.set(name, mine);
    try {
      return await mine;
    } finally {
      if (held.get(name) === mine) held.delete(name);
    }
  };
  return { request: request as LockManager['request'] };
}
