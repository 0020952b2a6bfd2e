import type { DocumentContent } from './document.js';
import { renderPdf } from './render-pdf.js';
import { qrModules, verificationText } from './verification.js';

const CONTENT: DocumentContent = {
  number: 'ZZ-JL-JD-2026-000001',
  verifyCode: 'K7M2QX9R',
  title: { zh: '检定证书', en: 'Verification Certificate' },
  issuer: '枣庄市计量测试所(演示)',
  client: '滕州市演示机床有限公司',
  issuedAt: new Date('2026-11-24T02:00:00Z'),
  validUntil: '2027-11-23',
  conclusion: '合格，准予使用',
  sections: [
    {
      heading: '器具 Instrument',
      fields: [
        ['名称 Name', '数字指示秤'],
        ['检定依据 Regulation', 'JJG 539-2016'],
      ],
    },
    {
      heading: '检定结果 Results',
      columns: ['出厂编号', '标称值', '示值', '误差', '最大允许误差', '结论'],
      rows: Array.from({ length: 90 }, (_, row) => [
        `S${55244 + row}`,
        '10 kg',
        '10.002 kg',
        '0.002 kg',
        '±0.005 kg',
        '合格',
      ]),
    },
    { text: '本证书结果仅对所检器具有效。' },
  ],
  signatures: [
    { role: '检定员 Verified by', name: '张喆' },
    { role: '核验员 Checked by', name: '李四' },
    { role: '批准人 Approved by', name: '王五' },
  ],
};
const pagesOf = (pdf: Buffer): number => (pdf.toString('latin1').match(/\/Type \/Page\b/g) ?? []).length;

describe('a rendered document', () => {
  it('is a PDF with the same bytes every time', async () => {
    const first = await renderPdf(CONTENT);
    const second = await renderPdf(CONTENT);

    expect(first.subarray(0, 5).toString()).toBe('%PDF-');
    expect(second.equals(first)).toBe(true);
  });

  it('differs when anything in its content differs', async () => {
    const original = await renderPdf(CONTENT);
    const changed = await renderPdf({ ...CONTENT, verifyCode: 'K7M2QX9S' });

    expect(changed.equals(original)).toBe(false);
  });

  it('breaks a long table over pages and a short document fits one', async () => {
    const short = { ...CONTENT, sections: CONTENT.sections.slice(0, 1) };

    expect(pagesOf(await renderPdf(CONTENT))).toBe(4);
    expect(pagesOf(await renderPdf(short))).toBe(1);
  });

  it('survives empty cells, missing cells and text without end', async () => {
    const odd = {
      ...CONTENT,
      sections: [{ columns: ['a', 'b'], rows: [['', '字'.repeat(5000)], ['x']] }, { text: '' }],
    };

    expect(pagesOf(await renderPdf(odd))).toBeGreaterThan(1);
  });
});

describe('the QR code', () => {
  it('holds the address of the verification page when the portal has one', () => {
    expect(verificationText(CONTENT, 'https://nqi.example.cn/')).toBe(
      'https://nqi.example.cn/verify?number=ZZ-JL-JD-2026-000001&code=K7M2QX9R',
    );
  });

  it('holds number and code when there is no such address', () => {
    expect(verificationText(CONTENT, '')).toBe('ZZ-JL-JD-2026-000001 K7M2QX9R');
  });

  it('has the three finder patterns of a QR code', () => {
    const { size, dark } = qrModules('ZZ-JL-JD-2026-000001 K7M2QX9R');
    const isDark = (x: number, y: number) => dark.some(([column, row]) => column === x && row === y);

    expect([isDark(0, 0), isDark(size - 1, 0), isDark(0, size - 1), isDark(1, 1)]).toEqual([true, true, true, false]);
  });
});
