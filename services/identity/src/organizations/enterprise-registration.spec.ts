import { registerEnterprise, type EnterpriseDetails } from './enterprise-registration.js';
import { ServiceArea } from './service-area.js';

const AT = new Date('2026-11-24T02:00:00Z');
const area = new ServiceArea([
  { code: '370400', level: 'city', parentCode: '370000' },
  { code: '370481', level: 'county', parentCode: '370400' },
  { code: '370481901', level: 'park', parentCode: '370481' },
]);
const details = (fields: Partial<EnterpriseDetails> = {}): EnterpriseDetails => ({
  uscc: '91370481MA3ABCD159',
  name: '滕州某机床有限公司',
  regionCode: '370481',
  contactName: '张三',
  contactPhone: '0632-5510000',
  ...fields,
});

describe('registerEnterprise', () => {
  it('makes an organisation whose id is the credit code', () => {
    const enterprise = registerEnterprise(details({ parkCode: '370481901', industryCode: 'C3425' }), area, AT);

    expect(enterprise).toMatchObject({
      id: '91370481MA3ABCD159',
      kind: 'enterprise',
      uscc: '91370481MA3ABCD159',
      regionCode: '370481',
      parkCode: '370481901',
      industryCode: 'C3425',
      registeredAt: AT,
    });
  });

  it('keeps code, name and telephone in their normal form', () => {
    const enterprise = registerEnterprise(
      details({ uscc: ' 91370481ma3abcd159 ', name: ' 某厂 ', contactPhone: '+86 138 0013 8000' }),
      area,
      AT,
    );

    expect(enterprise).toMatchObject({ id: '91370481MA3ABCD159', name: '某厂', contactPhone: '13800138000' });
  });

  it.each([
    ['a check character that does not match', { uscc: '91370481MA3ABCD158' }, 'USCC.FAIL_CHECK', '/uscc'],
    ['a code of seventeen characters', { uscc: '91370481MA3ABCD15' }, 'USCC.FAIL_FORMAT', '/uscc'],
    ['a code with a letter that is never used', { uscc: '9137O481MA3ABCD159' }, 'USCC.FAIL_FORMAT', '/uscc'],
    ['a telephone that is none', { contactPhone: '12345' }, 'PHONE.INVALID', '/contactPhone'],
    ['an industry that is none', { industryCode: 'Z99' }, 'INDUSTRY.INVALID_CODE', '/industryCode'],
    ['another city', { regionCode: '370102' }, 'REGION.NOT_SERVED', '/regionCode'],
    ['a park elsewhere', { parkCode: '370402901' }, 'PARK.NOT_IN_REGION', '/parkCode'],
    ['a blank name', { name: '  ' }, 'FIELD.BLANK', '/name'],
    ['a blank contact', { contactName: ' ' }, 'FIELD.BLANK', '/contactName'],
  ])('refuses %s and names the field', (_, fields, code, pointer) => {
    expect(() => registerEnterprise(details(fields), area, AT)).toThrow(
      expect.objectContaining({ code, kind: 'invalid', pointer }),
    );
  });

  it('never takes a resident identity number for a credit code, nor repeats it', () => {
    // Passes both checks: GB 11643 and, by chance, GB 32100.
    const residentId = residentIdThatLooksLikeACreditCode();

    expect(() => registerEnterprise(details({ uscc: residentId }), area, AT)).toThrow(
      expect.objectContaining({
        code: 'USCC.RESIDENT_ID',
        details: {},
        message: expect.not.stringContaining(residentId),
      }),
    );
  });
});

function residentIdThatLooksLikeACreditCode(): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  for (let serial = 0; serial < 1_000; serial += 1) {
    const first = `37048119900101${String(serial).padStart(3, '0')}`;
    const sum = weights.reduce((total, weight, at) => total + weight * Number(first.charAt(at)), 0);
    const id = first + '10X98765432'.charAt(sum % 11);
    try {
      registerEnterprise(details({ uscc: id }), area, AT);
    } catch (error) {
      if ((error as { code?: string }).code === 'USCC.RESIDENT_ID') return id;
    }
  }
  throw new Error('no such number');
}
