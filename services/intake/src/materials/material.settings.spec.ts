import { readMaterialSettings } from './material.settings.js';

const DISK = { MATERIAL_DIR: '/data' };
const S3 = {
  ...DISK,
  MATERIAL_STORE: 's3',
  S3_ENDPOINT: 'https://s3.example/',
  S3_BUCKET: 'nqi',
  S3_ACCESS_KEY_ID: 'a',
  S3_SECRET_ACCESS_KEY: 'b',
};

describe('settings of the material library', () => {
  it('keep files beside the other data of the stack, on disk, scanned by nobody, unless said otherwise', () => {
    expect(readMaterialSettings('production', { NQI_HOME: '/home' })).toMatchObject({
      directory: '/home/materials',
      s3: undefined,
      clamav: undefined,
    });
  });

  it('name store and scanner', () => {
    expect(readMaterialSettings('production', { ...S3, CLAMAV_URL: 'tcp://clam:3311' })).toMatchObject({
      s3: { endpoint: 'https://s3.example', region: 'us-east-1', addressing: 'path', timeoutMs: 30_000 },
      clamav: { host: 'clam', port: 3311, timeoutMs: 60_000 },
    });
  });

  it.each([
    ['no place in production', {}],
    ['an unknown store', { ...DISK, MATERIAL_STORE: 'tape' }],
    ['a store without its key', { ...S3, S3_SECRET_ACCESS_KEY: '' }],
    ['an unknown way to address the store', { ...S3, S3_ADDRESSING: 'dns' }],
    ['a scanner that is no address', { ...DISK, CLAMAV_URL: 'clamav' }],
    ['a scanner over HTTP', { ...DISK, CLAMAV_URL: 'http://clam' }],
    ['a short secret', { ...DISK, MATERIAL_ADDRESS_KEY: 'short' }],
    ['a limit beyond what the gateway lets through', { ...DISK, MATERIAL_FILE_MB: '50' }],
  ])('refuse %s', (_, environment) => {
    expect(() => readMaterialSettings('production', environment)).toThrow();
  });
});
