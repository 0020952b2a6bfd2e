import { type OwnHours } from '../clocks/published-calendar.js';
import { ChoiceField, IntegerField, ListField, TextField } from '@nqi/platform';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;

class DayBody {
  @TextField({ max: 10, pattern: DATE, example: '2027-01-01' })
  date!: string;

  @ChoiceField(['holiday', 'makeup_workday'])
  type!: 'holiday' | 'makeup_workday';

  @TextField({ max: 40 })
  nameZh!: string;

  @TextField({ max: 80 })
  nameEn!: string;
}

export class PublishYearBody {
  @ListField(() => DayBody, { min: 0, max: 120, description: 'All days of the year that differ from the plain week' })
  days!: DayBody[];

  @TextField({ max: 300, description: 'Where they were announced, such as 国办发明电〔2025〕7号' })
  source!: string;
}

class WindowBody {
  @TextField({ max: 5, pattern: TIME, example: '08:30' })
  start!: string;

  @TextField({ max: 5, pattern: TIME, example: '12:00' })
  end!: string;
}

class ShiftBody {
  @ListField(() => WindowBody, { min: 0, max: 6, description: 'None when the office does not open on those days' })
  windows!: WindowBody[];

  @TextField({ optional: true, max: 13, pattern: /^[1-7](,[1-7]){0,6}$/, description: '1 Monday to 7 Sunday' })
  weekdays?: string;

  @TextField({ optional: true, max: 10, pattern: DATE })
  from?: string;

  @TextField({ optional: true, max: 10, pattern: DATE })
  until?: string;
}

class ClosureBody {
  @TextField({ max: 10, pattern: DATE })
  from!: string;

  @TextField({ optional: true, max: 10, pattern: DATE })
  until?: string;

  @TextField({ optional: true, max: 5, pattern: TIME })
  start?: string;

  @TextField({ optional: true, max: 5, pattern: TIME })
  end?: string;
}

/** What is not said is as everywhere; nothing said at all gives up hours of one's own. */
export class OwnHoursBody {
  @ListField(() => WindowBody, { optional: true, max: 6, description: 'From Monday to Friday, with lunch between' })
  windows?: WindowBody[];

  @ListField(() => ShiftBody, { optional: true, max: 50 })
  shifts?: ShiftBody[];

  @ListField(() => ClosureBody, { optional: true, max: 200 })
  closures?: ClosureBody[];
}

export class CalendarQuery {
  @IntegerField({ min: 1992, max: 2100 })
  year!: number;
}

/** What was said, without what was not. */
export function hoursOf({ windows, shifts, closures }: OwnHoursBody): OwnHours {
  return {
    ...(windows && { windows }),
    ...(shifts && {
      shifts: shifts.map(({ weekdays, ...shift }) => ({
        ...shift,
        ...(weekdays !== undefined && { weekdays: weekdays.split(',').map(Number) }),
      })),
    }),
    ...(closures && { closures }),
  };
}
