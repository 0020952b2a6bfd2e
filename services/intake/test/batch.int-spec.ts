import readWorkbook from 'read-excel-file/node';
import { TestService, type HttpClient } from '@nqi/test-kit';
import { readExcel, writeExcel } from '../src/batch/excel-file.codec.js';
import { definition } from '../src/definition.js';
import { MEDIA_TYPES } from '../src/materials/content/content-type.js';
import { auditor, owner } from './builders/offices.js';

const XLSX = MEDIA_TYPES.xlsx;
const HEADER = 'serviceCode,contactName,contactPhone,regionCode,instruments.ref,instruments.qty,instruments.model';
const good = (n: number) => `MET-003,张三,0632-0000001,370481,CI001,${(n % 50) + 1},"型号,${n}"`;

/** What a careless clerk writes, and the column that is to blame. */
const BAD: readonly (readonly [string, string])[] = [
  ['MET-003,张三,0632-0000001,370481,CI001,many,A', 'instruments.qty'],
  ['MET-003,张三,12,370481,CI001,1,A', 'contactPhone'],
  ['MET-003,张三,0632-0000001,999999,CI001,1,A', 'regionCode'],
  ['XXX-999,张三,0632-0000001,370481,,,', 'serviceCode'],
  ['TRN-001,张三,0632-0000001,370481,CI001,1,A', 'instruments.ref'],
];

describe('Filing by a table', () => {
  let service: TestService;
  let enterprise: HttpClient;

  beforeAll(async () => {
    service = await TestService.start(definition);
    enterprise = await service.as(owner);
  });

  afterAll(() => service?.stop());

  const send = async (table: string | Buffer, query = '', client = enterprise) => {
    const response = await fetch(`${service.url}/api/v1/requests/batch${query}`, {
      method: 'POST',
      headers: { authorization: client.authorization, 'content-type': typeof table === 'string' ? 'text/csv' : XLSX },
      body: new Uint8Array(Buffer.from(table)),
    });
    return { status: response.status, body: (await response.json()) as any }; // eslint-disable-line @typescript-eslint/no-explicit-any -- a test reads what it expects
  };
  const stored = async () => Number((await service.query<{ n: string }>('SELECT count(*) AS n FROM request'))[0]?.n);

  it('of a thousand rows with 37 wrong ones files 963, explains 37, and files nothing twice', async () => {
    const wrongAt = new Map(Array.from({ length: 37 }, (_, i) => [i * 27, BAD[i % BAD.length]] as const));
    const table = [HEADER, ...Array.from({ length: 1_000 }, (_, i) => wrongAt.get(i)?.[0] ?? good(i))].join('\r\n');
    const before = await stored();

    const preview = await send(table, '?preview=true');
    expect(preview).toMatchObject({ status: 200, body: { preview: true, rows: 1_000, wrong: 37, filed: 0 } });
    expect(await stored()).toBe(before);

    const first = await send(table);
    expect(first.body).toMatchObject({ rows: 1_000, wrong: 37, filed: 963, filedBefore: 0 });
    expect(await stored()).toBe(before + 963);
    for (const [index, bad] of wrongAt) {
      const { row, verdict, faults } = first.body.results[index];
      expect({ row, verdict }).toEqual({ row: index + 2, verdict: 'WRONG' });
      expect(faults.map(({ column }: { column: string }) => column)).toContain(bad?.[1]);
    }

    const again = await send(table);
    expect(again.body).toMatchObject({ wrong: 37, filed: 0, filedBefore: 963 });
    expect(again.body.results[1].requestNo).toBe(first.body.results[1].requestNo);
    expect(await stored()).toBe(before + 963);

    const { errorFile } = first.body;
    expect(errorFile.split('\r\n')).toHaveLength(39);
    const corrected = await send(errorFile.replaceAll(',many,', ',2,'));
    expect(corrected.body).toMatchObject({ rows: 37, filed: 8, wrong: 29 });
  }, 300_000);

  it('takes a table with Chinese titles in GB18030, as a spreadsheet of the office saves it', async () => {
    // 服务事项编码,联系人,联系电话,所在区(市)代码,参加人数,由平台推荐 / TRN-001,张三,0632-0000001,370481,7,是
    const table = Buffer.concat([
      gb('b7fecef1cac2cfeeb1e0c2eb'),
      comma,
      gb('c1aacfb5c8cb'),
      comma,
      gb('c1aacfb5b5e7bbb0'),
      comma,
      gb('cbf9d4dac7f8a3a8cad0a3a9b4fac2eb'),
      comma,
      gb('b2cebcd3c8cbcafd'),
      comma,
      gb('d3c9c6bdcca8cdc6bcf6'),
      Buffer.from('\r\nTRN-001,'),
      gb('d5c5c8fd'),
      Buffer.from(',0632-0000001,370481,7,'),
      gb('cac7'),
    ]);

    const { body } = await send(table);

    expect(body).toMatchObject({ encoding: 'gb18030', rows: 1, filed: 1, wrong: 0 });
    const { body: request } = await enterprise.get(`/api/v1/requests/${body.results[0].requestId}`);
    expect(request).toMatchObject({ contact: { name: '张三' }, items: [{ form: { participants: 7 } }] });
  });

  it('takes an Excel workbook, and gives the wrong rows back as one', async () => {
    const lines = [HEADER, good(1), BAD[0]?.[0] ?? ''].map((line) => line.replaceAll('"', '').split(',').slice(0, 7));
    const { body } = await send(await writeExcel([{ sheet: '申报', rows: lines }]));

    expect(body).toMatchObject({ encoding: 'xlsx', rows: 2, filed: 1, wrong: 1 });
    const wrong = await readExcel(Buffer.from(body.errorWorkbook, 'base64'));
    expect(wrong).toEqual([
      [...(lines[0] ?? []), '错误说明'],
      [...(lines[2] ?? []), expect.stringContaining('instruments.qty')],
    ]);

    const corrected = wrong.map((cells) => cells.map((cell) => (cell === 'many' ? '2' : cell)));
    const again = await send(await writeExcel([{ sheet: '申报', rows: corrected }]));
    expect(again.body).toMatchObject({ rows: 1, filed: 1, wrong: 0 });
  });

  it.each(['MET-003', 'TST-001', 'CER-003', 'TRN-001'])(
    'offers a workbook for %s; filled in by its guide it files',
    async (code) => {
      const answer = await fetch(`${service.url}/api/v1/requests/batch/template/${code}`, {
        headers: { authorization: enterprise.authorization },
      });
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, XLSX]);
      const sheets = await readWorkbook(Buffer.from(await answer.arrayBuffer()));
      const [table, guide, choices] = sheets.map(({ data }) =>
        data.map((cells) => cells.map((cell) => String(cell ?? ''))),
      );
      expect(table).toHaveLength(1);
      expect(choices?.every(([, ref]) => ref !== '')).toBe(true);

      const examples = new Map(guide?.map(([title = '', , , example = '']) => [title, example]));
      const row = table?.[0]?.map((title) => examples.get(title) ?? '') ?? [];
      const { body } = await send(
        await writeExcel([{ sheet: '申报', rows: [table?.[0] ?? [], row] }]),
        '?preview=true',
      );
      expect(body.results).toEqual([{ row: 2, verdict: 'VALID' }]);
    },
  );

  it('offers none for a service that is not there', async () => {
    expect(await enterprise.get('/api/v1/requests/batch/template/XXX-999')).toMatchObject({ status: 404 });
  });

  it.each([
    ['no table', 'a,b\n1,2', 'BATCH.NO_HEADER'],
    ['no rows', HEADER, 'BATCH.ROWS'],
    ['an open quote', `${HEADER}\n"MET-003,x`, 'BATCH.NOT_CSV'],
    ['too many rows', `${HEADER}\n${`${good(1)}\n`.repeat(1_001)}`, 'BATCH.ROWS'],
  ])('refuses %s as a whole', async (_what, table, type) => {
    expect(await send(table)).toMatchObject({ status: 422, body: { type } });
  });

  it('is for those who may file, and wants a table', async () => {
    expect((await send(HEADER, '', await service.as(auditor))).status).toBe(403);
    expect(await enterprise.post('/api/v1/requests/batch', {})).toMatchObject({ body: { type: 'BATCH.NO_FILE' } });
  });
});

const comma = Buffer.from(',');
const gb = (hex: string): Buffer => Buffer.from(hex, 'hex');
