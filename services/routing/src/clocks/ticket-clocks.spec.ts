import { shanghaiDate, shanghaiInstant } from '@nqi/kernel';
import { TERMS } from '../../test/builders/tickets.js';
import { CalendarEdition, type OwnHours } from './published-calendar.js';
import { TicketClocks, type SegmentCause } from './ticket-clocks.js';

const at = (date: string, time: string) => shanghaiInstant(date, time);

/** Clocks with a limit of one day to accept and five to complete; the office works 8:30–12:00 and 13:30–17:30. */
function clocksFrom(date: string, time: string, acceptedAt?: Date): TicketClocks {
  const start = { state: 'running', cause: 'ROUTED', actor: 'system', from: at(date, time) } as const;
  const day = (n: number) => ({ unit: 'working-day', n }) as const;
  const serviceLevel = { accept: day(1), 'first-response': day(2), complete: day(5) };
  return new TicketClocks({ segments: [start], serviceLevel, ...(acceptedAt && { acceptedAt }) }, TERMS);
}

const pause = (clocks: TicketClocks, from: Date, cause: SegmentCause = 'WAIT_SAMPLE') =>
  clocks.withSegment({ state: 'paused', cause, actor: 'clerk', from });
const resume = (clocks: TicketClocks, from: Date) =>
  clocks.withSegment({ state: 'running', cause: 'RESUMED', actor: 'clerk', from });

describe('due times', () => {
  it('fall on the close of the last working day of the limit', () => {
    const clocks = clocksFrom('2026-11-24', '10:00');

    expect(clocks.due('accept').at).toEqual(at('2026-11-25', '17:30'));
    expect(clocks.due('complete').at).toEqual(at('2026-12-01', '17:30'));
  });

  it('leave out the National Day holiday and count its make-up Saturday', () => {
    // 2026-10-01 to 07 are off, Saturday 10 October is worked.
    const clocks = clocksFrom('2026-09-30', '16:00');

    expect(clocks.due('accept').at).toEqual(at('2026-10-08', '17:30'));
    expect(shanghaiDate(clocks.due('complete').at)).toBe('2026-10-13');
  });

  it('count an item routed on a Sunday from Monday', () => {
    expect(clocksFrom('2026-11-22', '20:00').due('accept').at).toEqual(at('2026-11-23', '17:30'));
  });

  it('are estimates beyond the announced calendar', () => {
    expect(clocksFrom('2026-12-29', '10:00').due('accept').estimated).toBe(false);
    expect(clocksFrom('2026-12-29', '10:00').due('complete').estimated).toBe(true);
  });

  it('move by the working time of a pause, over lunch and night', () => {
    // Tue 11:00–12:00 and 13:30–17:30 are five hours, Wed 8:30–9:30 is a sixth.
    const paused = pause(clocksFrom('2026-11-24', '10:00', at('2026-11-24', '10:30')), at('2026-11-24', '11:00'));
    const clocks = resume(paused, at('2026-11-25', '09:30'));

    // Six hours from Tuesday's close: Wednesday has 3.5 in the morning and 2.5 more by four o'clock.
    expect(clocks.due('complete').at).toEqual(at('2026-12-02', '16:00'));
  });

  it('do not move for a pause outside office hours', () => {
    const paused = pause(clocksFrom('2026-11-27', '10:00'), at('2026-11-27', '18:00'));
    const clocks = resume(paused, at('2026-11-30', '08:00'));

    expect(clocks.due('complete').at).toEqual(at('2026-12-04', '17:30'));
  });

  it('stand while a pause is open', () => {
    const clocks = pause(clocksFrom('2026-11-24', '10:00'), at('2026-11-24', '11:00'));

    expect(clocks.due('complete').at).toEqual(at('2026-12-01', '17:30'));
  });

  it('of acceptance are not moved by what happens after it', () => {
    const accepted = clocksFrom('2026-11-24', '10:00', at('2026-11-24', '10:30'));
    const clocks = resume(pause(accepted, at('2026-11-24', '11:00')), at('2026-11-24', '12:00'));

    expect(clocks.due('accept').at).toEqual(at('2026-11-25', '17:30'));
    expect(clocks.due('complete').at).toEqual(at('2026-12-02', '09:30'));
  });

  it('add up several pauses', () => {
    let clocks = clocksFrom('2026-11-24', '10:00');
    clocks = resume(pause(clocks, at('2026-11-24', '10:00')), at('2026-11-24', '11:00'));
    clocks = resume(pause(clocks, at('2026-11-24', '14:00')), at('2026-11-24', '14:30'));

    expect(clocks.due('accept').at).toEqual(at('2026-11-26', '10:00'));
  });
});

describe('timers', () => {
  it('warn when four fifths of the working time are used', () => {
    // From Tuesday 10:00 to Wednesday 17:30 are 6 + 7.5 = 13.5 hours; 10.8 of them end on Wednesday at 14:48.
    expect(clocksFrom('2026-11-24', '10:00').fireAt('accept', { share: 0.8 })).toEqual(at('2026-11-25', '14:48'));
  });

  it('fire at the due time itself for a breach', () => {
    const clocks = clocksFrom('2026-11-24', '10:00');

    expect(clocks.fireAt('accept', { workingDaysAfterDue: 0 })).toEqual(clocks.due('accept').at);
  });

  it('move with a pause', () => {
    const clocks = resume(
      pause(clocksFrom('2026-11-24', '10:00'), at('2026-11-24', '10:00')),
      at('2026-11-24', '11:00'),
    );

    expect(clocks.fireAt('accept', { share: 0.8 })).toEqual(at('2026-11-25', '15:48'));
    expect(clocks.fireAt('accept', { workingDaysAfterDue: 0 })).toEqual(at('2026-11-26', '09:30'));
  });
});

describe('time used', () => {
  it('counts office hours only', () => {
    expect(clocksFrom('2026-11-24', '11:00').minutesUsed(at('2026-11-25', '09:00'))).toBe(60 + 240 + 30);
  });

  it('leaves out pauses, also one that is still open', () => {
    const once = resume(pause(clocksFrom('2026-11-24', '09:00'), at('2026-11-24', '09:30')), at('2026-11-24', '10:00'));
    const twice = pause(once, at('2026-11-24', '11:00'));

    expect(once.minutesUsed(at('2026-11-24', '11:00'))).toBe(90);
    expect(twice.minutesUsed(at('2026-11-24', '11:30'))).toBe(90);
  });

  it('never runs backwards when an event from elsewhere carries an earlier time', () => {
    const paused = pause(clocksFrom('2026-11-24', '09:00'), at('2026-11-24', '10:00'));
    const clocks = resume(paused, at('2026-11-24', '09:30'));

    expect(clocks.segments.at(-1)?.from).toEqual(at('2026-11-24', '10:00'));
    expect(clocks.due('accept').at).toEqual(at('2026-11-25', '17:30'));
  });
});

describe('an office with hours of its own', () => {
  const COMMON = TERMS.calendar.content;
  const withHours = (offices: Record<string, OwnHours>) => ({
    ...TERMS,
    calendar: new CalendarEdition(2, { ...COMMON, offices }),
  });
  const level = {
    accept: { unit: 'working-day', n: 1 },
    'first-response': { unit: 'working-day', n: 2 },
    complete: { unit: 'working-day', n: 5 },
  } as const;
  const segment = (cause: SegmentCause, date: string, time: string, office: string) =>
    ({ state: 'running', cause, actor: 'system', from: at(date, time), stage: 'ROUTED', office }) as const;
  const early = { windows: [{ start: '08:00', end: '12:00' }] };

  it('accepts by them, and completes by the common ones', () => {
    const routed = segment('ROUTED', '2026-11-24', '10:00', 'A');
    const clocks = new TicketClocks({ segments: [routed], serviceLevel: level }, withHours({ A: early }));

    expect(clocks.due('accept').at).toEqual(at('2026-11-25', '12:00'));
    expect(clocks.due('complete').at).toEqual(at('2026-12-01', '17:30'));
    expect(clocks.usage('accept', at('2026-11-24', '17:00')).usedMinutes).toBe(120);
  });

  it('is closed when it says so', () => {
    const closures = [{ from: '2026-11-25', until: '2026-11-26' }];
    const routed = segment('ROUTED', '2026-11-24', '10:00', 'A');
    const clocks = new TicketClocks({ segments: [routed], serviceLevel: level }, withHours({ A: { closures } }));

    expect(clocks.due('accept').at).toEqual(at('2026-11-27', '17:30'));
  });

  it('leaves the next office the working time that was left, by that office’s hours', () => {
    const segments = [
      segment('ROUTED', '2026-11-24', '10:00', 'A'),
      segment('TRANSFERRED', '2026-11-24', '11:00', 'B'),
    ];
    // By A one hour of Tuesday and four of Wednesday are left; by B these five hours end at the close of Tuesday.
    const clocks = new TicketClocks({ segments, serviceLevel: level }, withHours({ A: early }));

    expect(clocks.due('accept').at).toEqual(at('2026-11-24', '17:30'));
    expect(clocks.usage('accept', at('2026-11-24', '17:30')).usedMinutes).toBe(60 + 60 + 240);
  });

  it('is not moved by a transfer between offices of the same hours', () => {
    const segments = [
      segment('ROUTED', '2026-11-24', '10:00', 'A'),
      segment('TRANSFERRED', '2026-11-25', '11:00', 'B'),
    ];
    const clocks = new TicketClocks({ segments, serviceLevel: level }, TERMS);

    expect(clocks.due('accept').at).toEqual(at('2026-11-25', '17:30'));
  });
});
