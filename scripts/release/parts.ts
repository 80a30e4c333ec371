/** What a release is made of, as CycloneDX says it: the same text for the same parts, so that two builds can be compared. */
import { createHash } from 'node:crypto';

export interface Part {
  name: string;
  version: string;
  license: string;
}

/** A stable id in the form of a UUID (version 8), from what the list says. */
function serialOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

const componentOf = (type: 'application' | 'library', { name, version, license }: Part) => {
  const purl = `pkg:npm/${name.replace('@', '%40')}@${version}`;
  // SPDX expressions hold spaces; single ids do not.
  const licences = /\s/.test(license) ? { expression: license } : { license: { id: license } };
  return { type, 'bom-ref': purl, name, version, purl, licenses: [licences] };
};

/** The list of parts of one package, CycloneDX 1.6. */
export function bomText(of: Part, parts: readonly Part[]): string {
  const components = parts.map((part) => componentOf('library', part));
  const component = componentOf('application', of);
  const dependencies = [{ ref: component['bom-ref'], dependsOn: components.map((each) => each['bom-ref']) }];
  const body = { metadata: { component }, components, dependencies };
  const head = { bomFormat: 'CycloneDX', specVersion: '1.6', serialNumber: serialOf(JSON.stringify(body)), version: 1 };
  return `${JSON.stringify({ ...head, ...body }, null, 2)}\n`;
}
