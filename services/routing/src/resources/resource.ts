import { multiplyFen, shanghaiDate, timeOfDay, type Fen, type LocalizedText, type OfficeWindow } from '@nqi/kernel';
import { badWindows } from './resource.errors.js';
import { minutesOf, type Span } from './span.js';

export const RESOURCE_KINDS = ['INSTRUMENT', 'BENCH', 'VEHICLE', 'EXPERT'] as const;
export type ResourceKind = (typeof RESOURCE_KINDS)[number];

/** What its owner says of it; whether its calibration has run out is a question of the date. */
export const SERVICE_STATES = ['IN_SERVICE', 'MAINTENANCE', 'RETIRED'] as const;
export type ServiceState = (typeof SERVICE_STATES)[number];

export const RESOURCE_STATUSES = ['IDLE', 'MAINTENANCE', 'CAL_OVERDUE', 'RETIRED'] as const;
export type ResourceStatus = (typeof RESOURCE_STATUSES)[number];

export const FEE_UNITS = ['HOUR', 'DAY', 'TIME'] as const;

/** Whole fen per begun hour, per begun day of eight hours, or for each use. */
export interface FeeRule {
  readonly fen: Fen;
  readonly per: (typeof FEE_UNITS)[number];
}

/** Something an institution lends to others (共享资源): an instrument, a bench, a vehicle or an expert's time. */
export interface Resource {
  readonly id: string;
  /** Number that people know it by, `RES-0001`. */
  readonly no: string;
  readonly kind: ResourceKind;
  readonly name: LocalizedText;
  /** The institution it belongs to. */
  readonly ownerId: string;
  /** Office whose territory it stands in. */
  readonly nodeCode: string;
  readonly location: string;
  /** Range, accuracy or field, in words. */
  readonly capability: string;
  /** Services of the catalogue that it is good for. */
  readonly serviceCodes: readonly string[];
  readonly fee: FeeRule;
  /** Last day its calibration counts, an ISO date; absent for what is not calibrated. */
  readonly calibratedUntil?: string;
  /** Opening hours of a working day. */
  readonly windows: readonly OfficeWindow[];
  /** Bookings begin, and last, in steps of this many minutes from the opening of a window. */
  readonly slotMinutes: number;
  readonly state: ServiceState;
  /** Made up for the demonstration. */
  readonly demo: boolean;
  readonly version: number;
}

export function statusOf({ state, calibratedUntil }: Resource, at: Date): ResourceStatus {
  if (state !== 'IN_SERVICE') return state;
  return calibratedUntil !== undefined && calibratedUntil < shanghaiDate(at) ? 'CAL_OVERDUE' : 'IDLE';
}

const UNIT_MINUTES = { HOUR: 60, DAY: 8 * 60 } as const;

/** What a use of this length costs; a begun hour or day counts whole. */
export function feeOf({ fen, per }: FeeRule, during: Span): Fen {
  return multiplyFen(fen, per === 'TIME' ? 1 : Math.ceil(minutesOf(during) / UNIT_MINUTES[per]));
}

/** The windows, once they are known to be in order, apart from each other and not empty; throws otherwise. */
export function checkedWindows(windows: readonly OfficeWindow[]): OfficeWindow[] {
  let closed = 0;
  windows.forEach(({ start, end }, index) => {
    if (timeOfDay(start) < closed || timeOfDay(start) >= timeOfDay(end)) throw badWindows(`/windows/${index}`);
    closed = timeOfDay(end);
  });
  return windows.map(({ start, end }) => ({ start, end }));
}
