import { ListField, TextField, TextListField } from '@nqi/platform';
import { MOST_DESIGNATIONS, type Designation } from './designation.js';

const DATE = /^\d{4}-\d{2}-\d{2}$/;

class DesignationBody implements Omit<Designation, 'demo'> {
  @TextField({ max: 60, description: 'Of the act of the authority' })
  documentNumber!: string;

  @TextListField({ min: 1, max: 20, maxLength: 7, example: ['MET-001'] })
  services!: string[];

  @TextListField({
    optional: true,
    min: 1,
    max: 200,
    maxLength: 20,
    example: ['MI004'],
    description: 'Missing for all',
  })
  objects?: string[];

  @TextListField({ min: 1, max: 50, maxLength: 9, example: ['370481'] })
  regions!: string[];

  @TextField({ max: 10, pattern: DATE })
  validFrom!: string;

  @TextField({ optional: true, max: 10, pattern: DATE })
  validUntil?: string;
}

export class DesignationsBody {
  @ListField(() => DesignationBody, { max: MOST_DESIGNATIONS, description: 'All of them; none takes all away' })
  designations!: DesignationBody[];

  @TextField({ optional: true, max: 500 })
  reason?: string;
}

/** As people say them: fields that are absent are not there, and nothing of it is made up. */
export function designationsOf({ designations }: DesignationsBody): Designation[] {
  return designations.map(({ documentNumber, services, objects, regions, validFrom, validUntil }) => ({
    documentNumber,
    services,
    ...(objects && { objects }),
    regions,
    validFrom,
    ...(validUntil !== undefined && { validUntil }),
    demo: false,
  }));
}
