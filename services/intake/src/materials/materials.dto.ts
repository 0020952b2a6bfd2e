import { BooleanField, ChoiceField, PageQuery, TextField } from '@nqi/platform';
import { LINE_OF_TEXT } from '../requests/filing.dto.js';
import { MATERIAL_KINDS, type MaterialKind } from './material.js';

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** What an upload says of its file, in the address, since the body is the file. */
export class UploadQuery {
  @TextField({ max: 120, pattern: LINE_OF_TEXT, description: 'The same title again is the next version' })
  title!: string;

  @ChoiceField(MATERIAL_KINDS)
  kind!: MaterialKind;

  @TextField({ max: 10, optional: true, pattern: DAY, example: '2026-01-01' })
  validFrom?: string;

  @TextField({ max: 10, optional: true, pattern: DAY, example: '2028-12-31' })
  validUntil?: string;
}

export class MaterialsQuery extends PageQuery {
  @ChoiceField(MATERIAL_KINDS, { optional: true })
  kind?: MaterialKind;

  @TextField({ max: 120, optional: true, pattern: LINE_OF_TEXT, description: 'All versions of this title' })
  title?: string;

  @BooleanField({ optional: true, description: 'Also what is retired' })
  retired?: boolean;
}
