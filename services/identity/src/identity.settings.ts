import { SettingsReader } from '@nqi/platform';

type Environment = Readonly<Record<string, string | undefined>>;

/** What identity needs to know beside what every service does. */
export interface IdentitySettings {
  /** JSON file of the private signing keys; made, for this user alone, when it is missing. */
  readonly jwtKeyFile: string;
}

/** Injection token of the settings. */
export const IDENTITY_SETTINGS = Symbol('IdentitySettings');

export function readIdentitySettings(environment: Environment = process.env): IdentitySettings {
  const read = new SettingsReader(environment);
  return read.finish({ jwtKeyFile: read.text('JWT_KEY_FILE') });
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
