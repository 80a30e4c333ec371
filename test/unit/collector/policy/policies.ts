/** Policies and people for the tests of what a collector does by its policy. */
import type { SqlDatabase } from '../../../../collector/database/database.ts';
import { createApp } from '../../../../collector/http/app.ts';
import type { App } from '../../../../collector/http/parts.ts';
import { keysInMemory } from '../../../../collector/policy/keys.ts';
import type { GovernancePolicy } from '../../../../lib/domain/policy/policy.ts';
import type { Process } from '../../../../lib/domain/policy/process.ts';
import { quietLog } from '../fixtures.ts';

/** A process that applies wherever the tests' outputs come from. */
export const faq = (more: Partial<Process> = {}): Process => ({
  ...{ id: 'faq', name: 'FAQ answers', applies: { tools: ['chatgpt'] }, risk: 'medium', publishes: false },
  ...{ publicInterest: 'never', review: { mode: 'full' } },
  gate: { mode: 'active', unreviewed: 'hold', reported: 'hold', override: 'reason' },
  ...more,
});

export const policyOf = (version: string, more: Partial<GovernancePolicy> = {}): GovernancePolicy => ({
  ...{ format: 2, version, processes: [faq()] },
  ...more,
});

/** An app with a key to sign with, by a clock that the test sets. */
export async function governedApp(database: SqlDatabase, now: () => Date = () => new Date()): Promise<App> {
  return createApp({ database, log: quietLog, version: '0.0.0-test', now, keys: await keysInMemory(database) });
}

/** Requests of one token, as a program makes them. */
export function callerOf(app: App, token: string) {
  const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await app.request(path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, etag: response.headers.get('etag'), body: text ? JSON.parse(text) : null };
  };
  return {
    call,
    get: (path: string, headers: Record<string, string> = {}) => call('GET', path, undefined, headers),
    put: (policy: unknown, onto: number, note?: string) =>
      call('PUT', '/v1/policy', { policy, ...(note === undefined ? {} : { note }) }, { 'if-match': `"${onto}"` }),
  };
}
