/** A server that speaks as much of the NATS protocol as collectors ask for, and that can misbehave. */
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

const INFO = 'INFO {"server_id":"of-the-test","max_payload":1048576}\r\n';

interface Broker {
  /** `nats://…` */
  url: string;
  /** What clients said of themselves. */
  introductions: Record<string, unknown>[];
  /** Says this to all, whatever it is. */
  say(text: string): void;
  /** Ends every connection, as a restart does. */
  cut(): void;
}

export async function startBroker(): Promise<Broker> {
  const clients = new Map<Socket, string | undefined>();
  const introductions: Record<string, unknown>[] = [];
  const server = createServer((socket) => {
    clients.set(socket, undefined);
    socket.on('close', () => clients.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.write(INFO);
    let text = '';
    socket.on('data', (piece) => {
      text = answer(socket, text + piece.toString());
    });
  });
  /** Takes whole requests, gives what is left. */
  function answer(socket: Socket, text: string): string {
    const end = text.indexOf('\r\n');
    if (end < 0) return text;
    const [line, after] = [text.slice(0, end), text.slice(end + 2)];
    const [word = '', subject = '', size = ''] = line.split(' ');
    if (word !== 'PUB') {
      obey(socket, word, line);
      return answer(socket, after);
    }
    if (after.length < Number(size) + 2) return text;
    handOn(subject, after.slice(0, Number(size)));
    return answer(socket, after.slice(Number(size) + 2));
  }
  function obey(socket: Socket, word: string, line: string): void {
    if (word === 'CONNECT') introductions.push(JSON.parse(line.slice(word.length)));
    if (word === 'SUB') clients.set(socket, line.split(' ')[1]);
    if (word === 'PING') socket.write('PONG\r\n');
  }
  function handOn(subject: string, payload: string): void {
    for (const [client, hears] of clients)
      if (hears === subject) client.write(`MSG ${subject} 1 ${payload.length}\r\n${payload}\r\n`);
  }
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const cut = () => {
    for (const client of clients.keys()) client.destroy();
  };
  onTestFinished(() => close(server, cut));
  return {
    url: `nats://127.0.0.1:${(server.address() as AddressInfo).port}`,
    introductions,
    say: (text) => {
      for (const client of clients.keys()) client.write(text);
    },
    cut,
  };
}

async function close(server: Server, cut: () => void): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  cut();
  await closed;
}
