import { createHash, randomInt } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { renderPdf, type DocumentContent } from '@nqi/documents';
import { NUMBER_LETTERS, newId, shanghaiDate } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import type { JobState } from '../jobs/job.js';
import type { JobFacts, Procedure } from '../jobs/procedure.js';
import { PROCEDURE } from '../procedure-token.js';
import { DELIVERABLE_KINDS, type Deliverable, type IssuedDeliverable } from './deliverable.js';
import { IssueFollower } from './issue-follower.js';

const NEXT_NUMBER = `
  INSERT INTO deliverable_counter AS counter (series, last) VALUES ($1, 1)
  ON CONFLICT (series) DO UPDATE SET last = counter.last + 1
  RETURNING last`;
const INSERT = `
  INSERT INTO deliverable (id, number, verify_code, job_id, request_id, item_id, kind, title_zh, title_en, conclusion,
    enterprise_uscc, enterprise_name, institution_id, institution_name, node_path, issued_at, issued_by, valid_until,
    content, sha256, document)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21)`;
const NUMBERS = `SELECT number FROM deliverable WHERE job_id = $1 ORDER BY issued_at, number`;
/** Without 0, O, 1, I and L, which people misread on paper. */
const CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const CODE_LENGTH = 8;

/** Gives deliverables their numbers, renders them and keeps them, in the transaction of the step that issued them. */
@Injectable()
export class DeliverableIssuer {
  constructor(
    private readonly database: Database,
    @Inject(PROCEDURE) private readonly procedure: Procedure<string, unknown>,
    private readonly follower: IssueFollower,
  ) {}

  /** Numbers are free of gaps within kind and year: the counter's row is locked until the step commits or rolls back. */
  async issue(job: JobState<string, unknown>, drafts: readonly IssuedDeliverable[]): Promise<Deliverable[]> {
    const issued: Deliverable[] = [];
    for (const draft of drafts) issued.push(await this.issueOne(job, draft));
    if (issued.length > 0) await this.follower.issued(job, issued);
    return issued;
  }

  /** Numbers of everything a job has issued, in the order of issue. */
  async numbersOf(jobId: string): Promise<string[]> {
    return (await this.database.query<{ number: string }>(NUMBERS, [jobId])).map(({ number }) => number);
  }

  private async issueOne(job: JobFacts, draft: IssuedDeliverable): Promise<Deliverable> {
    const number = await this.nextNumber(draft);
    const verifyCode = Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join(
      '',
    );
    const content: DocumentContent = {
      number,
      verifyCode,
      title: draft.title,
      issuer: job.institutionName,
      client: job.enterpriseName,
      issuedAt: draft.issuedAt,
      validUntil: draft.validUntil ?? null,
      conclusion: draft.conclusion,
      sections: draft.sections,
      signatures: draft.signatures,
    };
    const document = await renderPdf(content);
    const deliverable: Deliverable = {
      id: newId(),
      number,
      verifyCode,
      jobId: job.id,
      requestId: job.requestId,
      itemId: job.itemId,
      kind: draft.kind,
      title: draft.title,
      conclusion: draft.conclusion,
      enterpriseUscc: job.enterpriseUscc,
      enterpriseName: job.enterpriseName,
      institutionId: job.institutionId,
      institutionName: job.institutionName,
      nodePath: job.nodePath,
      issuedAt: draft.issuedAt,
      validUntil: draft.validUntil ?? null,
      sha256: createHash('sha256').update(document).digest('hex'),
    };
    await this.keep(deliverable, draft, content, document);
    return deliverable;
  }

  private async nextNumber(draft: IssuedDeliverable): Promise<string> {
    const letters = NUMBER_LETTERS[this.procedure.domain];
    const year = shanghaiDate(draft.issuedAt).slice(0, 4);
    const series = `ZZ-${letters}-${DELIVERABLE_KINDS[draft.kind]}-${year}`;
    const [counter] = await this.database.query<{ last: string }>(NEXT_NUMBER, [series]);
    return `${series}-${String(counter?.last).padStart(6, '0')}`;
  }

  private async keep(
    kept: Deliverable,
    draft: IssuedDeliverable,
    content: DocumentContent,
    document: Buffer,
  ): Promise<void> {
    await this.database.write(INSERT, [
      kept.id,
      kept.number,
      kept.verifyCode,
      kept.jobId,
      kept.requestId,
      kept.itemId,
      kept.kind,
      kept.title.zh,
      kept.title.en,
      kept.conclusion,
      kept.enterpriseUscc,
      kept.enterpriseName,
      kept.institutionId,
      kept.institutionName,
      kept.nodePath,
      kept.issuedAt,
      draft.issuedBy.username,
      kept.validUntil,
      JSON.stringify(content),
      kept.sha256,
      document,
    ]);
  }
}
