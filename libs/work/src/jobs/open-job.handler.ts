import { Injectable } from '@nestjs/common';
import { DomainError, newId } from '@nqi/kernel';
import { JobRepository } from './job.repository.js';
import type { JobFacts } from './procedure.js';

export interface OpenJob extends Omit<JobFacts, 'id' | 'jobNo'> {
  readonly formJson: string;
  readonly ticketVersion: number;
  /** Why another institution is to do it; absent for the first order of a ticket. */
  readonly replacedFor?: string;
}

/** Opens the job of an accepted ticket, or another institution's in its place; asked again, it changes nothing. */
@Injectable()
export class OpenJobHandler {
  constructor(private readonly jobs: JobRepository) {}

  async execute({ formJson, ticketVersion, replacedFor, ...facts }: OpenJob): Promise<void> {
    const order = { facts: { id: newId(), ...facts }, ticketVersion };
    const form = parseForm(formJson);
    if (replacedFor === undefined) await this.jobs.open(order, form);
    else await this.jobs.replace(order, form, replacedFor);
  }
}

function parseForm(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new DomainError('JOB.UNREADABLE_FORM', 'invalid', {
      zh: '申请表单无法读取',
      en: 'The form is not readable JSON',
    });
  }
}
