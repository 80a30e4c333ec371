/** Makes C2PA manifests as a signer would, and texts that carry them; by the standards, not by the code under test. */
import { encode, Tagged } from 'cborg';

const bytesOf = (text: string): number[] => [...new TextEncoder().encode(text)];
const size = (length: number): number[] => [length >>> 24, (length >>> 16) & 255, (length >>> 8) & 255, length & 255];
export const box = (type: string, ...parts: readonly (readonly number[])[]): number[] => {
  const body = parts.flat();
  return [...size(body.length + 8), ...bytesOf(type), ...body];
};

/** ISO/IEC 19566-5: a superbox is a description (16 bytes of type, toggles, label), and what it holds. */
export const superbox = (label: string, ...inside: readonly (readonly number[])[]): number[] =>
  box('jumb', box('jumd', new Array<number>(16).fill(0), [3], bytesOf(label), [0]), ...inside);
export const cborBox = (value: unknown): number[] => box('cbor', [...encode(value)]);

const IPTC = 'http://cv.iptc.org/newscodes/digitalsourcetype';

/** DER of an X.509 certificate whose subject is Acme Signing and whose issuer is Acme Root; its key and signature are empty. */
function certificate(): Uint8Array {
  const der = (tag: number, ...parts: readonly (readonly number[])[]): number[] => {
    const body = parts.flat();
    return body.length < 128 ? [tag, body.length, ...body] : [tag, 0x82, body.length >> 8, body.length & 255, ...body];
  };
  const attribute = (type: number, text: string) =>
    der(0x31, der(0x30, [0x06, 3, 0x55, 4, type], der(0x0c, bytesOf(text))));
  const name = (common: string) => der(0x30, attribute(10, 'Acme'), attribute(3, common));
  const algorithm = der(0x30, [0x06, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2]);
  const time = (text: string) => der(0x17, bytesOf(text));
  const key = der(0x30, der(0x30, [0x06, 7, 0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1]), [0x03, 2, 0, 4]);
  const validity = der(0x30, time('250101000000Z'), time('300101000000Z'));
  const body = [[0xa0, 3, 2, 1, 2], [2, 1, 1], algorithm, name('Acme Root'), validity, name('Acme Signing'), key];
  return Uint8Array.from(der(0x30, der(0x30, ...body), algorithm, [0x03, 2, 0, 0]));
}

interface Made {
  generator?: string;
  sourceType?: string;
  when?: string;
}

/** A manifest store with one manifest: its actions, its claim (version 2) and its signature (COSE_Sign1). */
export function manifestStore({
  generator = 'Quill',
  sourceType = 'trainedAlgorithmicMedia',
  when,
}: Made = {}): number[] {
  const action = {
    action: 'c2pa.created',
    digitalSourceType: `${IPTC}/${sourceType}`,
    ...(when ? { when: new Tagged(0, when) } : {}),
  };
  const claim = { claim_generator_info: { name: generator, version: '2.1' }, instanceID: 'xmp:iid:1', alg: 'sha256' };
  const header = encode(
    new Map<unknown, unknown>([
      [1, -7],
      [33, [certificate()]],
    ]),
  );
  const sign1 = new Tagged(18, [header, {}, null, new Uint8Array(64)]);
  return superbox(
    'c2pa',
    superbox(
      'urn:c2pa:1',
      superbox('c2pa.assertions', superbox('c2pa.actions.v2', cborBox({ actions: [action] }))),
      superbox('c2pa.claim.v2', cborBox(claim)),
      superbox('c2pa.signature', cborBox(sign1)),
    ),
  );
}

/** C2PA 2.4, A.8.3.1: one variation selector a byte. */
export const selectors = (bytes: readonly number[]): string =>
  bytes.map((byte) => String.fromCodePoint(byte < 16 ? 0xfe00 + byte : 0xe0100 + byte - 16)).join('');

/** The wrapper of a manifest store; `declared`: the length that it says it has. */
export const wrapper = (store: readonly number[], { declared = store.length, version = 1, padding = 3 } = {}): string =>
  `\uFEFF${selectors([...bytesOf('C2PATXT'), 0, version, ...size(declared), ...store, ...new Array<number>(padding).fill(0)])}`;
