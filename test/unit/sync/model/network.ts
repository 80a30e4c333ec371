/** A network that loses requests and answers, sends requests twice, and delivers some late and out of order. */
import type { Answered, Arrived } from './endpoints.ts';

/** How often each thing happens, 0 to 1. */
interface Weather {
  lost: number;
  unanswered: number;
  twice: number;
  late: number;
  broken: number;
}
export const CALM: Weather = { lost: 0, unanswered: 0, twice: 0, late: 0, broken: 0 };

type Endpoint = { answer(request: Arrived): Answered };

export class Network {
  weather: Weather = CALM;
  readonly #endpoints: Record<string, Endpoint>;
  readonly #random: () => number;
  #late: (() => void)[] = [];

  constructor(endpoints: Record<string, Endpoint>, random: () => number) {
    this.#endpoints = endpoints;
    this.#random = random;
  }

  /** `fetch`, as far as targets use it. */
  readonly fetch = async (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    await new Promise(setImmediate);
    const url = new URL(String(input));
    const endpoint = this.#endpoints[url.hostname];
    if (!endpoint) throw new TypeError('no such host');
    const token = /^Bearer (.+)$/.exec(new Headers(init.headers).get('authorization') ?? '')?.[1] ?? '';
    const arrived: Arrived = { method: init.method ?? 'GET', url, token, body: String(init.body ?? '') };
    const answered = this.#carry(endpoint, arrived);
    await new Promise(setImmediate);
    if (init.signal?.aborted) throw new DOMException('aborted', 'AbortError');
    const { status, body, headers } = answered;
    return new Response(body === undefined ? null : JSON.stringify(body), { status, ...(headers ? { headers } : {}) });
  };

  #carry(endpoint: Endpoint, arrived: Arrived): Answered {
    const { lost, unanswered, twice, late, broken } = this.weather;
    if (this.#happens(0.5)) this.#late.splice(Math.floor(this.#random() * this.#late.length), 1)[0]?.();
    if (this.#happens(lost)) throw new TypeError('lost on the way');
    if (this.#happens(late)) {
      this.#late.push(() => void endpoint.answer(arrived));
      throw new TypeError('taken for lost');
    }
    if (this.#happens(broken)) return this.#broken();
    const answered = endpoint.answer(arrived);
    if (this.#happens(twice)) endpoint.answer(arrived);
    if (this.#happens(unanswered)) throw new TypeError('the answer was lost');
    return answered;
  }

  #broken(): Answered {
    const [status, headers] = [
      [503, { 'retry-after': '7' }],
      [429, { 'retry-after': '120' }],
      [500, {}],
      [404, {}],
    ][Math.floor(this.#random() * 4)] as [number, Record<string, string>];
    return { status, headers };
  }

  #happens = (share: number): boolean => this.#random() < share;
}

/** Numbers in [0, 1) from a seed (mulberry32), so that a failing run can be run again. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
