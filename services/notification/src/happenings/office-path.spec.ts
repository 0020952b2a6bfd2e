import { officePath } from './office-path.js';

describe('officePath', () => {
  it.each([
    ['PROV-370000', 'PROV-370000'],
    ['HUB-370400', 'PROV-370000/HUB-370400'],
    ['WS-370481', 'PROV-370000/HUB-370400/WS-370481'],
    ['WS-370471', 'PROV-370000/HUB-370400/WS-370471'],
    ['WS-370481901', 'PROV-370000/HUB-370400/WS-370481/WS-370481901'],
    ['WS-370406405', 'PROV-370000/HUB-370400/WS-370406/WS-370406405'],
  ])('leads from the province to %s', (code, path) => expect(officePath(code)).toBe(path));

  it.each(['', 'ORG005', 'HUB-370481'])('knows that %p is no office', (code) =>
    expect(officePath(code)).toBeUndefined(),
  );
});
