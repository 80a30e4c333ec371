/** Where a NATS server is, and who we are there: `nats://user:password@host:4222`, `nats://token@host`, `tls://…`. */
export interface NatsAddress {
  host: string;
  port: number;
  /** TLS from the start on, or at the server's first word where it asks for that. */
  tls: boolean;
  /** What `CONNECT` says of us. */
  identity: { user?: string; pass?: string; auth_token?: string };
}

const DEFAULT_PORT = 4222;

/** Reads an address; nothing where it is none. */
export function natsAddress(text: string): NatsAddress | undefined {
  if (!/^(?:nats|tls):\/\//.test(text) || !URL.canParse(text)) return undefined;
  const { protocol, hostname, port, username, password } = new URL(text);
  if (!hostname) return undefined;
  const [user, pass] = [decodeURIComponent(username), decodeURIComponent(password)];
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  return {
    host,
    port: port ? Number(port) : DEFAULT_PORT,
    tls: protocol === 'tls:',
    identity: pass ? { user, pass } : user ? { auth_token: user } : {},
  };
}
