import { IntegerField } from '@nqi/platform';
import { DEFAULT_LEASE_MINUTES, LONGEST_LEASE_MINUTES } from './ticket-lease.js';

export class ClaimBody {
  @IntegerField({
    min: 1,
    max: LONGEST_LEASE_MINUTES,
    optional: true,
    description: `Default ${DEFAULT_LEASE_MINUTES}, counted from now`,
  })
  minutes?: number;
}
