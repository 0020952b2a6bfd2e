import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { listCalendarDays } from '../api/network.js';
import type { DayExceptions } from '../format/time-left.js';

const NONE: DayExceptions = new Map();
const A_DAY = 24 * 60 * 60 * 1_000;

/** The year's holidays and make-up working days; until they are known the week alone counts. */
export function useDayExceptions(dueAt: string): DayExceptions {
  const year = new Date(dueAt).getFullYear();
  const { data } = useQuery({
    queryKey: ['calendar', year],
    queryFn: () => listCalendarDays(year),
    staleTime: A_DAY,
    retry: false,
  });
  return useMemo(() => (data ? new Map(data.map(({ date, type }) => [date, type])) : NONE), [data]);
}
