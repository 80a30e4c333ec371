/** Signing in with a company account. What does it is evaluated when somebody signs in, not each time that the worker wakes. */
import { handle } from '../../messages/receive.ts';

const signingIn = () => import('./signing-in.ts');

export function registerSignIn(): void {
  handle('signIn.find', async ({ address }) => (await signingIn()).findSignIn(address));
  handle('signIn.start', async ({ address }) => (await signingIn()).startSignIn(address));
  handle('signIn.afresh', async ({ withinMinutes }) => (await signingIn()).signInAfresh(withinMinutes));
  handle('signIn.end', async () => (await signingIn()).leaveSignIn());
}
