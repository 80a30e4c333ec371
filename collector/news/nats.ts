/**
 * News by way of a NATS server: one connection that tells and hears, made again whenever it is lost. It never stops a collector
 * from starting or answering; meanwhile the database is asked.
 */
import { connect as connectPlain, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { DatabaseError, type News, type Subscriber } from '../database/database.ts';
import type { NatsAddress } from './nats-address.ts';
import { createFrames, type NatsFrame } from './nats-frames.ts';

const AGAIN_MS = 1_000;
/** A server that does not answer for so long is taken for gone. */
const SILENCE_MS = 10_000;

/** Says and hears on one subject of a server. */
export function openNats(address: NatsAddress, subject: string): News {
  let connection: Connection | undefined;
  return {
    // What cannot be told now is not kept: whoever listens asks the database too.
    notify: async (messages) => connection?.tell(messages),
    subscribe: async (subscriber) => {
      let stopped = false;
      let timer: NodeJS.Timeout | undefined;
      const begin = () => {
        connection = new Connection(address, subject, subscriber, () => {
          connection = undefined;
          if (!stopped) timer = setTimeout(begin, AGAIN_MS);
        });
      };
      begin();
      return async () => {
        stopped = true;
        clearTimeout(timer);
        connection?.end();
      };
    },
  };
}

class Connection {
  readonly #address: NatsAddress;
  readonly #subject: string;
  readonly #subscriber: Subscriber;
  readonly #frames = createFrames();
  readonly #beat: NodeJS.Timeout;
  #socket: Socket;
  #introduced = false;
  #ready = false;
  /** Whether it was asked if it is still there, and has not answered. */
  #asked = false;

  constructor(address: NatsAddress, subject: string, subscriber: Subscriber, gone: () => void) {
    this.#address = address;
    this.#subject = subject;
    this.#subscriber = subscriber;
    const plain = connectPlain({ host: address.host, port: address.port });
    // Errors of what is laid over it come here too: `close` follows.
    plain.once('close', () => {
      clearInterval(this.#beat);
      gone();
    });
    this.#socket = plain;
    this.#hear(plain);
    this.#beat = setInterval(() => this.#ask(), SILENCE_MS);
  }

  #hear(socket: Socket): void {
    socket.on('error', (error) => this.#subscriber.error(new DatabaseError(error)));
    socket.on('data', (piece) => this.#take(piece));
  }

  #take(piece: Buffer): void {
    try {
      for (const frame of this.#frames(piece)) this.#act(frame);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      this.#fail(error.message);
    }
  }

  #fail(reason: string): void {
    this.#subscriber.error(new DatabaseError(Object.assign(new Error(reason), { code: 'nats_refused' })));
    this.#socket.destroy();
  }

  #act(frame: NatsFrame): void {
    if (frame.kind === 'ping') this.#socket.write('PONG\r\n');
    else if (frame.kind === 'pong') this.#answered();
    else if (frame.kind === 'message') this.#subscriber.message(frame.text);
    else if (frame.kind === 'refused') this.#fail(frame.reason);
    else if (frame.kind === 'info') this.#introduce(frame.tlsRequired);
  }

  /** At the server's first word: under TLS from then on where either of us wants it. Later ones are about its neighbours. */
  #introduce(tlsRequired: boolean): void {
    if (this.#introduced) return;
    this.#introduced = true;
    const { tls, identity } = this.#address;
    if (tls || tlsRequired) this.#secure();
    const said = {
      verbose: false,
      pedantic: false,
      name: 'countersign-collector',
      lang: 'js',
      version: '1',
      ...identity,
    };
    this.#socket.write(`CONNECT ${JSON.stringify(said)}\r\nSUB ${this.#subject} 1\r\nPING\r\n`);
  }

  #secure(): void {
    const { host } = this.#address;
    const plain = this.#socket.removeAllListeners('data');
    this.#socket = connectTls({ socket: plain, host, ...(isIP(host) ? {} : { servername: host }) });
    this.#socket.once('close', () => plain.destroy());
    this.#hear(this.#socket);
  }

  /** The first answer says that we are in, and that we hear from now on. */
  #answered(): void {
    this.#asked = false;
    if (this.#ready) return;
    this.#ready = true;
    this.#subscriber.reconnected();
  }

  #ask(): void {
    if (this.#asked || !this.#ready) return void this.#fail('no answer');
    this.#asked = true;
    this.#socket.write('PING\r\n');
  }

  tell(messages: readonly string[]): void {
    if (!this.#ready) return;
    for (const message of messages)
      this.#socket.write(`PUB ${this.#subject} ${Buffer.byteLength(message)}\r\n${message}\r\n`);
  }

  end(): void {
    clearInterval(this.#beat);
    this.#socket.destroy();
  }
}
