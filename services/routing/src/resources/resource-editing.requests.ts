import { type OfficeWindow } from '@nqi/kernel';
import { ChoiceField, IntegerField, ListField, TextField, TextListField } from '@nqi/platform';
import {
  FEE_UNITS,
  RESOURCE_KINDS,
  SERVICE_STATES,
  type FeeRule,
  type ResourceKind,
  type ServiceState,
} from './resource.js';

const TIME = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;
const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const HIGHEST_FEE = 100_000_000;

class WindowBody implements OfficeWindow {
  @TextField({ max: 5, pattern: TIME })
  start!: string;

  @TextField({ max: 5, pattern: TIME })
  end!: string;
}

export class RegisterResourceBody {
  @TextField({ max: 40, pattern: /^[A-Z0-9-]+$/ })
  no!: string;

  @ChoiceField(RESOURCE_KINDS)
  kind!: ResourceKind;

  @TextField({ max: 100 })
  nameZh!: string;

  @TextField({ max: 200 })
  nameEn!: string;

  @TextField({ optional: true, max: 20, description: "The caller's own institution unless an administrator says" })
  ownerId?: string;

  @TextField({ max: 20 })
  nodeCode!: string;

  @TextField({ max: 200 })
  location!: string;

  @TextField({ max: 500 })
  capability!: string;

  @TextListField({ max: 50, maxLength: 20 })
  serviceCodes!: string[];

  @IntegerField({ min: 0, max: HIGHEST_FEE, description: 'Whole fen' })
  feeFen!: number;

  @ChoiceField(FEE_UNITS)
  feePer!: FeeRule['per'];

  @TextField({ optional: true, max: 10, pattern: DATE })
  calibratedUntil?: string;

  @ListField(() => WindowBody, { min: 1, max: 6 })
  windows!: WindowBody[];

  @IntegerField({ min: 15, max: 1_440 })
  slotMinutes!: number;
}

/** What is not said stays; a fee is said with its unit. */
export class ReviseResourceBody {
  @ChoiceField(SERVICE_STATES, { optional: true })
  state?: ServiceState;

  @TextField({ optional: true, max: 10, pattern: DATE })
  calibratedUntil?: string;

  @IntegerField({ optional: true, min: 0, max: HIGHEST_FEE })
  feeFen?: number;

  @ChoiceField(FEE_UNITS, { optional: true })
  feePer?: FeeRule['per'];
}
