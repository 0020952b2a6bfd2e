import { shanghaiDate, shanghaiTimeOfDay } from '@nqi/kernel';

/** `2026-11-25 17:30`, as a clock in Zaozhuang shows it. */
export function wallClock(at: Date): string {
  const minutes = Math.floor(shanghaiTimeOfDay(at) / 60_000);
  const pad = (number: number) => String(number).padStart(2, '0');
  return `${shanghaiDate(at)} ${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}
