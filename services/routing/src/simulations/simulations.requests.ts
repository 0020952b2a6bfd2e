import { FreeObjectField, IntegerField, ObjectField, TextField } from '@nqi/platform';
import { MOST_REQUESTS } from './simulation-job.js';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

class RecordedSampleBody {
  @TextField({ max: 40, pattern: INSTANT })
  from!: string;

  @TextField({ max: 40, pattern: INSTANT, description: 'Exclusive' })
  until!: string;

  @IntegerField({ min: 1, max: MOST_REQUESTS })
  limit!: number;
}

class GeneratedSampleBody {
  @IntegerField({ min: 1, max: MOST_REQUESTS })
  requests!: number;

  @IntegerField({ min: 0, max: 2 ** 31 - 1, description: 'The same seed gives the same year' })
  seed!: number;
}

class SampleBody {
  @ObjectField(() => RecordedSampleBody, { optional: true, description: 'What was really asked' })
  recorded?: RecordedSampleBody;

  @ObjectField(() => GeneratedSampleBody, { optional: true, description: 'A made-up year of the city' })
  generated?: GeneratedSampleBody;
}

export class RequestSimulationBody {
  @TextField({ optional: true, max: 40, description: 'A stored version; else `content`' })
  ruleSet?: string;

  @FreeObjectField({ optional: true, description: 'A whole rule set that is stored nowhere' })
  content?: Record<string, unknown>;

  @ObjectField(() => SampleBody, { description: 'One of `recorded`, `generated`' })
  sample!: SampleBody;
}
