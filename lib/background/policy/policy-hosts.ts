/** Hosts that the policy names and the manifest does not: watched where the browser grants access to them. */
import { policyInForce } from '../../settings/effective.ts';
import { hostPatterns } from '../../tools/index.ts';

/** Match patterns of the hosts that the policy in force names and that do not come with the extension. */
export async function policyPatterns(): Promise<string[]> {
  const tools = (await policyInForce())?.policy.tools;
  const profiles = [...(tools?.add ?? []), ...Object.values(tools?.patch ?? {})];
  // What is in force has passed the schema of profiles.
  const matches = profiles.map(({ match }) => match as { hosts?: string[] } | undefined);
  const hosts = [...matches.flatMap((match) => match?.hosts ?? []), ...(tools?.watch ?? [])];
  const known = new Set(hostPatterns());
  return [...new Set(hosts.map((host) => `https://${host}/*`))].filter((pattern) => !known.has(pattern)).sort();
}
