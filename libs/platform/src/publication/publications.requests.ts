import { FreeObjectField, TextField } from '../fields.js';

const VERSION = /^[A-Za-z0-9][A-Za-z0-9.-]{0,39}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

export class DraftBody {
  @TextField({ max: 40, pattern: VERSION, example: '2026.2' })
  version!: string;

  @TextField({ max: 40, description: 'Version to copy' })
  basedOn!: string;

  @FreeObjectField({ optional: true, description: 'Instead of the content of the copied one' })
  content?: Record<string, unknown>;
}

export class EditDraftBody {
  @FreeObjectField({ description: 'The whole content' })
  content!: Record<string, unknown>;
}

export class ProposeBody {
  @TextField({ max: 40, pattern: INSTANT, description: 'With an offset; not in the past, also not at approval' })
  effectiveFrom!: string;
}

export class DiffQuery {
  @TextField({ max: 40, description: 'Version to compare with' })
  with!: string;
}
