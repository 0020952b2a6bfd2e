import { eventually, officeMoved } from '@nqi/test-kit';
import { decodeJwt } from 'jose';
import { AnIdentity } from './an-identity.js';

const HUB = 'PROV-370000/HUB-370400';

describe('staff of an office that moves', () => {
  let identity: AnIdentity;

  beforeAll(async () => {
    identity = await AnIdentity.start();
  });
  afterAll(() => identity.stop());

  it('hold its new place in their next token, after signing in and after a refresh', async () => {
    const { refreshToken } = (await identity.logIn('clerk-WS-370481901')).body;

    await identity.service.kafka.publish(
      officeMoved({ from: `${HUB}/WS-370481/WS-370481901`, under: `${HUB}/WS-370402` }),
    );

    const moved = `${HUB}/WS-370402/WS-370481901`;
    const rows = () => identity.service.query(`SELECT node_path FROM organization WHERE id = 'WS-370481901'`);
    await eventually(async () => expect(await rows()).toEqual([{ node_path: moved }]));
    const refreshed = (await identity.refresh(refreshToken)).body;
    const again = (await identity.logIn('clerk-WS-370481901')).body;
    for (const { accessToken } of [refreshed, again]) expect(decodeJwt(accessToken)['node_path']).toBe(moved);
  });
});
