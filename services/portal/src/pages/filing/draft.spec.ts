import {
  EMPTY_DRAFT,
  addService,
  changeLine,
  choosePackage,
  missingContact,
  toFiling,
  titleOf,
  toggleService,
} from './draft.js';

const PACKAGE = {
  code: 'PKG-SME',
  name: { zh: '', en: '' },
  description: '',
  serviceCodes: ['CON-001', 'CER-004'],
  categories: [],
};
const codes = (draft: { lines: readonly { serviceCode: string }[] }): string[] =>
  draft.lines.map(({ serviceCode }) => serviceCode);

describe('a filing draft', () => {
  it('takes services on and off and keeps what was filled in', () => {
    const filled = changeLine(addService(EMPTY_DRAFT, 'CON-001'), 'CON-001', { form: { note: 'x' } });

    const two = toggleService(filled, 'TRN-001');

    expect(codes(two)).toEqual(['CON-001', 'TRN-001']);
    expect(codes(toggleService(two, 'TRN-001'))).toEqual(['CON-001']);
    expect(two.lines[0]?.form).toEqual({ note: 'x' });
  });

  it('does not take a service twice', () => {
    expect(codes(addService(addService(EMPTY_DRAFT, 'CON-001'), 'CON-001'))).toEqual(['CON-001']);
  });

  it('takes a package whole and keeps what was filled in', () => {
    const filled = changeLine(addService(EMPTY_DRAFT, 'CER-004'), 'CER-004', { form: { note: 'x' } });

    const draft = choosePackage(filled, PACKAGE);

    expect(draft.packageCode).toBe('PKG-SME');
    expect(codes(draft)).toEqual(['CON-001', 'CER-004']);
    expect(draft.lines[1]?.form).toEqual({ note: 'x' });
  });

  it('stays a package when a service is taken off, not when another comes in', () => {
    const draft = choosePackage(EMPTY_DRAFT, PACKAGE);

    expect(toggleService(draft, 'CON-001', [PACKAGE]).packageCode).toBe('PKG-SME');
    expect(toggleService(draft, 'TRN-001', [PACKAGE]).packageCode).toBeUndefined();
  });

  it('names the documents that go along', () => {
    const filled = changeLine(addService(EMPTY_DRAFT, 'CON-001'), 'CON-001', { materials: ['m-1'] });

    expect(toFiling(filled).items[0]?.materials).toEqual(['m-1']);
    expect(toFiling(changeLine(filled, 'CON-001', { materials: [] })).items[0]).not.toHaveProperty('materials');
  });

  it('is sent without what was left empty', () => {
    const draft = {
      ...addService(EMPTY_DRAFT, 'CON-001'),
      contactName: ' 王敏 ',
      contactPhone: '0632-5510000',
      regionCode: '370481',
    };

    expect(toFiling(draft)).toEqual({
      items: [{ serviceCode: 'CON-001', form: {} }],
      contact: { name: '王敏', phone: '0632-5510000' },
      regionCode: '370481',
      mode: 'online',
      urgency: 'normal',
    });
  });

  it('names the enterprise that staff file for', () => {
    const draft = { ...EMPTY_DRAFT, enterprise: { uscc: '91370481XD4164886N', name: 'x' } };

    expect(toFiling(draft).enterpriseUscc).toBe('91370481XD4164886N');
  });

  it('gives the name of an enterprise that is not registered, and only of such a one', () => {
    const enterprise = { uscc: '91370481XD4164886N', name: ' 新店 ' };

    expect(toFiling({ ...EMPTY_DRAFT, enterprise: { ...enterprise, unregistered: true } })).toMatchObject({
      enterpriseUscc: '91370481XD4164886N',
      enterpriseName: '新店',
    });
    expect(toFiling({ ...EMPTY_DRAFT, enterprise })).not.toHaveProperty('enterpriseName');
    const nameless = { ...EMPTY_DRAFT, enterprise: { uscc: 'X', name: ' ', unregistered: true } };
    expect(missingContact(nameless, true)).toContain('enterpriseName');
  });

  it('is known by the names of its services', () => {
    const services = [{ code: 'CON-001', name: { zh: '诊断', en: 'Diagnosis' } }];
    const zh = (text?: { zh: string }) => text?.zh ?? '';

    expect(titleOf(addService(EMPTY_DRAFT, 'CON-001'), services, zh, '申请')).toBe('诊断');
    expect(titleOf(addService(EMPTY_DRAFT, 'GONE'), services, zh, '申请')).toBe('申请');
  });

  it('knows what is still missing', () => {
    expect(missingContact(EMPTY_DRAFT, true)).toEqual([
      'enterpriseUscc',
      'contact.name',
      'contact.phone',
      'regionCode',
    ]);
    expect(missingContact(EMPTY_DRAFT, false)).toEqual(['contact.name', 'contact.phone', 'regionCode']);
  });
});
