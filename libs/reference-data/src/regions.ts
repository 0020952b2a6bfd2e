import { type RegionLevel } from '@nqi/kernel';

import { readCsv } from './csv.js';
import { once } from './data-file.js';

export interface Region {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly level: RegionLevel;
  readonly parentCode?: string;
  /** `pseudo` marks codes made for this product: they are in no national register. */
  readonly codeSystem: string;
  /** The park that runs this town on behalf of its county. */
  readonly managedBy?: string;
  readonly lon?: number;
  readonly lat?: number;
  readonly confidence: string;
  readonly note?: string;
}

const LEVELS: readonly RegionLevel[] = ['province', 'city', 'county', 'park', 'town'];

/** Shandong, Zaozhuang, its counties, parks and towns; a parent always comes before its children. */
export const regions = once(() =>
  readCsv<Region>(
    'regions.csv',
    (row) => ({
      code: row.matching('code', /^(\d{6}|\d{9})$/),
      nameZh: row.text('name_zh'),
      nameEn: row.text('name_en'),
      level: row.oneOf('level', LEVELS),
      parentCode: row.optional('parent_code'),
      codeSystem: row.text('code_system'),
      managedBy: row.optional('managed_by'),
      lon: row.optionalNumber('lon'),
      lat: row.optionalNumber('lat'),
      confidence: row.text('confidence'),
      note: row.optional('note'),
    }),
    'code',
  ),
);
