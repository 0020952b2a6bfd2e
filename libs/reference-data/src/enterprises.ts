import { readCsv } from './csv.js';
import { once } from './data-file.js';

export type EnterpriseScale = 'micro' | 'small' | 'medium' | 'large';

/** A synthetic enterprise: name and person are invented, the credit code passes its check. */
export interface Enterprise {
  readonly id: string;
  readonly uscc: string;
  readonly nameZh: string;
  /** The workstation's area: the county, or 370471 for the high-tech zone. */
  readonly areaCode: string;
  readonly countyCode: string;
  readonly townCode: string;
  readonly parkCode?: string;
  readonly industryCode: string;
  readonly industryName: string;
  readonly category: string;
  readonly scale: EnterpriseScale;
  readonly employees: number;
  readonly established: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly address: string;
}

const SCALES = { 微型: 'micro', 小型: 'small', 中型: 'medium', 大型: 'large' } as const;

export const enterprises = once(() =>
  readCsv<Enterprise>(
    'enterprises_sample.csv',
    (row) => ({
      id: row.matching('id', /^ENT\d{4}$/),
      uscc: row.text('uscc'),
      nameZh: row.text('name_zh'),
      areaCode: row.text('area_code'),
      countyCode: row.text('county_code'),
      townCode: row.text('town_code'),
      parkCode: row.optional('park_code'),
      industryCode: row.text('industry_code'),
      industryName: row.text('industry_name'),
      category: row.text('category'),
      scale: row.mapped('scale', SCALES),
      employees: row.number('employees'),
      established: row.date('established'),
      contactName: row.text('contact_name'),
      contactPhone: row.text('contact_phone'),
      address: row.text('address'),
    }),
    'id',
  ),
);
