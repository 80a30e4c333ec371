/** All tool profiles, sorted by id. A new tool is a file and a line here. */
import { chatgpt } from './chatgpt.ts';
import type { ToolProfile } from './profile.ts';

export const PROFILES: readonly ToolProfile[] = [chatgpt];

/** Match patterns of all known tools, for the manifest. */
export function hostPatterns(): string[] {
  const hosts = PROFILES.flatMap(({ match }) => match.hosts);
  return [...new Set(hosts)].sort().map((host) => `https://${host}/*`);
}
