/**
 * What a person can use of the C2PA manifest in a text: which program made the claim, what kind of source it names,
 * who signed, when. Neither the signature nor the hash of the text is checked, and the screens say so.
 */
import { AsnConvert } from '@peculiar/asn1-schema';
import { Certificate, type Name } from '@peculiar/asn1-x509';
import { decode, type TagDecoder } from 'cborg';
import { manifestSchema, type TextManifest } from '../../domain/output/hidden.ts';
import { normaliseText, shorten, storable } from '../../domain/output/text.ts';
import { type Box, readSuperbox } from './jumbf.ts';

/** What can be told of a manifest store. Never throws. */
export function described(store: Uint8Array): TextManifest {
  try {
    // The last manifest of a store is the active one; the others are of what it was made from.
    const manifest = readSuperbox(store).boxes.at(-1);
    const claim = manifest && boxBy(manifest, /^c2pa\.claim(\.v\d)?$/);
    if (!claim) return { problem: 'malformed' };
    const { generator } = generatorOf(contentOf(claim));
    const made = actionsOf(manifest);
    return manifestSchema.parse({ ...defined({ generator }), ...made, ...signerOf(manifest) });
  } catch (error) {
    // Whatever bytes can be wrong in; a text does not become unreadable by what somebody hid in it.
    console.debug('Countersign: a manifest that is none', error instanceof Error ? error.name : '');
    return { problem: 'malformed' };
  }
}

const boxBy = (box: Box, label: RegExp): Box | undefined => box.boxes.find((inner) => label.test(inner.label));

/** Tags of CBOR that C2PA and COSE use: each stands for what it tags. */
const plain: TagDecoder = (control) => control();
const TAGS = Object.fromEntries([0, 1, 18, 24, 32, 33, 34, 37, 98, 100, 1004].map((tag) => [tag, plain]));
const cbor = (bytes: Uint8Array): unknown => decode(bytes, { tags: TAGS, useMaps: true, allowIndefinite: true });

type Fields = Map<unknown, unknown>;
const fieldsOf = (value: unknown): Fields => (value instanceof Map ? value : new Map());
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

function contentOf(box: Box): Fields {
  const content = box.contents.find(({ type }) => type === 'cbor');
  return fieldsOf(content && cbor(content.bytes));
}

/** Words out of a manifest as they are shown: on one line, without what steers how text runs. */
function words(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const text = normaliseText(storable(shorten(value, 300)).replace(/\p{Cc}/gu, ' '));
  return text === '' ? undefined : text;
}

const defined = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;

/** Version 2 of a claim has one generator, version 1 a list of them, and before that a string. */
function generatorOf(claim: Fields): { generator: string | undefined } {
  const [info] = listOf(claim.get('claim_generator_info'));
  const [name, version] = [words(fieldsOf(info).get('name')), words(fieldsOf(info).get('version'))];
  const both = name && version ? shorten(`${name} ${version}`, 300) : name;
  return { generator: both ?? words(claim.get('claim_generator')) };
}

const MOST_ACTIONS = 100;

function actionsOf(manifest: Box): Partial<TextManifest> {
  const assertions = boxBy(manifest, /^c2pa\.assertions$/);
  const boxes = assertions?.boxes.filter(({ label }) => /^c2pa\.actions(\.v2)?(__\d+)?$/.test(label)) ?? [];
  const actions = boxes.flatMap((box) => listOf(contentOf(box).get('actions'))).slice(0, MOST_ACTIONS);
  const types = actions.flatMap((action) => sourceType(fieldsOf(action).get('digitalSourceType')) ?? []);
  const created = actions.map(fieldsOf).find((action) => action.get('action') === 'c2pa.created');
  const madeAt = instant(created?.get('when') ?? fieldsOf(actions[0]).get('when'));
  return {
    ...(types.length > 0 ? { sourceTypes: [...new Set(types)].slice(0, 10) } : {}),
    ...(madeAt ? { madeAt } : {}),
  };
}

/** The last part of the address by which the vocabulary names a type. */
function sourceType(value: unknown): string | undefined {
  const last = typeof value === 'string' ? value.split('/').at(-1) : undefined;
  return last && /^[A-Za-z0-9._-]{1,100}$/.test(last) ? last : undefined;
}

function instant(value: unknown): string | undefined {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  const year = Number.isNaN(at) ? 0 : new Date(at).getUTCFullYear();
  return year > 0 && year < 10_000 ? new Date(at).toISOString() : undefined;
}

/** Header of COSE under which the chain of certificates stands (RFC 9360), as a number or by the name it had before. */
const CHAIN: readonly unknown[] = [33, 'x5chain'];

function signerOf(manifest: Box): Partial<TextManifest> {
  const box = boxBy(manifest, /^c2pa\.signature$/);
  const content = box?.contents.find(({ type }) => type === 'cbor');
  const signed = content ? listOf(cbor(content.bytes)) : [];
  const [sealed, open] = signed;
  const headers = [
    sealed instanceof Uint8Array && sealed.length > 0 ? fieldsOf(cbor(sealed)) : new Map(),
    fieldsOf(open),
  ];
  const chains = headers.flatMap((header) => CHAIN.flatMap((name) => listOf(header.get(name))));
  const certificate = chains.find((entry) => entry instanceof Uint8Array);
  if (!(certificate instanceof Uint8Array)) return {};
  try {
    const { subject, issuer } = AsnConvert.parse(certificate, Certificate).tbsCertificate;
    return defined({ signer: words(named(subject)), issuer: words(named(issuer)) });
  } catch (error) {
    // What is no certificate names nobody; the rest of the manifest can be told all the same.
    console.debug('Countersign: a certificate that is none', error instanceof Error ? error.name : '');
    return {};
  }
}

/** Organisation and common name (X.520) of whom a certificate names. */
const [COMMON_NAME, ORGANISATION] = ['2.5.4.3', '2.5.4.10'];

function named(name: Name): string {
  const parts = [...name].flatMap((part) => [...part]);
  const of = (type: string) => parts.find((part) => part.type === type)?.value.toString();
  return [...new Set([of(COMMON_NAME ?? ''), of(ORGANISATION ?? '')])].filter(Boolean).join(', ');
}
