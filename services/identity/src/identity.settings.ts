import { dirname, join } from 'node:path';
import { SettingsReader } from '@nqi/platform';

type Environment = Readonly<Record<string, string | undefined>>;

/** What identity needs to know beside what every service does. */
export interface IdentitySettings {
  /** JSON file of the private signing keys; made, for this user alone, when it is missing. */
  readonly jwtKeyFile: string;
  /** A signing key older than this is replaced. */
  readonly jwtKeyDays: number;
  /** JSON file of the keys that fields are encrypted with; made when it is missing. */
  readonly fieldKeyFile: string;
  /** JSON file of the OpenID providers that people may sign in by; none when missing. */
  readonly oidcProvidersFile?: string;
}

/** Injection token of the settings. */
export const IDENTITY_SETTINGS = Symbol('IdentitySettings');

export function readIdentitySettings(environment: Environment = process.env): IdentitySettings {
  const read = new SettingsReader(environment);
  const jwtKeyFile = read.text('JWT_KEY_FILE');
  return read.finish({
    jwtKeyFile,
    jwtKeyDays: read.integer('JWT_KEY_DAYS', 90, { min: 1, max: 3_650 }),
    fieldKeyFile: read.text('FIELD_KEY_FILE', join(dirname(jwtKeyFile), 'field-keys.json')),
    oidcProvidersFile: environment['OIDC_PROVIDERS_FILE']?.trim() || undefined,
  });
}

export interface DemonstrationSettings {
  readonly password: string;
}

/** Only read in demonstration mode: nothing else has a common password. */
export function readDemonstrationSettings(environment: Environment = process.env): DemonstrationSettings {
  const read = new SettingsReader(environment);
  return read.finish({ password: read.text('DEMO_PASSWORD') });
}

/** Where to list the demonstration accounts for programs that drive the system; undefined when nobody asks. */
export const readAccountsFile = (environment: Environment = process.env): string | undefined =>
  environment['ACCOUNTS_FILE']?.trim() || undefined;

/** Where to write the links of the first administrators; undefined when nobody asks for them. */
export const readBootstrapFile = (environment: Environment = process.env): string | undefined =>
  environment['BOOTSTRAP_FILE']?.trim() || undefined;
