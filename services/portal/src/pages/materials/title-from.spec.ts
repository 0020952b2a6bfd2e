import { titleFrom } from './title-from.js';

describe('the title of an uploaded file', () => {
  it('is its name without the ending', () => {
    expect(titleFrom('营业执照.pdf')).toBe('营业执照');
    expect(titleFrom('report.v2.docx')).toBe('report.v2');
    expect(titleFrom('清单')).toBe('清单');
  });

  it('is never longer than the library takes', () => {
    expect(titleFrom('长'.repeat(200))).toHaveLength(120);
  });
});
