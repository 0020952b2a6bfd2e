import { ServiceArea } from './service-area.js';

const area = new ServiceArea([
  { code: '370000', level: 'province' },
  { code: '370400', level: 'city', parentCode: '370000' },
  { code: '370481', level: 'county', parentCode: '370400' },
  { code: '370402', level: 'county', parentCode: '370400' },
  { code: '370471', level: 'park', parentCode: '370400' },
  { code: '370481901', level: 'park', parentCode: '370481' },
  { code: '370481112', level: 'town', parentCode: '370481' },
]);

describe('ServiceArea', () => {
  it('finds the park of a district', () => {
    expect(area.locate('370481', '370481901')).toBe('370481901');
    expect(area.locate('370481', undefined)).toBeUndefined();
  });

  it('takes the high-tech zone for a district, and its code as a park for the zone itself', () => {
    expect(area.locate('370471', undefined)).toBeUndefined();
    expect(area.locate('370471', '370471')).toBeUndefined();
  });

  it.each(['370000', '370400', '370481112', '370481901', '110105', ''])('refuses %p as a district', (code) => {
    expect(() => area.locate(code, undefined)).toThrow(
      expect.objectContaining({ code: 'REGION.NOT_SERVED', pointer: '/regionCode' }),
    );
  });

  it.each(['370481999', '370471', '370481112'])('refuses %p as a park of Shizhong', (park) => {
    expect(() => area.locate('370402', park)).toThrow(
      expect.objectContaining({ code: 'PARK.NOT_IN_REGION', pointer: '/parkCode' }),
    );
  });
});
