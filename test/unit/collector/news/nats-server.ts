/** A real `nats-server` (Debian’s), with a user and a password, that can be killed and comes again. */
import { once } from 'node:events';
import { onTestFinished } from 'vitest';
import { end, start } from '../../../../scripts/children.ts';
import { pathOf } from '../../../../scripts/machine.ts';
import { freePort } from '../../../../scripts/postgres.ts';

export async function startNatsServer(): Promise<{ url: string; cut(): Promise<void> }> {
  const port = await freePort();
  const open = async () => {
    const args = ['--addr', '127.0.0.1', '--port', String(port), '--user', 'collector', '--pass', 'of-the-test'];
    const server = start(pathOf('nats-server'), args);
    await new Promise<void>((ready) => {
      server.stderr?.on('data', (said) => {
        if (String(said).includes('Server is ready')) ready();
      });
    });
    return server;
  };
  const kill = async () => {
    const ended = once(server, 'exit');
    end(server, 'SIGKILL');
    await ended;
  };
  let server = await open();
  onTestFinished(kill);
  return {
    url: `nats://collector:of-the-test@127.0.0.1:${port}`,
    cut: async () => {
      await kill();
      server = await open();
    },
  };
}
