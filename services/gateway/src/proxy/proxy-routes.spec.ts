import { PROXY_ROUTES } from './proxy-routes.js';

describe('what may pass without a sign-in', () => {
  it('is signing in, also by an API key, registering, the catalogue, signed addresses, what the province signs, verifying and tracking', () => {
    const open = PROXY_ROUTES.filter(({ admission }) => admission !== 'signed-in').map(
      ({ url, methods }) => `${methods.join('|')} ${url}`,
    );

    expect(open).toEqual([
      'POST /api/v1/auth/login',
      'POST /api/v1/auth/refresh',
      'POST /api/v1/auth/password',
      'POST /api/v1/auth/password/link',
      'POST /api/v1/auth/second-factor',
      'POST /api/v1/auth/second-factor/confirm',
      'POST /api/v1/auth/invitations/accept',
      'POST /api/v1/auth/key',
      'POST /api/v1/auth/single-sign-on/begin',
      'POST /api/v1/auth/single-sign-on/complete',
      'POST /api/v1/auth/single-sign-on/code',
      'POST /api/v1/auth/single-sign-on/register',
      'POST /api/v1/auth/personal-data/erasure/status',
      'GET|HEAD /api/v1/auth/single-sign-on/providers',
      'POST /api/v1/enterprises',
      'GET|HEAD /api/v1/catalog',
      'GET|HEAD /api/v1/catalog/*',
      'GET|HEAD /api/v1/materials/downloads/:token',
      'POST /api/v1/upwards/statuses',
      'GET|HEAD /api/v1/public/deliverables/:number',
      'GET|HEAD /api/v1/public/requests/:number',
    ]);
  });
});
