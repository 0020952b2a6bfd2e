import writeWorkbook from 'write-excel-file/node';
import { xlsx, zip } from '../../test/builders/files.js';
import { readExcel, writeExcel } from './excel-file.codec.js';
import { readTable } from './table-file.reader.js';

const workbook = (rows: Parameters<typeof writeWorkbook>[0]) => writeWorkbook(rows).toBuffer();

const shown = [
  ['期望日期', '数量', '联系电话', '由平台推荐'],
  [{ value: new Date('2026-12-01'), format: 'yyyy/m/d' }, 0.1 + 0.2, { value: '063255', format: '@' }, true],
  [null, null, null, null],
  [{ value: new Date('2026-12-01T08:30:00Z'), format: 'yyyy-mm-dd hh:mm' }, 20, '13800000000', false],
];

describe('a table in an Excel workbook', () => {
  it('reads as people see it, and counts rows as Excel does', async () => {
    const table = await readTable(await workbook(shown as never));

    expect(table).toMatchObject({ encoding: 'xlsx', header: ['期望日期', '数量', '联系电话', '由平台推荐'] });
    expect(table.rows).toEqual([
      { number: 2, cells: ['2026-12-01', '0.3', '063255', 'true'] },
      { number: 4, cells: ['2026-12-01 08:30', '20', '13800000000', 'false'] },
    ]);
  });

  it('comes back as it was written', async () => {
    const rows = [
      ['甲', '乙'],
      ['007', '=1+1'],
    ];

    expect(await readExcel(await writeExcel([{ sheet: '表', rows }]))).toEqual(rows);
  });

  it.each([
    ['macros', xlsx({ name: 'xl/vbaProject.bin' }), 'MATERIAL.MACRO'],
    ['more than fits into memory', xlsx({ name: 'xl/a.xml', inflated: 33 * 1024 * 1024 }), 'MATERIAL.ZIP_BOMB'],
    ['two directories', Buffer.concat([xlsx(), xlsx()]), 'BATCH.NOT_WORKBOOK'],
    ['no sheet', xlsx(), 'BATCH.NOT_WORKBOOK'],
    ['nothing', Buffer.from('PK\x03\x04 and nothing more'), 'BATCH.NOT_WORKBOOK'],
    ['one cell at the end of an endless sheet', sheetWith('XFD1048576'), 'BATCH.NOT_WORKBOOK'],
  ])(
    'refuses one with %s',
    async (_what, bytes, code) => {
      await expect(readTable(bytes)).rejects.toMatchObject({ code });
    },
    30_000,
  );

  it('reads the sheet of which the endless one is made', async () => {
    expect((await readTable(sheetWith('A1'))).header).toEqual(['1']);
  });
});

/** The smallest workbook, with one cell. */
function sheetWith(cell: string): Buffer {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relation = `<Relationship Id="r1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>`;
  return zip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    { name: 'xl/_rels/workbook.xml.rels', content: `<Relationships>${relation}</Relationships>` },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `<worksheet xmlns="${main}"><sheetData><row><c r="${cell}"><v>1</v></c></row></sheetData></worksheet>`,
    },
  ]);
}
