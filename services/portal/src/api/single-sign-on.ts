import { call } from './http.js';
import { session, type Me, type Tokens } from './session.js';
import type { Localized } from './shapes.js';

export interface SignOnProvider {
  readonly id: string;
  readonly label: Localized;
  readonly registers: boolean;
}

export interface LinkedIdentity {
  readonly id: string;
  readonly provider: string;
  readonly linkedAt: string;
  readonly usedAt?: string;
}

export interface VouchedEnterprise {
  readonly uscc: string;
  readonly name: string;
}

export type SignOnOutcome =
  | { readonly outcome: 'SIGNED_IN'; readonly me: Me }
  | { readonly outcome: 'CODE_NEEDED'; readonly ticket: string }
  | { readonly outcome: 'REGISTRATION'; readonly ticket: string; readonly enterprise: VouchedEnterprise }
  | { readonly outcome: 'LINKED' };

export interface SignOnRegistration {
  readonly regionCode: string;
  readonly parkCode?: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly username: string;
}

/** What the browser remembers while it is away at a provider. */
interface Away {
  readonly proof: string;
  readonly purpose: 'sign-in' | 'link';
  readonly redirect?: string;
}

const AWAY = 'nqi.signOn';
const SSO = '/auth/single-sign-on';
const LINKS = '/auth/external-identities';

export const listProviders = async (): Promise<readonly SignOnProvider[]> =>
  (await call<{ items: readonly SignOnProvider[] }>(`${SSO}/providers`, { anonymous: true })).items;

export const listLinks = async (): Promise<readonly LinkedIdentity[]> =>
  (await call<{ items: readonly LinkedIdentity[] }>(LINKS)).items;

export const unlink = (id: string): Promise<unknown> =>
  call(`${LINKS}/${encodeURIComponent(id)}`, { method: 'DELETE' });

/** Leaves for the provider; whoever calls it sees this page no more. */
export async function leaveFor(provider: string, purpose: Away['purpose'], redirect?: string): Promise<void> {
  const path = purpose === 'link' ? `${LINKS}/begin` : `${SSO}/begin`;
  const options = { method: 'POST', body: { provider }, anonymous: purpose === 'sign-in' } as const;
  const { authorizationUrl, proof } = await call<{ authorizationUrl: string; proof: string }>(path, options);
  const away: Away = { proof, purpose, ...(redirect && { redirect }) };
  window.sessionStorage.setItem(AWAY, JSON.stringify(away));
  window.location.assign(authorizationUrl);
}

/** Where the person wanted to go before they left. */
export const wantedPlace = (): string | undefined => away()?.redirect;

/** Hands in what the provider said, which can be done once. Undefined when nobody has left from this tab. */
export async function comeBack(said: URLSearchParams): Promise<SignOnOutcome | undefined> {
  const left = away();
  if (!left) return undefined;
  const text = (name: string) => said.get(name) ?? undefined;
  const body = {
    proof: left.proof,
    state: text('state') ?? '',
    code: text('code'),
    error: text('error'),
    iss: text('iss'),
  };
  if (left.purpose === 'link') {
    await call(`${LINKS}/complete`, { method: 'POST', body });
    return { outcome: 'LINKED' };
  }
  const answer = await call<SignOnOutcome & { tokens?: Tokens }>(`${SSO}/complete`, {
    method: 'POST',
    body,
    anonymous: true,
  });
  return answer.tokens ? { outcome: 'SIGNED_IN', me: await enter(answer.tokens) } : answer;
}

export const showCode = async (ticket: string, code: string): Promise<Me> =>
  enter(await call<Tokens>(`${SSO}/code`, { method: 'POST', body: { ticket, code }, anonymous: true }));

export const registerBySignOn = async (ticket: string, rest: SignOnRegistration): Promise<Me> =>
  enter(await call<Tokens>(`${SSO}/register`, { method: 'POST', body: { ticket, ...rest }, anonymous: true }));

function enter(tokens: Tokens): Promise<Me> {
  session.open(tokens);
  return call<Me>('/auth/me');
}

function away(): Away | undefined {
  const kept = window.sessionStorage.getItem(AWAY);
  return kept ? (JSON.parse(kept) as Away) : undefined;
}
