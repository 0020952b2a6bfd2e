import { type AuditDays, auditDays, certificationSchemes } from './index.js';

describe('certification', () => {
  it('knows the term of a certificate, or that it has none', () => {
    const scheme = (code: string) => certificationSchemes().find((it) => it.code === code);

    expect(scheme('QMS')).toMatchObject({
      certificateValidityYears: 3,
      surveillanceIntervalMonths: 12,
      mandatory: false,
    });
    expect(scheme('GI')?.certificateValidityYears).toBeUndefined();
    expect(
      certificationSchemes()
        .filter(({ mandatory }) => mandatory)
        .map(({ category }) => category),
    ).toEqual(Array.from({ length: 18 }, () => 'CCC'));
  });

  it('has audit days for every number of people up to 10,700, without gap or overlap', () => {
    const tables = new Map<string, AuditDays[]>();
    for (const row of auditDays()) {
      const table = `${row.scheme} ${row.complexity ?? ''}`;
      tables.set(table, [...(tables.get(table) ?? []), row]);
    }

    expect(tables.size).toBe(8);
    for (const rows of tables.values()) {
      const gaps = rows
        .slice(1)
        .filter((row, i) => row.effectivePersonnelMin !== (rows[i]?.effectivePersonnelMax ?? 0) + 1);
      expect(gaps).toEqual([]);
      expect([rows[0]?.effectivePersonnelMin, rows.at(-1)?.effectivePersonnelMax]).toEqual([1, 10700]);
    }
  });
});
