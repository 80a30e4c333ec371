/** The one place where messages arrive in the background: sender first, then shape, then handler. */
import { type Browser, browser } from 'wxt/browser';
import type * as z from 'zod';
import type { Envelope, Refusal } from './refusal.ts';
import { classifySender, type Sender } from './sender.ts';
import type { Reply } from './to-background/index.ts';
import { MESSAGES, type MessageBody, type MessageName } from './to-background/index.ts';

type Handler<K extends MessageName> = (body: MessageBody<K>, sender: Sender) => Promise<Reply<K>> | Reply<K>;

/** Thrown by a handler that does not carry a message out. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal);
    this.name = 'Refused';
    this.refusal = refusal;
  }
}

const handlers = new Map<string, Handler<MessageName>>();

/** Registers the handler of a message. One each: a second one is a mistake in the code. */
export function handle<K extends MessageName>(type: K, handler: Handler<K>): void {
  if (handlers.has(type)) throw new Error(`${type} has a handler already`);
  handlers.set(type, handler as unknown as Handler<MessageName>);
}

/** Begins to receive; `failed` hears of handlers that threw. Called synchronously when the worker starts, so that a message that woke it is not lost. */
export function listen(ownOrigins: readonly string[], failed: (type: string, error: unknown) => void): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Browser.runtime.MessageSender, reply) => {
    void answer(message, sender, ownOrigins, failed).then(reply);
    return true; // the reply comes later; holds in every browser, with and without the polyfill
  });
}

async function answer(
  message: unknown,
  stamped: Browser.runtime.MessageSender,
  ownOrigins: readonly string[],
  failed: (type: string, error: unknown) => void,
): Promise<Envelope<MessageName>> {
  const accepted = accept(message, classifySender(stamped, browser.runtime.id, ownOrigins));
  if (typeof accepted === 'string') return drop(accepted);
  try {
    return { ok: true, reply: await accepted() };
  } catch (error) {
    const refusal = refusalOf(error);
    if (!(error instanceof Refused)) failed((message as { type: string }).type, error);
    return { ok: false, refusal };
  }
}

function accept(message: unknown, sender: Sender | undefined): string | (() => ReturnType<Handler<MessageName>>) {
  if (!sender) return 'unknown sender';
  const { type, body } = (message ?? {}) as { type?: unknown; body?: unknown };
  if (typeof type !== 'string' || !Object.hasOwn(MESSAGES, type)) return 'unknown message';
  const declaration = MESSAGES[type as MessageName];
  if (!(declaration.from as readonly string[]).includes(sender.kind)) return `${type} from ${sender.kind}`;
  const parsed = bodyOf(type as MessageName).safeParse(body);
  if (!parsed.success) return `${type} malformed`;
  const handler = handlers.get(type);
  if (!handler) return `${type} unhandled`;
  return () => handler(parsed.data as MessageBody<MessageName>, sender);
}

const bodies = new Map<MessageName, z.ZodType>();

function bodyOf(type: MessageName): z.ZodType {
  const body = bodies.get(type) ?? MESSAGES[type].body();
  bodies.set(type, body);
  return body;
}

function drop(reason: string): Envelope<MessageName> {
  console.warn(`Countersign dropped a message: ${reason}`); // never its content
  return { ok: false, refusal: 'dropped' };
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refused) return error.refusal;
  const name = (error as { name?: string; inner?: { name?: string } } | undefined) ?? {};
  if (name.name === 'QuotaExceededError' || name.inner?.name === 'QuotaExceededError') return 'storage_full';
  console.error('Countersign could not carry a message out:', error);
  return 'failed';
}
