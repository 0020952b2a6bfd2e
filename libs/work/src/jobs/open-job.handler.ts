import { Injectable } from '@nestjs/common';
import { DomainError, newId } from '@nqi/kernel';
import { JobRepository } from './job.repository.js';
import type { JobFacts } from './procedure.js';

export interface OpenJob extends Omit<JobFacts, 'id' | 'jobNo'> {
  readonly formJson: string;
}

/** Opens the job of an accepted ticket; asked again, it changes nothing. */
@Injectable()
export class OpenJobHandler {
  constructor(private readonly jobs: JobRepository) {}

  async execute({ formJson, ...facts }: OpenJob): Promise<void> {
    await this.jobs.open({ id: newId(), ...facts }, parseForm(formJson));
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
