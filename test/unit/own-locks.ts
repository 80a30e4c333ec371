/** Node has one set of locks for all threads of a process: a file's engine would wait for, or pass over, the rounds of another file's. */
const own = crypto.randomUUID();
const { locks } = navigator;

Object.defineProperty(navigator, 'locks', {
  value: {
    query: () => locks.query(),
    request: (name: string, ...more: [never]) => locks.request(`${own} ${name}`, ...more),
  },
});
