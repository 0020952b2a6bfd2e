import { Injectable } from '@nestjs/common';
import { newId } from '@nqi/kernel';
import { Database } from '@nqi/persistence';
import { IssueFollower, type Deliverable, type JobState } from '@nqi/work';
import { plannedDocuments, type PlannedDocument } from '../certificates/plan.js';
import type { MetrologyData } from '../jobs/metrology-job.js';
import { isLabel } from '../instruments/serials.js';
import type { Verdict } from '../measurement/judgement.js';

const KEEP = `
  INSERT INTO instrument AS kept (id, owner_uscc, owner_name, name, ref, serial, model, mandatory, conforms,
    valid_until, measured_on, last_number, last_kind, job_id, institution_id, institution_name, node_path)
  SELECT id, $2, $3, name, ref, serial, model, mandatory, conforms, $11, measured_on, $4, $5, $6, $7, $8, $9
  FROM unnest($1::uuid[], $10::text[], $12::text[], $13::text[], $14::text[], $15::boolean[], $16::boolean[],
    $17::date[]) AS entry (id, name, ref, serial, model, mandatory, conforms, measured_on)
  ORDER BY name, ref, serial
  ON CONFLICT (owner_uscc, ref, name, serial) DO UPDATE
  SET owner_name = excluded.owner_name, model = excluded.model, mandatory = excluded.mandatory,
    conforms = excluded.conforms, valid_until = excluded.valid_until, measured_on = excluded.measured_on,
    last_number = excluded.last_number, last_kind = excluded.last_kind, job_id = excluded.job_id,
    institution_id = excluded.institution_id, institution_name = excluded.institution_name,
    node_path = excluded.node_path
  WHERE excluded.measured_on >= kept.measured_on`;

/** Writes every instrument with a serial number that a certificate or notice names into its owner's ledger, as the latest word on it. */
@Injectable()
export class InstrumentLedger extends IssueFollower<MetrologyData> {
  constructor(private readonly database: Database) {
    super();
  }

  async issued(job: JobState<string, MetrologyData>, deliverables: readonly Deliverable[]): Promise<void> {
    if (job.data.way === 'advice') return;
    for (const [index, document] of plannedDocuments(job.data).entries()) {
      const deliverable = deliverables[index];
      if (deliverable) await this.keep(job, document, deliverable);
    }
  }

  private async keep(
    job: JobState<string, MetrologyData>,
    { parts, validUntil }: PlannedDocument,
    { number, kind }: Deliverable,
  ): Promise<void> {
    const entries = parts.flatMap(({ group, result, instruments }) =>
      instruments.filter(({ serial }) => !isLabel(serial)).map((instrument) => ({ group, result, instrument })),
    );
    // One statement must not meet the same row twice; a serial number written twice in an order counts once.
    const distinct = [...new Map(entries.map((entry) => [keyOf(entry), entry])).values()];
    if (distinct.length === 0) return;
    await this.database.write(KEEP, [
      distinct.map(() => newId()),
      job.enterpriseUscc,
      job.enterpriseName,
      number,
      kind,
      job.id,
      job.institutionId,
      job.institutionName,
      job.nodePath,
      distinct.map(({ group }) => group.name),
      validUntil ?? null,
      distinct.map(({ group }) => group.kind?.ref ?? ''),
      distinct.map(({ instrument }) => instrument.serial),
      distinct.map(({ group }) => group.model ?? null),
      distinct.map(({ group }) => group.kind?.mandatory ?? false),
      distinct.map(({ instrument }) => CONFORMS[instrument.verdict]),
      distinct.map(({ result }) => result.measuredOn),
    ]);
  }
}

/** Without a statement nothing is known. */
const CONFORMS: Readonly<Record<Verdict, boolean | null>> = { PASS: true, FAIL: false, INCONCLUSIVE: null, NONE: null };

const keyOf = ({
  group,
  instrument,
}: {
  group: { name: string; kind?: { ref: string } };
  instrument: { serial: string };
}): string => JSON.stringify([group.kind?.ref, group.name, instrument.serial]);
