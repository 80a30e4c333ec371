/** Live pages on a loopback address: real chat components from npm, streaming answers that people get at work. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { answerTo, type LiveLang } from './answers.ts';
import { servedFile } from './files.ts';
import { assistantPage, type LivePage, type PageQuery, plainPage } from './pages.ts';
import { deepChatFrames, type Frames, type Hold, n8nFrames, type Telling, tell } from './stream.ts';

interface LiveOptions {
  /** 0 takes a free port. */
  port?: number;
  /** Milliseconds between two tokens. */
  paceMs?: number;
  /** Characters of a token; 4 to 6 if none. */
  chunk?: number;
}

interface PageOptions {
  lang?: LiveLang;
  theme?: 'light' | 'dark';
  /** Past turns (a question and its answer each) with which the page begins. */
  history?: number;
  /** Milliseconds between two tokens, for this page only. */
  pace?: number;
  /** Characters of a token, for this page only. */
  chunk?: number;
  /** Milliseconds of silence in the middle of every answer. */
  pause?: number;
  /** Every answer at once. */
  whole?: boolean;
  /** Of the plain page: how many tokens `window.stream()` streams when it is not told. */
  tokens?: number;
}

/** A question that the server was asked. */
interface Asked {
  page: LivePage;
  prompt: string;
  answerId: string;
}

export interface Live {
  url: string;
  asked: readonly Asked[];
  /** The address of a page. */
  pageUrl(page: LivePage, options?: PageOptions): string;
  /** Sets the pace of the streams that begin from now on. */
  paced(paceMs: number, chunk?: number): void;
  /** Makes every stream stop after so many tokens; the function that comes back lets them go on. */
  hold(afterTokens: number): () => void;
  close(): Promise<void>;
}

interface LiveState {
  paceMs: number;
  chunk: number | undefined;
  hold: Hold | undefined;
  asked: Asked[];
}

const BODY_LIMIT = 4_000_000;
/** Nothing from elsewhere. Style attributes are allowed because both components align table cells with them. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
  "base-uri 'none'; form-action 'self'";

export async function startLive(options: LiveOptions = {}): Promise<Live> {
  const state: LiveState = { paceMs: options.paceMs ?? 18, chunk: options.chunk, hold: undefined, asked: [] };
  const server = createServer((request, response) => {
    answerRequest(state, request, response).catch((error: unknown) => fail(response, error));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    asked: state.asked,
    pageUrl: (page, of = {}) => `${url}/${page}${queryOf(of)}`,
    paced(paceMs, chunk) {
      state.paceMs = paceMs;
      state.chunk = chunk;
    },
    hold: (afterTokens) => holdStreams(state, afterTokens),
    close() {
      return new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      });
    },
  };
}

function holdStreams(state: LiveState, afterTokens: number): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  const hold = { afterTokens, released: promise };
  state.hold = hold;
  return () => {
    if (state.hold === hold) state.hold = undefined;
    resolve();
  };
}

function queryOf(options: PageOptions): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(options)) {
    if (value !== undefined && value !== false) search.set(name, value === true ? '1' : String(value));
  }
  const text = search.toString();
  return text ? `?${text}` : '';
}

async function answerRequest(state: LiveState, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const method = request.method ?? 'GET';
  if (method === 'POST' && url.pathname === '/api/deep-chat')
    return converse(state, 'deep-chat', request, response, url);
  if (method === 'POST' && url.pathname === '/api/n8n-chat') return converse(state, 'n8n-chat', request, response, url);
  if (method !== 'GET' && method !== 'HEAD') return reply(response, 405, 'text/plain', 'Only GET here.');
  const page = pageAt(url);
  if (page) return reply(response, 200, 'text/html; charset=utf-8', page);
  const file = await servedFile(url.pathname);
  if (file) return reply(response, 200, file.contentType, file.body);
  reply(response, 404, 'text/plain', 'Nothing here.');
}

function pageAt({ pathname, searchParams }: URL): string | undefined {
  const theme = searchParams.get('theme');
  const query: PageQuery = {
    lang: langOf(searchParams),
    ...(theme === 'light' || theme === 'dark' ? { theme } : {}),
    search: searchParams,
  };
  if (pathname === '/' || pathname === '/deep-chat') return assistantPage('deep-chat', query);
  if (pathname === '/n8n-chat') return assistantPage('n8n-chat', query);
  if (pathname === '/plain') return plainPage(query);
  return undefined;
}

async function converse(
  state: LiveState,
  page: 'deep-chat' | 'n8n-chat',
  request: IncomingMessage,
  response: ServerResponse,
  { searchParams }: URL,
): Promise<void> {
  if (Number(request.headers['content-length'] ?? 0) > BODY_LIMIT)
    return reply(response, 413, 'text/plain', 'Too long.');
  const prompt = promptIn(await text(request));
  if (prompt === undefined) return reply(response, 400, 'text/plain', 'There is no question in this request.');
  const answer = answerTo(prompt, langOf(searchParams));
  state.asked.push({ page, prompt, answerId: answer.id });
  const frames: Frames = page === 'deep-chat' ? deepChatFrames : n8nFrames();
  await tell(response, answer.answer, frames, tellingOf(state, searchParams), () => state.hold);
}

/** The question, in the words of either component: deep-chat sends `messages`, n8n `chatInput`. */
function promptIn(body: string): string | undefined {
  let sent: { messages?: { text?: unknown }[]; chatInput?: unknown };
  try {
    sent = JSON.parse(body) as typeof sent;
  } catch {
    return undefined;
  }
  const prompt = sent?.chatInput ?? sent?.messages?.at(-1)?.text;
  return typeof prompt === 'string' && prompt.trim() ? prompt : undefined;
}

function tellingOf(state: LiveState, search: URLSearchParams): Telling {
  const chunk = countIn(search, 'chunk') ?? state.chunk;
  const pauseMs = countIn(search, 'pause');
  return {
    paceMs: countIn(search, 'pace') ?? state.paceMs,
    whole: search.get('whole') === '1',
    ...(chunk ? { chunk } : {}),
    ...(pauseMs ? { pauseMs } : {}),
  };
}

function countIn(search: URLSearchParams, name: string): number | undefined {
  const value = search.get(name);
  return value !== null && /^\d{1,6}$/.test(value) ? Number(value) : undefined;
}

function langOf(search: URLSearchParams): LiveLang {
  return search.get('lang') === 'it' ? 'it' : 'en';
}

function reply(response: ServerResponse, status: number, contentType: string, body: string | Buffer): void {
  response.writeHead(status, {
    'content-type': contentType,
    'content-security-policy': POLICY,
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  response.end(body);
}

function fail(response: ServerResponse, error: unknown): void {
  console.error(error);
  if (response.headersSent) response.destroy();
  else reply(response, 500, 'text/plain', 'The live server failed.');
}
