import { portalAddress } from './portal-address.js';

const HTML = 'text/html,application/xhtml+xml';

describe('portalAddress', () => {
  it.each(['/', '/index.html', '/?from=mail'])('takes %s for the page', (url) => {
    expect(portalAddress(url, HTML)).toEqual({ kind: 'page', page: true });
  });

  it('shows the page at an address that only the portal knows', () => {
    expect(portalAddress('/requests/0193', HTML)).toEqual({ kind: 'file', path: 'requests/0193', page: true });
  });

  it('never shows the page in place of a missing file or to a program that wants data', () => {
    expect(portalAddress('/assets/app-1a2b.js', HTML)).toMatchObject({ page: false });
    expect(portalAddress('/requests/0193', 'application/json')).toMatchObject({ page: false });
  });

  it.each([
    '/api',
    '/api/v1/nothing',
    '/%61pi/v1/tickets',
    '/../etc/passwd',
    '/%2e%2e/x',
    '/a/.env',
    '/a//b',
    '/%zz',
    '/a%5C..%5Cb',
    '/a%00',
  ])('answers nothing at %s', (url) => {
    expect(portalAddress(url, HTML)).toEqual({ kind: 'foreign' });
  });
});
