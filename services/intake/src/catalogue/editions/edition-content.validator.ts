import { DOMAINS, type ContentFault } from '@nqi/kernel';
import { compileShape, schemaFault, untitled } from '../../faults/json-schema.validator.js';
import { CHANNELS, type CatalogueContent, type CatalogueService } from '../catalogue.js';
import { LIMIT_UNITS } from '../service-limit.js';
import { contentFaults } from './content-faults.js';

const LEVELS = ['province', 'city', 'county', 'park'];
const LONGEST_LIMIT = 2_000;

const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength, pattern: '\\S' });
const list = (items: object, maxItems: number, minItems = 0) => ({ type: 'array', items, minItems, maxItems });
const record = (properties: Readonly<Record<string, object>>, optional: readonly string[] = []) => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  additionalProperties: false,
});

const CODE = { type: 'string', pattern: '^[A-Z]{3}-[A-Z0-9]{2,12}$' };
const ID = { type: 'string', pattern: '^[a-z][a-z0-9-]{0,39}$' };
const DAY = { type: 'string', pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' };
const WORDS = record({ zh: text(200), en: text(200) });
const LIMIT = record({ unit: { enum: [...LIMIT_UNITS] }, n: { type: 'integer', minimum: 1, maximum: LONGEST_LIMIT } });

const SERVICE = record(
  {
    code: CODE,
    domain: { enum: [...DOMAINS] },
    name: WORDS,
    description: text(2_000),
    audience: list(text(50), 20),
    channel: { enum: [...CHANNELS] },
    limits: record({ statutory: LIMIT, promised: LIMIT }, ['statutory']),
    requiredMaterials: list(text(200), 50),
    feeBasis: text(200),
    performingLevel: { enum: LEVELS },
    legalBasis: list(text(200), 50),
    form: { type: 'object' },
    enabled: { type: 'boolean' },
    offeredFrom: DAY,
    offeredUntil: DAY,
  },
  ['offeredFrom', 'offeredUntil'],
);

const PACKAGE = record({
  code: CODE,
  name: WORDS,
  serviceCodes: list(CODE, 20, 1),
  legs: list(record({ serviceCode: CODE, needsResultsOf: list(CODE, 20), comesAfter: list(CODE, 20) }), 20),
  categories: list(text(50), 50),
  description: text(2_000),
});

const FINDER = record({
  start: ID,
  questions: list(
    record({
      id: ID,
      text: WORDS,
      options: list(
        record(
          { id: ID, text: WORDS, next: ID, withinWorkingDays: { type: 'integer', minimum: 1, maximum: LONGEST_LIMIT } },
          ['next', 'withinWorkingDays'],
        ),
        20,
        1,
      ),
    }),
    60,
    1,
  ),
  proposals: list(
    record(
      {
        when: { type: 'object', additionalProperties: list(ID, 20, 1) },
        services: list(CODE, 8),
        packageCode: CODE,
        reason: WORDS,
      },
      ['services', 'packageCode'],
    ),
    500,
    1,
  ),
});

const shape = compileShape(
  record({ services: list(SERVICE, 500, 1), packages: list(PACKAGE, 100), finder: FINDER }, ['finder']),
  'CATALOGUE.SHAPE',
);

/** Forms found to compile; drafts are checked again and again, and few forms of them have changed. */
const compiled = new Set<string>();
const MOST_REMEMBERED = 1_000;

function formFault(form: CatalogueService['form']): string | undefined {
  const schema = untitled(form);
  const key = JSON.stringify(schema);
  if (compiled.has(key)) return undefined;
  const reason = schemaFault(schema);
  if (compiled.size >= MOST_REMEMBERED) compiled.clear();
  if (reason === undefined) compiled.add(key);
  return reason;
}

/** Everything wrong with what people would publish as the catalogue: its shape first, then what it says. */
export function editionFaults(content: unknown): ContentFault[] {
  const malformed = shape(content, '');
  const faults = malformed.length > 0 ? malformed : contentFaults(content as CatalogueContent, formFault);
  return faults.map(({ pointer, text: { zh, en } }) => ({ pointer, detail: en, zh }));
}
