import { DomainError } from '@nqi/kernel';
import type { RuleSet } from '../rules/rule-set.js';
import type { SimulationReport } from './simulation.js';

export const SIMULATION_STATUSES = ['QUEUED', 'RUNNING', 'DONE', 'FAILED'] as const;
export type SimulationStatus = (typeof SIMULATION_STATUSES)[number];

export const MOST_REQUESTS = 100_000;

export interface RecordedSample {
  /** Instants, the second exclusive; the first `limit` decisions from then on. */
  readonly from: string;
  readonly until: string;
  readonly limit: number;
}

export interface GeneratedSample {
  readonly requests: number;
  readonly seed: number;
}

export type Sample = { readonly recorded: RecordedSample } | { readonly generated: GeneratedSample };

/** Both rule sets whole, so that a later edit of a draft does not change what was asked. */
export interface SimulationQuestion {
  readonly baseline: RuleSet;
  readonly draft: RuleSet;
  readonly sample: Sample;
}

/** One run of the policy lab, from being asked for to its report. */
export interface SimulationJob {
  readonly id: string;
  readonly status: SimulationStatus;
  readonly question: SimulationQuestion;
  readonly requestedBy: string;
  readonly createdAt: Date;
  /** How often it was begun; a run that lost its process is begun anew. */
  readonly attempts: number;
  readonly finishedAt?: Date;
  readonly report?: SimulationReport;
  readonly failure?: string;
}

export function noSuchSimulation(id: string): DomainError {
  return new DomainError('SIMULATION.UNKNOWN', 'not_found', { zh: '没有此模拟', en: 'No such simulation' }, { id });
}

export function eitherOr(pointer: string, fields: readonly string[]): DomainError {
  const text = { zh: `须且只须填写其一：${fields.join('、')}`, en: `Say exactly one of ${fields.join(', ')}` };
  return new DomainError('SIMULATION.EITHER_OR', 'invalid', text, { fields: [...fields] }, pointer);
}

export function badFrame(): DomainError {
  const text = { zh: '起止时间须先后有序', en: 'From comes before until' };
  return new DomainError('SIMULATION.BAD_FRAME', 'invalid', text, {}, '/sample/recorded/until');
}

export function queueFull(): DomainError {
  const text = { zh: '等待中的模拟过多，请稍后再试', en: 'Too many simulations wait already; try again later' };
  return new DomainError('SIMULATION.QUEUE_FULL', 'conflict', text);
}
