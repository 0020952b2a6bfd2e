import type { ResourceFacts } from '../../api/resources.js';

const FEN = 100;

/** What stands in the form of a new resource. */
export const EMPTY_RESOURCE = {
  no: '',
  kind: 'INSTRUMENT',
  nameZh: '',
  nameEn: '',
  ownerId: '',
  nodeCode: '',
  location: '',
  capability: '',
  windows: '08:30-12:00, 13:30-17:30',
  calibratedUntil: '',
  feePer: 'HOUR',
};
export type ResourceAnswers = typeof EMPTY_RESOURCE & {
  readonly services: readonly string[];
  readonly yuan: number | undefined;
  readonly slotMinutes: number | undefined;
};

const WINDOW = /^((?:[01]\d|2[0-3]):[0-5]\d)\s*[-–—至]\s*((?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** Opening times as people write them: 08:30-12:00, 13:30-17:30; undefined when they cannot be read. */
export function windowsOf(text: string): ResourceFacts['windows'] | undefined {
  const parts = text
    .split(/[,，、;；]/)
    .map((part) => part.trim())
    .filter(Boolean);
  const windows = parts.map((part) => WINDOW.exec(part)).flatMap((found) => found ?? []);
  const read = parts.map((part) => WINDOW.exec(part));
  if (windows.length === 0 || read.some((found) => found === null)) return undefined;
  return read.flatMap((found) => (found?.[1] && found[2] ? [{ start: found[1], end: found[2] }] : []));
}

/** As the service takes it; undefined while something is missing. */
export function resourceOf(answers: ResourceAnswers): ResourceFacts | undefined {
  const { no, kind, nameZh, nameEn, ownerId, nodeCode, location, capability, feePer, calibratedUntil } = answers;
  const { services, yuan, slotMinutes } = answers;
  const windows = windowsOf(answers.windows);
  const told = [no, nameZh, nameEn, nodeCode, location, capability].every((text) => text.trim() !== '');
  if (!told || !windows || services.length === 0 || yuan === undefined || slotMinutes === undefined) return undefined;
  return {
    ...{ no: no.trim(), kind, nameZh: nameZh.trim(), nameEn: nameEn.trim() },
    ...(ownerId && { ownerId }),
    ...{ nodeCode, location: location.trim(), capability: capability.trim(), serviceCodes: services },
    ...{ feeFen: Math.round(yuan * FEN), feePer },
    ...(calibratedUntil && { calibratedUntil }),
    windows,
    slotMinutes,
  };
}
