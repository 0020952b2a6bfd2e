import { SERVICE_NAMES } from '@nqi/contracts';
import { SettingsError } from '@nqi/platform';
import { readGatewaySettings } from './gateway.settings.js';

const environment = {
  REDIS_URL: 'redis://127.0.0.1:6379',
  JWKS_URL: 'http://127.0.0.1:3001/.well-known/jwks.json',
  ...Object.fromEntries(SERVICE_NAMES.map((name) => [`UPSTREAM_${name.toUpperCase()}`, `http://127.0.0.1:3001/`])),
};

describe('settings of the gateway', () => {
  it('need the addresses alone; everything else has a usual value', () => {
    const settings = readGatewaySettings(environment);

    expect(settings).toMatchObject({ port: 8080, host: '127.0.0.1', callsPerMinute: 600, corsOrigins: [] });
    expect(settings.portalDir).toBeUndefined();
    expect(settings.upstreams.routing).toBe('http://127.0.0.1:3001');
  });

  it('prefer the port of the whole system over that of a service', () => {
    expect(readGatewaySettings({ ...environment, SERVICE_PORT: '4000' }).port).toBe(4000);
    expect(readGatewaySettings({ ...environment, SERVICE_PORT: '4000', NQI_PORT: '8081' }).port).toBe(8081);
  });

  it('name every fault at once', () => {
    const faulty = { ...environment, UPSTREAM_ROUTING: 'nonsense', REDIS_URL: '', NQI_PORT: 'x' };

    expect.assertions(2);
    try {
      readGatewaySettings(faulty);
    } catch (error) {
      expect(error).toBeInstanceOf(SettingsError);
      expect((error as SettingsError).faults).toEqual([
        expect.stringContaining('NQI_PORT'),
        expect.stringContaining('REDIS_URL'),
        expect.stringContaining('UPSTREAM_ROUTING'),
      ]);
    }
  });
});
