import {
  BooleanField,
  ChoiceField,
  FreeObjectField,
  ListField,
  ObjectField,
  TextField,
  TextListField,
} from '@nqi/platform';
import { Matches } from 'class-validator';
import type { Filing, FilingItem } from './filing.js';
import type { Mode, Urgency } from './request.js';

export const MODES: readonly Mode[] = ['online', 'offline', 'on-site'];
export const URGENCIES: readonly Urgency[] = ['normal', 'urgent'];
export const MOST_ITEMS = 50;
export const MOST_MATERIALS = 20;
export const MATERIAL_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** No control characters and no half of a surrogate pair: what fits on one line and into the database. */
export const LINE_OF_TEXT = /^[^\p{Cc}\ud800-\udfff]*$/u;

export class FilingItemBody implements FilingItem {
  @TextField({ max: 20, example: 'MET-003' })
  serviceCode!: string;

  @FreeObjectField({ description: "Filled by the service's form (GET /catalog/services/{code})" })
  form!: Record<string, unknown>;

  @TextField({ max: 20, optional: true, pattern: LINE_OF_TEXT, description: 'Institution the client chose' })
  institutionId?: string;

  @BooleanField({ optional: true, description: 'The platform chooses the institution; else the client is asked' })
  recommendedByPlatform?: boolean;

  @TextListField({ max: MOST_MATERIALS, maxLength: 36, optional: true, description: 'Ids out of GET /materials' })
  @Matches(MATERIAL_ID, { each: true })
  materials?: string[];
}

export class ContactBody {
  @TextField({ max: 50, pattern: LINE_OF_TEXT })
  name!: string;

  @TextField({ max: 30, example: '0632-0000001' })
  phone!: string;
}

/** Whom to ask, where, how and by when the work is wanted, whatever it is. */
export class CircumstancesBody {
  @ObjectField(() => ContactBody)
  contact!: ContactBody;

  @TextField({ max: 12, example: '370481' })
  regionCode!: string;

  @TextField({ max: 12, optional: true, example: '370481901' })
  parkCode?: string;

  @ChoiceField(MODES)
  mode!: Mode;

  @ChoiceField(URGENCIES)
  urgency!: Urgency;

  @TextField({ max: 10, optional: true, example: '2026-12-01', description: 'Day for which the work is wanted' })
  wantedDate?: string;
}

/** Whom something is asked for, by staff who ask for somebody else. */
export class OnBehalfBody extends CircumstancesBody {
  @TextField({ max: 40, optional: true, description: 'Staff name the enterprise on whose behalf they file' })
  enterpriseUscc?: string;

  @TextField({
    max: 200,
    optional: true,
    pattern: LINE_OF_TEXT,
    description: 'By staff, of an enterprise at the counter that is not registered',
  })
  enterpriseName?: string;
}

/**
 * Body of a filing for OpenAPI. The endpoint checks it with the compiled schema in filing.schema.ts, which costs a
 * third of ValidationPipe; a spec holds both to the same verdicts.
 */
export class FilingBody extends OnBehalfBody implements Filing {
  @ListField(() => FilingItemBody, { min: 1, max: MOST_ITEMS })
  items!: FilingItemBody[];

  @TextField({ max: 40, optional: true, example: 'PKG-SETUP' })
  packageCode?: string;
}
