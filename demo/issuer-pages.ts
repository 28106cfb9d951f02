import type { IncomingMessage, ServerResponse } from 'node:http';
import type { KoaContextWithOIDC } from 'oidc-provider';
import type Provider from 'oidc-provider';

interface Known { readonly id: string; readonly name: string; readonly title: string }

/** Who may sign in, what they consent to, and where they are asked: all without a password, which only a demo may do. */
export const loginByChoice = (people: readonly Known[], audience: string) => ({
  findAccount: (_: unknown, id: string) => (people.some((person) => person.id === id) ? { accountId: id, claims: () => ({ sub: id }) } : undefined),
  interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
  issueRefreshToken: (_: unknown, client: { grantTypeAllowed(type: string): boolean }) => client.grantTypeAllowed('refresh_token'),
  async loadExistingGrant(ctx: KoaContextWithOIDC): Promise<object> {
    const { provider, client, session } = ctx.oidc;
    const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
    grant.addOIDCScope('openid offline_access');
    grant.addResourceScope(`urn:${audience}`, 'openid offline_access');
    await grant.save();
    return grant;
  },
});

/** The issuer, with its login page: one person to a line. Who was named by the console (`login_hint`) is signed in at once. */
export function choosingPerson(provider: Provider, people: readonly Known[]): (request: IncomingMessage, response: ServerResponse) => void {
  const issuer = provider.callback();
  return (request, response) => {
    if (request.url?.startsWith('/interaction/')) void choose(provider, people, request, response).catch(() => response.writeHead(400, { 'content-type': 'text/plain' }).end('This sign-in is over: begin again.'));
    else issuer(request, response);
  };
}

async function choose(provider: Provider, people: readonly Known[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { params } = await provider.interactionDetails(request, response);
  const chosen = new URL(request.url!, 'http://issuer').searchParams.get('person') ?? params.login_hint;
  if (people.some(({ id }) => id === chosen)) return provider.interactionFinished(request, response, { login: { accountId: chosen } }, { mergeWithLastSubmission: false });
  const list = people.map(({ id, name, title }) => `<li><a href="?person=${id}">${name}</a> ${title}</li>`).join('');
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'; img-src data:" }).end(page('演示身份 / demo people', `<h1>以谁的身份登录？/ Sign in as</h1><ul>${list}</ul>`));
}

/** The form that the library makes: its answer ends the session here too. */
export function askBeforeLeaving(ctx: KoaContextWithOIDC, form: string): void {
  ctx.body = page('退出 / sign out', `<h1>退出演示身份？/ Sign out of the demo?</h1>${form}<button form="op.logoutForm" type="submit" name="logout" value="yes" autofocus>退出 / sign out</button>`);
}

const page = (title: string, body: string): string => `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><title>${title}</title>${body}</html>`;
