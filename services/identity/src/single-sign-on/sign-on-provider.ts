import type { LocalizedText } from '@nqi/kernel';

/** An OpenID provider that people may sign in by, as the administrator of the installation has set it up. */
export interface SignOnProvider {
  readonly id: string;
  readonly label: LocalizedText;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The portal's page that the provider sends people back to. */
  readonly redirectUri: string;
  readonly scope: string;
  /** Lets an account be found by its user name; without it accounts are linked by their owners alone. */
  readonly match?: { readonly usernameClaim: string; readonly verifiedClaim: string };
  /** Lets enterprises register by what the provider says of them. */
  readonly registration?: { readonly usccClaim: string; readonly nameClaim: string };
  /** Values of `acr` or `amr` by which the provider says that it asked for a second factor. */
  readonly secondFactor: { readonly acr: readonly string[]; readonly amr: readonly string[] };
}

/** What a provider says of somebody; its signature, issuer, audience, age and nonce have been checked. */
export interface ExternalClaims {
  readonly issuer: string;
  readonly subject: string;
  readonly all: Readonly<Record<string, unknown>>;
}

/** True when the provider itself asked for a second factor, in words that the configuration trusts. */
export function askedSecondFactor({ secondFactor }: SignOnProvider, { all }: ExternalClaims): boolean {
  const { acr, amr } = all;
  const methods: readonly unknown[] = Array.isArray(amr) ? amr : [];
  return secondFactor.acr.includes(String(acr)) || secondFactor.amr.some((method) => methods.includes(method));
}

/** The user name that the provider vouches for; undefined when it does not, or is not believed in this. */
export function vouchedUsername({ match }: SignOnProvider, { all }: ExternalClaims): string | undefined {
  return match && all[match.verifiedClaim] === true ? textOf(all[match.usernameClaim]) : undefined;
}

/** The enterprise that the provider says somebody speaks for; undefined when it may not register any. */
export function vouchedEnterprise(
  { registration }: SignOnProvider,
  { all }: ExternalClaims,
): { uscc: string; name: string } | undefined {
  const uscc = registration && textOf(all[registration.usccClaim]);
  const name = registration && textOf(all[registration.nameClaim]);
  return uscc && name ? { uscc, name } : undefined;
}

const textOf = (claim: unknown): string | undefined =>
  typeof claim === 'string' ? claim.trim() || undefined : undefined;
