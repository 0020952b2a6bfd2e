import { ApiProperty } from '@nestjs/swagger';
import type { AuditTrail } from './audit/audit-trail.js';
import { TextField } from './fields.js';

export class ViewContactBody {
  @TextField({ max: 500, description: 'Why the data is needed; goes on record' })
  reason!: string;
}

export class OpenContactView {
  @ApiProperty()
  name!: string;

  @ApiProperty({ description: 'In full', example: '13800005678' })
  phone!: string;
}

/** Puts on record that somebody sees personal data in full, and why; belongs into the transaction that reads it. */
export const notePersonalDataViewed = (
  trail: AuditTrail,
  subject: { readonly kind: string; readonly id: string },
  reason: string,
): Promise<void> => trail.note({ action: 'personal-data.viewed', outcome: 'success', subject, reason: reason.trim() });
