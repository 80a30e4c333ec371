/**
 * Where the nodes of a cluster stand, and how they are cut off from each other. As root on Linux each has a network of its own
 * (a namespace), whose cable can be pulled. Elsewhere they share this computer's loopback, and one that is cut off is halted.
 */
import { execFileSync } from 'node:child_process';
import { randomInt } from 'node:crypto';

export interface Network {
  /** How it cuts, for people. */
  kind: string;
  addressOf(at: number): string;
  /** A program as it is run where a node stands. */
  within(at: number, program: string, args: readonly string[]): [string, string[]];
  /** Cuts a node off from the other nodes, and no further: whoever writes still reaches it. */
  cutFromNodes(at: number): void;
  /** Cuts a node off from everybody. */
  cutOff(at: number): void;
  /** Undoes the cuts of a node. */
  mend(at: number): void;
  remove(): void;
}

/** For benchmarks of network devices (RFC 2544): nobody has them. */
const BLOCK = '198.18';

/** What halts and wakes the processes of a node, where no network can be cut. */
type Halt = (at: number, signal: 'SIGSTOP' | 'SIGCONT') => void;

/** A network for so many nodes, of the better kind that this machine lets us have. */
export function makeNetwork(nodes: number, halt: Halt): Network {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return onLoopback(halt);
  const namespaces = new Namespaces(nodes);
  try {
    namespaces.make();
    return namespaces;
  } catch (error) {
    namespaces.remove();
    if (!/Operation not permitted|not supported|ENOENT/.test(String(error))) throw error;
    return onLoopback(halt);
  }
}

const ip = (...args: string[]): void => {
  execFileSync('ip', args, { stdio: ['ignore', 'ignore', 'pipe'] });
};

/** A bridge in a namespace of its own, from which a cable leads to each node and one to us. */
class Namespaces implements Network {
  readonly kind = 'network namespaces: routes and cables are cut';
  readonly #nodes: number;
  readonly #name = `cs${randomInt(0x10000).toString(16)}`;
  readonly #net = `${BLOCK}.${randomInt(1, 255)}`;
  readonly #hub = `${this.#name}-hub`;

  constructor(nodes: number) {
    this.#nodes = nodes;
  }

  make(): void {
    ip('netns', 'add', this.#hub);
    ip('-n', this.#hub, 'link', 'add', 'bridge', 'type', 'bridge');
    ip('-n', this.#hub, 'link', 'set', 'bridge', 'up');
    ip('link', 'add', this.#name, 'type', 'veth', 'peer', 'name', 'ours', 'netns', this.#hub);
    this.#plug('ours');
    ip('addr', 'add', `${this.#net}.1/24`, 'dev', this.#name);
    ip('link', 'set', this.#name, 'up');
    for (let at = 0; at < this.#nodes; at++) this.#makeNode(at);
  }

  #makeNode(at: number): void {
    const node = this.#nodeName(at);
    ip('netns', 'add', node);
    ip('-n', node, 'link', 'add', 'eth0', 'type', 'veth', 'peer', 'name', cable(at), 'netns', this.#hub);
    this.#plug(cable(at));
    ip('-n', node, 'addr', 'add', `${this.addressOf(at)}/24`, 'dev', 'eth0');
    for (const device of ['lo', 'eth0']) ip('-n', node, 'link', 'set', device, 'up');
  }

  #plug(device: string): void {
    ip('-n', this.#hub, 'link', 'set', device, 'master', 'bridge');
    ip('-n', this.#hub, 'link', 'set', device, 'up');
  }

  #nodeName(at: number): string {
    return `${this.#name}-${at + 1}`;
  }

  addressOf(at: number): string {
    return `${this.#net}.${at + 11}`;
  }

  within(at: number, program: string, args: readonly string[]): [string, string[]] {
    return ['ip', ['netns', 'exec', this.#nodeName(at), program, ...args]];
  }

  cutFromNodes(at: number): void {
    this.#forEachOther(at, 'add');
  }

  #forEachOther(at: number, act: 'add' | 'del'): void {
    for (let other = 0; other < this.#nodes; other++)
      if (other !== at)
        for (const [from, to] of [
          [at, other],
          [other, at],
        ] as const)
          ip('-n', this.#nodeName(from), 'route', act, 'blackhole', `${this.addressOf(to)}/32`);
  }

  cutOff(at: number): void {
    ip('-n', this.#hub, 'link', 'set', cable(at), 'down');
  }

  mend(at: number): void {
    ip('-n', this.#hub, 'link', 'set', cable(at), 'up');
    const routes = execFileSync('ip', ['-n', this.#nodeName(at), 'route'], { encoding: 'utf8' });
    if (routes.includes('blackhole')) this.#forEachOther(at, 'del');
  }

  remove(): void {
    // Cables go with the namespaces that they end in.
    const names = [...Array.from({ length: this.#nodes }, (_, at) => this.#nodeName(at)), this.#hub];
    const there = execFileSync('ip', ['netns', 'list'], { encoding: 'utf8' });
    for (const name of names) if (there.includes(name)) ip('netns', 'del', name);
  }
}

const cable = (at: number): string => `to-${at + 1}`;

function onLoopback(halt: Halt): Network {
  return {
    kind: 'no namespaces here: a node that is cut off is halted (SIGSTOP)',
    addressOf: (at) => `127.0.0.${at + 11}`,
    within: (_at, program, args) => [program, [...args]],
    cutFromNodes: (at) => halt(at, 'SIGSTOP'),
    cutOff: (at) => halt(at, 'SIGSTOP'),
    mend: (at) => halt(at, 'SIGCONT'),
    remove: () => undefined,
  };
}
