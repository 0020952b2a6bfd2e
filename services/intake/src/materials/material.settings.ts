import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SettingsReader, type Mode } from '@nqi/platform';
import type { S3Settings } from './storage/s3.storage.js';

/** Where materials are kept and who looks them through. */
export interface MaterialSettings {
  /** Uploads are received here; in the disk store, materials stay here. */
  readonly directory: string;
  /** The S3-compatible store; undefined when materials stay on disk. */
  readonly s3: S3Settings | undefined;
  /** ClamAV's daemon; undefined when nobody scans. */
  readonly clamav: { readonly host: string; readonly port: number; readonly timeoutMs: number } | undefined;
  /** Secret behind download addresses; undefined when the process makes one of its own, good for a single replica. */
  readonly addressKey: string | undefined;
  readonly mostFileBytes: number;
  readonly mostBytesPerEnterprise: number;
}

/** Injection token of the settings. */
export const MATERIAL_SETTINGS = Symbol('MaterialSettings');

const MEGABYTE = 1024 * 1024;
const SHORTEST_KEY = 32;

/** Throws SettingsError with every fault. */
export function readMaterialSettings(mode: Mode, environment: NodeJS.ProcessEnv = process.env): MaterialSettings {
  const read = new SettingsReader(environment);
  const store = read.oneOf('MATERIAL_STORE', ['disk', 's3'], 'disk');
  const clamav = environment['CLAMAV_URL']?.trim() ? new URL(orNone(read.url('CLAMAV_URL', ['tcp:']))) : undefined;
  const addressKey = read.text('MATERIAL_ADDRESS_KEY', '') || undefined;
  if (addressKey && addressKey.length < SHORTEST_KEY) {
    read.refuse(`MATERIAL_ADDRESS_KEY must have at least ${SHORTEST_KEY} characters`);
  }
  return read.finish({
    directory: read.text('MATERIAL_DIR', usualDirectory(mode, environment)),
    s3: store === 's3' ? readS3(read) : undefined,
    clamav: clamav && {
      host: clamav.hostname,
      port: Number(clamav.port || 3310),
      timeoutMs: seconds(read, 'CLAMAV_TIMEOUT_SECONDS', 60),
    },
    addressKey,
    mostFileBytes: read.integer('MATERIAL_FILE_MB', 20, { min: 1, max: 20 }) * MEGABYTE,
    mostBytesPerEnterprise: read.integer('MATERIAL_ENTERPRISE_MB', 200, { min: 1, max: 100_000 }) * MEGABYTE,
  });
}

function readS3(read: SettingsReader): S3Settings {
  return {
    endpoint: read.url('S3_ENDPOINT', ['http:', 'https:']).replace(/\/+$/, ''),
    bucket: read.text('S3_BUCKET'),
    region: read.text('S3_REGION', 'us-east-1'),
    accessKeyId: read.text('S3_ACCESS_KEY_ID'),
    secretAccessKey: read.text('S3_SECRET_ACCESS_KEY'),
    addressing: read.oneOf('S3_ADDRESSING', ['path', 'host'], 'path'),
    timeoutMs: seconds(read, 'S3_TIMEOUT_SECONDS', 30),
  };
}

/** How long another system may be silent, in milliseconds. */
function seconds(read: SettingsReader, name: string, usual: number): number {
  return read.integer(name, usual, { min: 1, max: 300 }) * 1000;
}

/** Beside the stack's other data; a demonstration without one makes do with what the machine may forget. */
function usualDirectory(mode: Mode, { NQI_HOME }: NodeJS.ProcessEnv): string | undefined {
  if (NQI_HOME) return join(NQI_HOME, 'materials');
  return mode === 'demonstration' ? join(tmpdir(), 'nqi-materials') : undefined;
}

/** Any address in place of a wrong one, whose fault is already on the reader's list. */
const orNone = (url: string): string => (URL.canParse(url) ? url : 'tcp://none');
