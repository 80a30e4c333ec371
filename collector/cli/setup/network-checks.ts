/** What browsers meet: the certificate, the collector behind it, and a proxy that lets through what it must. */
import { connect, type PeerCertificate } from 'node:tls';
import { bad, type CheckUp, good, unknown, warning } from './findings.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** What renews certificates does it a month before, so that half of that says that it does not. */
const SOON_DAYS = 14;
const PATIENCE_MS = 10_000;

interface Seen {
  certificate: PeerCertificate;
  fault: string | undefined;
}

/** The certificate, as somebody sees it who trusts what this computer trusts. */
export async function checkTls(address: string, now: number): Promise<CheckUp> {
  const { protocol, hostname, port } = new URL(address);
  if (protocol === 'http:') return warning('TLS', `${address} has none`, 'Only browsers on this computer can use it.');
  const seen = await certificateOf(hostname, Number(port || 443)).catch((error: Error) => error);
  if (seen instanceof Error)
    return bad(
      'TLS',
      `nothing answers at ${address} (${codeOf(seen)})`,
      'Start the proxy, and look at the name in the DNS and at the firewall.',
    );
  if (seen.fault !== undefined)
    return bad('TLS', `browsers will not believe the certificate (${seen.fault})`, remedyOf(seen.fault));
  const days = Math.floor((Date.parse(seen.certificate.valid_to) - now) / DAY_MS);
  if (days < SOON_DAYS) return warning('TLS', `the certificate ends in ${days} days`, 'See why it is not renewed.');
  return good('TLS', `the certificate holds for ${days} more days`);
}

function certificateOf(host: string, port: number): Promise<Seen> {
  return new Promise((resolve, reject) => {
    // What is wrong with it is to be said, so that it is looked at first. Nothing is sent.
    const socket = connect({
      host,
      port,
      servername: /^[\d.:[\]]+$/.test(host) ? '' : host,
      rejectUnauthorized: false,
    });
    socket.setTimeout(PATIENCE_MS, () => socket.destroy(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })));
    socket.once('error', reject);
    socket.once('secureConnect', () => {
      const error: unknown = socket.authorizationError;
      resolve({ certificate: socket.getPeerCertificate(), fault: error ? codeOf(error) : undefined });
      socket.end();
    });
  });
}

const REMEDIES: Record<string, string> = {
  CERT_HAS_EXPIRED: 'It has ended: renew it.',
  CERT_NOT_YET_VALID: 'It begins later: look at the clock of this computer.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'It is of another name: get one for the name in the address.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'The certificates between it and its authority are not sent: give the whole chain (fullchain.pem), not the last one alone.',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    'The whole chain is not sent, or this computer does not know the authority (NODE_EXTRA_CA_CERTS names a file with it).',
  DEPTH_ZERO_SELF_SIGNED_CERT:
    'It vouches for itself: get one of an authority, or have browsers trust it by their policy.',
  SELF_SIGNED_CERT_IN_CHAIN:
    'Its authority is your own: have browsers trust it; here, NODE_EXTRA_CA_CERTS names a file with it.',
};
const remedyOf = (fault: string): string =>
  REMEDIES[fault] ?? 'Have the proxy send a certificate that browsers believe.';

/** The collector as a browser's extension asks it: itself, its answers readable, large requests let through. */
export async function checkReach(address: string, version: string): Promise<CheckUp[]> {
  const about = 'reached by browsers';
  const asked = await ask(`${address}/healthz`).catch((error: Error) => error);
  if (asked instanceof Error)
    return [
      bad(
        about,
        `${address} does not answer (${codeOf(asked.cause ?? asked)})`,
        'Start the collector and the proxy; then look at what is said of TLS above.',
      ),
    ];
  const state = asked.headers.get('content-type')?.includes('json')
    ? ((await asked.json()) as { name?: string; version?: string })
    : {};
  if (state.name !== 'countersign-collector')
    return [
      bad(
        about,
        `${address} is answered by something else (${asked.status})`,
        'Have the proxy hand the address on to the collector.',
      ),
    ];
  const versions =
    state.version === version
      ? good('version', `${version} answers at the address`)
      : warning(
          'version',
          `${state.version} answers at the address, this program is ${version}`,
          'Start the service again, or install the same version.',
        );
  return [good(about, 'it answers at its address'), versions, await checkCors(address), await checkBodies(address)];
}

/** Any extension's origin: that browsers of one may read the answers is what is asked. */
const ORIGIN = 'chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';

async function checkCors(address: string): Promise<CheckUp> {
  const headers = {
    origin: ORIGIN,
    'access-control-request-method': 'GET',
    'access-control-request-headers': 'authorization',
  };
  const { headers: said } = await ask(`${address}/v1/me`, { method: 'OPTIONS', headers });
  if (said.get('access-control-allow-origin') === ORIGIN) return good('CORS', 'extensions may read its answers');
  return bad(
    'CORS',
    'browsers will not let the extension read its answers',
    'Have the proxy leave OPTIONS requests and headers whose names begin with access-control- as they are.',
  );
}

/** As large as a push may be, without a token: the collector asks for one, a proxy says that it is too large. */
async function checkBodies(address: string): Promise<CheckUp> {
  const body = new Uint8Array(4_900_000);
  const headers = { 'content-type': 'application/cloudevents-batch+json' };
  const answer = await ask(`${address}/v1/events`, { method: 'POST', headers, body }).catch((error: Error) => error);
  if (answer instanceof Error)
    return unknown(
      'large requests',
      `one of 5 MB was cut off (${codeOf(answer.cause ?? answer)})`,
      'See that the proxy lets bodies of 5 MB through.',
    );
  if (answer.status === 413)
    return bad(
      'large requests',
      'the proxy refuses bodies of 5 MB',
      'Raise its limit: client_max_body_size 5m in nginx.',
    );
  return good('large requests', 'bodies of 5 MB come through');
}

async function ask(url: string, init: RequestInit = {}): Promise<Response> {
  return fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(PATIENCE_MS) });
}

function codeOf(error: unknown): string {
  if (typeof error === 'string') return error;
  if (typeof error !== 'object' || error === null) return 'unknown';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return error instanceof Error ? error.name : 'unknown';
}
