/** Answers for the components that ask a server: each in the wire format that its component reads. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { streamAnswer } from './runtime/model.ts';
import { type Asked, askedBy, pastTurns } from './runtime/params.ts';

type Answer = (body: string, asked: Asked, response: ServerResponse) => Promise<void>;

const FORMATS: Record<string, Answer> = { agui: answerAgui, n8n: answerN8n, sse: answerSse };

/** Answers `/answers/<format>`; false if there is no such format. */
export async function answer(request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean> {
  const write = FORMATS[url.pathname.replace('/answers/', '')];
  if (!write) return false;
  let body = '';
  for await (const chunk of request) body += chunk;
  await write(body, askedBy(url.searchParams), response);
  response.end();
  return true;
}

/** AG-UI: a run, and in it one message. */
async function answerAgui(body: string, asked: Asked, response: ServerResponse): Promise<void> {
  const { threadId, runId, messages } = JSON.parse(body);
  const messageId = randomUUID();
  const send = (event: object): boolean => response.write(`data: ${JSON.stringify(event)}\n\n`);
  response.setHeader('content-type', 'text/event-stream');
  send({ type: 'RUN_STARTED', threadId, runId });
  send({ type: 'TEXT_MESSAGE_START', messageId, role: 'assistant' });
  for await (const delta of streamAnswer(textOf(messages.at(-1)?.content), asked, 'markdown'))
    send({ type: 'TEXT_MESSAGE_CONTENT', messageId, delta });
  send({ type: 'TEXT_MESSAGE_END', messageId });
  send({ type: 'RUN_FINISHED', threadId, runId });
}

function textOf(content: string | { text?: string }[] | undefined): string {
  if (typeof content === 'string') return content;
  return (content ?? []).map(({ text = '' }) => text).join('');
}

/** n8n: JSON lines between a beginning and an end, or one object; past sessions come in LangChain's form. */
async function answerN8n(body: string, asked: Asked, response: ServerResponse): Promise<void> {
  const { action, chatInput } = JSON.parse(body);
  response.setHeader('content-type', 'application/json');
  if (action === 'loadPreviousSession') {
    const data = pastTurns(asked, 'markdown').map(({ role, text }) => ({
      id: ['langchain_core', 'messages', role === 'user' ? 'HumanMessage' : 'AIMessage'],
      kwargs: { content: text, additional_kwargs: {} },
      lc: 1,
      type: 'constructor',
    }));
    response.write(JSON.stringify({ data }));
    return;
  }
  const metadata = { nodeId: 'agent', nodeName: 'AI Agent', runIndex: 0, itemIndex: 0, timestamp: Date.now() };
  const send = (line: object): boolean => response.write(`${JSON.stringify({ ...line, metadata })}\n`);
  if (!asked.whole) send({ type: 'begin' });
  for await (const content of streamAnswer(chatInput, asked, 'markdown'))
    if (asked.whole) response.write(JSON.stringify({ output: content }));
    else send({ type: 'item', content });
  if (!asked.whole) send({ type: 'end' });
}

/** Plain server-sent events, each with a piece of the text. */
async function answerSse(body: string, asked: Asked, response: ServerResponse): Promise<void> {
  const { prompt } = JSON.parse(body);
  response.setHeader('content-type', 'text/event-stream');
  for await (const text of streamAnswer(prompt, asked, 'markdown'))
    response.write(`data: ${JSON.stringify({ text })}\n\n`);
}
