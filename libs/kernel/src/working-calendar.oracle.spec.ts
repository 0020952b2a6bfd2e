import { addSpan } from './calendar-span.js';
import { WorkingCalendar, type WorkingCalendarData } from './working-calendar.js';
import { dateOfDay, dayOfDate, instantOfDay } from './shanghai-time.js';

/**
 * The calendar against someone who walks: offices with random hours, seasons, holidays, make-up days and closures, and
 * every minute of six weeks looked at one by one.
 */
const OFFICES = 250;
const CASES_PER_OFFICE = 400;
const FIRST = dayOfDate('2026-03-02');
const DAYS = 42;
const DAY = 1440;
const MINUTE = 60_000;

/** Mulberry32: the same cases on every machine. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

type Random = ReturnType<typeof generator>;
const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Up to three windows with breaks between them. */
function windows(random: Random, least: number) {
  const marks = new Set<number>();
  const count = least + random(4 - least);
  while (marks.size < count * 2) marks.add(random(97) * 15);
  const sorted = [...marks].sort((a, b) => a - b);
  return Array.from({ length: count }, (_, i) => ({
    start: clock(sorted[i * 2] as number),
    end: clock(sorted[i * 2 + 1] as number),
  }));
}

function stretch(random: Random, longest: number) {
  const from = FIRST + random(DAYS - longest);
  return { from: dateOfDay(from), until: dateOfDay(from + random(longest)) };
}

function office(random: Random): WorkingCalendarData {
  const dates = new Set(Array.from({ length: random(9) }, () => dateOfDay(FIRST + random(DAYS))));
  return {
    days: [...dates].map((date) => ({ date, type: random(2) === 0 ? 'holiday' : 'makeup_workday' })),
    coverageFrom: '2026-01-01',
    coverageUntil: '2026-12-31',
    windows: windows(random, 1),
    shifts: [
      ...(random(3) === 0 ? [{ weekdays: [6], windows: windows(random, 1) }] : []),
      ...(random(3) === 0 ? [{ weekdays: [1 + random(5)], windows: windows(random, 0) }] : []),
      ...(random(3) === 0 ? [{ ...stretch(random, 20), windows: windows(random, 0) }] : []),
    ],
    closures: [
      ...(random(3) === 0 ? [stretch(random, 4)] : []),
      ...(random(3) === 0 ? [{ ...stretch(random, 3), start: '10:00', end: clock(600 + 15 * (1 + random(30))) }] : []),
    ],
  };
}

const CLOCK = Array.from({ length: DAY }, (_, minute) => clock(minute));

/** What the data say of every minute of one day, without any arithmetic over days. */
function minutesOf(data: WorkingCalendarData, day: number): number[] {
  const { days, windows: common = [], shifts = [], closures = [] } = data;
  const date = dateOfDay(day);
  const weekday = new Date(`${date}T00:00Z`).getUTCDay() || 7;
  const on = ({ from, until }: { from?: string; until?: string }) => date >= (from ?? '') && date <= (until ?? '~');
  const always = (asked: number) =>
    shifts.findLast((s) => s.from === undefined && (s.weekdays ?? [1, 2, 3, 4, 5]).includes(asked))?.windows ??
    (asked <= 5 ? common : []);
  const season = shifts.findLast((s) => s.from !== undefined && on(s) && weekday <= 5);
  const type = days.find((each) => each.date === date)?.type;
  let hours = season?.windows ?? always(weekday);
  if (type === 'holiday') hours = [];
  if (type === 'makeup_workday' && hours.length === 0) hours = always(1).length > 0 ? always(1) : common;
  const shut = closures.filter(on).map(({ start = '00:00', end = '24:00' }) => ({ start, end }));
  const within = (list: typeof hours, time: string) => list.some(({ start, end }) => start <= time && time < end);
  return CLOCK.map((time) => Number(within(hours, time) && !within(shut, time)));
}

describe('WorkingCalendar against a minute walker', () => {
  const LAST = DAYS * DAY;
  const at = (minute: number): Date => new Date(instantOfDay(FIRST).getTime() + minute * MINUTE);

  /** Walks from `minute` until `n` open minutes lie behind; undefined when that is past the six weeks. */
  function walk(open: Uint8Array, minute: number, n: number, step: 1 | -1): number | undefined {
    let here = minute;
    for (let left = n; left > 0; here += step) {
      const looked = step === 1 ? here : here - 1;
      if (looked < 0 || looked >= LAST) return undefined;
      left -= open[looked] as number;
    }
    return here;
  }

  /** The close of the nth day with an open minute, not counting the first one's. */
  function turnPages(open: Uint8Array, minute: number, n: number, step: 1 | -1): number | undefined {
    let day = Math.floor(minute / DAY);
    for (let left = n; left > 0;) {
      day += step;
      if (day < 0 || day >= DAYS) return undefined;
      if (open.subarray(day * DAY, (day + 1) * DAY).includes(1)) left -= 1;
    }
    return day * DAY + open.subarray(day * DAY, (day + 1) * DAY).lastIndexOf(1) + 1;
  }

  it(`agrees in ${OFFICES * CASES_PER_OFFICE} cases`, () => {
    const random = generator(20_261_124);
    const wrong: unknown[] = [];
    let compared = 0;
    for (let number = 0; number < OFFICES; number += 1) {
      const data = office(random);
      const calendar = new WorkingCalendar(data);
      const open = Uint8Array.from(Array.from({ length: DAYS }, (_, day) => minutesOf(data, FIRST + day)).flat());
      const expectAt = (question: string, from: number, n: number, answer: Date, walked: number | undefined) => {
        compared += 1;
        if (walked !== undefined && answer.getTime() !== at(walked).getTime()) {
          wrong.push({ question, data, from: at(from), n, answer, walked: at(walked) });
        }
      };
      for (let each = 0; each < CASES_PER_OFFICE; each += 1) {
        const from = random(LAST);
        const n = 1 + random(900);
        const days = 1 + random(6);
        switch (each % 5) {
          case 0:
            expectAt('add', from, n, calendar.addWorkingMinutes(at(from), n).at, walk(open, from, n, 1));
            break;
          case 1:
            expectAt('subtract', from, n, calendar.subtractWorkingMinutes(at(from), n).at, walk(open, from, n, -1));
            break;
          case 2: {
            const until = Math.min(from + random(4000), LAST);
            let ticked = 0;
            for (let minute = from; minute < until; minute += 1) ticked += open[minute] as number;
            compared += 1;
            const answer = calendar.workingMinutesBetween(at(from), at(until));
            if (answer !== ticked)
              wrong.push({ question: 'between', data, from: at(from), until: at(until), answer, ticked });
            break;
          }
          case 3: {
            const back = each % 2 === 0;
            const span = { unit: 'working-day', n: back ? -days : days } as const;
            expectAt(
              span.unit,
              from,
              span.n,
              addSpan(calendar, at(from), span).at,
              turnPages(open, from, days, back ? -1 : 1),
            );
            break;
          }
          default: {
            const opening = open.indexOf(1, from);
            const walked = opening < 0 ? undefined : opening;
            expectAt('next opening', from, 0, calendar.nextWorkingInstant(at(from)).at, walked);
          }
        }
      }
    }

    expect(wrong.slice(0, 3)).toEqual([]);
    expect(compared).toBe(OFFICES * CASES_PER_OFFICE);
  }, 30_000);
});
