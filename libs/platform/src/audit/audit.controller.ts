import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Allow } from '../auth.js';
import { ChoiceField, TextField } from '../fields.js';
import { OwnOperations } from '../own-operations.js';
import { PageQuery } from '../paging.js';
import type { AuditOutcome } from './audit-record.js';
import { AuditQuery } from './audit.query.js';
import { AuditTrail } from './audit-trail.js';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{3})?)?Z$/;
const OUTCOMES: readonly AuditOutcome[] = ['success', 'denied', 'refused', 'failed'];

class AuditListQuery extends PageQuery {
  @TextField({ max: 64, optional: true })
  username?: string;

  @TextField({ max: 200, optional: true, description: 'Id of what it happened to' })
  subject?: string;

  @TextField({ max: 200, optional: true, description: 'The action or its beginning, such as `account.`' })
  action?: string;

  @ChoiceField(OUTCOMES, { optional: true })
  outcome?: AuditOutcome;

  @TextField({
    max: 24,
    optional: true,
    pattern: INSTANT,
    message: 'an instant in UTC',
    example: '2026-11-24T00:00:00Z',
  })
  from?: string;

  @TextField({ max: 24, optional: true, pattern: INSTANT, message: 'an instant in UTC' })
  to?: string;
}

class AuditActorBody {
  @ApiProperty()
  userId!: string;

  @ApiProperty()
  username!: string;

  @ApiProperty()
  organizationId!: string;

  @ApiProperty({ type: String, isArray: true })
  roles!: readonly string[];
}

class AuditLineBody {
  @ApiProperty({ description: 'Place in the chain' })
  seq!: string;

  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty({ example: 'account.suspended' })
  action!: string;

  @ApiProperty({ enum: OUTCOMES })
  outcome!: AuditOutcome;

  @ApiProperty({ type: AuditActorBody, required: false })
  actor?: AuditActorBody;

  @ApiProperty({ required: false, example: { kind: 'account', id: '…' } })
  subject?: { kind: string; id: string };

  @ApiProperty({ required: false })
  address?: string;

  @ApiProperty({ required: false })
  traceId?: string;

  @ApiProperty({ required: false, type: Object })
  before?: Readonly<Record<string, unknown>>;

  @ApiProperty({ required: false, type: Object })
  after?: Readonly<Record<string, unknown>>;

  @ApiProperty({ required: false })
  reason?: string;
}

class AuditPageBody {
  @ApiProperty({ type: AuditLineBody, isArray: true })
  items!: readonly AuditLineBody[];

  @ApiProperty({ required: false })
  nextCursor?: string;
}

/** The audit trail of a service, for auditors. Looking into it is on record as well. */
@ApiTags('operations')
@Controller('api/v1/operations/:service/audit')
export class AuditController {
  constructor(
    private readonly records: AuditQuery,
    private readonly trail: AuditTrail,
    private readonly own: OwnOperations,
  ) {}

  @Get()
  @Allow('audit.read')
  @ApiOkResponse({ type: AuditPageBody })
  async list(@Param('service') service: string, @Query() query: AuditListQuery): Promise<AuditPageBody> {
    this.own.assertMine(service);
    await this.trail.note({ action: 'audit.read', outcome: 'success', details: { ...query } });
    return this.records.list(query);
  }
}
