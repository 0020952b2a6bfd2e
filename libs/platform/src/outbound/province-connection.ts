import { readFile } from 'node:fs/promises';
import { SettingsError, SettingsReader } from '../settings.js';
import { OutboundTargets, type OutboundTarget } from './outbound.sender.js';

const SECRET = /^whsec_[A-Za-z0-9+/]{32,}={0,2}$/;
/** While one secret replaces another both stand in the file, the one in force first. */
const MOST_SECRETS = 2;

/** The platform of the province as the operator names it: an address, and a file with the shared secret. */
export class ProvinceConnection {
  private constructor(
    private readonly base: string,
    private readonly secretFile: string,
  ) {}

  /**
   * From `PROVINCE_URL` and `PROVINCE_SECRET_FILE`; undefined when neither is set. Throws SettingsError for one without
   * the other, for an address that is none, and for a file without a usable secret.
   */
  static async read(environment = process.env): Promise<ProvinceConnection | undefined> {
    const read = new SettingsReader(environment);
    const [given, file] = [read.text('PROVINCE_URL', ''), read.text('PROVINCE_SECRET_FILE', '')];
    if (given === '' && file === '') return undefined;
    const url = read.url('PROVINCE_URL', ['https:', 'http:']);
    const connection = read.finish(new ProvinceConnection(url.replace(/\/+$/, ''), read.text('PROVINCE_SECRET_FILE')));
    await connection.secrets();
    return connection;
  }

  url(path: string): string {
    return `${this.base}/${path}`;
  }

  /** Read anew each time, so that a rotation needs no restart. */
  async secrets(): Promise<readonly string[]> {
    const text = await readFile(this.secretFile, 'utf8').catch((error: unknown) => {
      throw new SettingsError([`PROVINCE_SECRET_FILE cannot be read: ${String(error)}`]);
    });
    const secrets = text.split(/\s+/).filter(Boolean);
    if (secrets.length === 0 || secrets.length > MOST_SECRETS || !secrets.every((secret) => SECRET.test(secret)))
      throw new SettingsError([
        'PROVINCE_SECRET_FILE must hold one or two lines like whsec_<base64 of 24 bytes or more>',
      ]);
    return secrets;
  }
}

/** Name of the province among a service's targets. */
export const PROVINCE_TARGET = 'province';

/** For a service that tells nobody but the province; everything goes to one address of its. */
export class ProvinceTargets extends OutboundTargets {
  constructor(
    private readonly connection: ProvinceConnection | undefined,
    private readonly path: string,
  ) {
    super();
  }

  /** Rejects while there is no connection: what waits then goes on waiting, and is not given up. */
  async find(): Promise<OutboundTarget> {
    if (!this.connection) throw new Error('the province is not connected');
    return { url: this.connection.url(this.path), secrets: await this.connection.secrets(), reach: 'any' };
  }
}
