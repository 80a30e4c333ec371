/** A company: its provider, its collector that takes the provider's accounts, and people who sign in in a browser. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { freePort } from '../../../scripts/postgres.ts';
import { CLIENT_ID, type RunningProvider, startProvider } from '../../sign-in/provider.ts';
import { type Collector, makeCollector } from './collector.ts';

export interface Company {
  provider: RunningProvider;
  collector: Collector;
  close(): Promise<void>;
}

interface CompanyOptions {
  /** Where the browser's extension is sent back to. */
  redirectUri: string;
  accessTokenSeconds?: number;
}

const ACCOUNTS = {
  ada: { countersign_team: 'acme', countersign_role: 'reviewer', name: 'Ada Rossi' },
  nobody: { name: 'Nobody' },
};

export async function startCompany({ redirectUri, accessTokenSeconds }: CompanyOptions): Promise<Company> {
  const port = await freePort();
  const audience = `http://127.0.0.1:${port}`;
  const provider = await startProvider({
    redirectUris: [redirectUri],
    leftUris: [`${redirectUri}signed-out`],
    audience,
    accounts: ACCOUNTS,
    timed: true,
    ...(accessTokenSeconds ? { accessTokenSeconds } : {}),
  });
  // On a server's database it has no keys of its own, and rules that nobody signed are not handed out.
  const keys = await mkdtemp(join(tmpdir(), 'countersign-keys-'));
  const signIn = ['--oidc-issuer', provider.issuer, '--oidc-audience', audience, '--oidc-client-id', CLIENT_ID];
  const serve = [...signIn, '--keys', keys];
  const collector = await makeCollector({ port, serve });
  await collector.start();
  return {
    provider,
    collector,
    async close() {
      await collector.remove();
      await provider.close();
      await rm(keys, { recursive: true });
    },
  };
}

/** Signs in at the provider's pages, in the window that the browser opened for them. */
export async function signInIn(shown: Page, login: string): Promise<void> {
  await shown.locator('input[name="login"]').fill(login);
  await shown.locator('input[name="password"]').fill('any');
  await shown.locator('button[type="submit"]').click();
  const closed = shown.waitForEvent('close');
  await shown.getByRole('button', { name: 'Continue' }).click();
  await closed;
}
