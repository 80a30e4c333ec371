/** A person at the provider's pages, without a browser: follows its redirects, fills in its forms, keeps its cookies. */

/** Signs in as `login` from the address that a sign-in opens; gives the address to which the person is sent back. */
export async function signInAt(url: string, redirectUri: string, login: string): Promise<string> {
  const cookies = new Map<string, string>();
  let next: { url: string; form?: URLSearchParams } = { url };
  for (let steps = 0; steps < 20; steps++) {
    const response = await fetch(next.url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(next.form ? { method: 'POST', body: next.form } : {}),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location) {
      const to = new URL(location, next.url).href;
      if (to.startsWith(redirectUri)) return to;
      next = { url: to };
      continue;
    }
    next = formIn(await response.text(), next.url, login);
  }
  throw new Error('The provider sends people round in circles.');
}

/** The page's form, filled in. */
function formIn(html: string, url: string, login: string): { url: string; form: URLSearchParams } {
  const action = /<form[^>]*action="([^"]+)"/.exec(html)?.[1];
  if (!action) throw new Error(`The provider showed no form: ${html.slice(0, 400)}`);
  const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1] ?? '';
  const form = new URLSearchParams({ prompt, ...(prompt === 'login' ? { login, password: 'any' } : {}) });
  return { url: new URL(action, url).href, form };
}
