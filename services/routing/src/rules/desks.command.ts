import type { Command } from '@nqi/platform';
import { LoadRepository, type LoadDifference } from './loads.repository.js';

/** Whether the counters of desks say what the tickets say. Counts a moment of running work as one. */
export const checkDesks: Command = async (app, say) => {
  const wrong = await app.get(LoadRepository).differences();
  say(`${wrong.length} counters differ from the tickets`);
  for (const each of wrong) say(lineOf(each));
  return wrong.length === 0;
};

export const repairDesks: Command = async (app, say) => {
  const mended = await app.get(LoadRepository).repair();
  say(`${mended.length} counters set right`);
  for (const each of mended) say(lineOf(each));
  return true;
};

const lineOf = ({ desk, counted, open }: LoadDifference): string => `${desk}: counted ${counted}, open ${open}`;
