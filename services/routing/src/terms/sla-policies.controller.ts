import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { publicationsController } from '@nqi/platform';
import { type SlaPolicyContent } from '../clocks/sla-policy.js';
import { NETWORK_POLICY } from '../publication/network-policy.permissions.js';
import { SlaPolicyDesk } from './sla-policy-desk.handler.js';

/** What is promised to clients, and what happens to open tickets when that changes (`content.openTickets`). */
@ApiTags('service-level policies')
@Controller('api/v1/routing/sla-policies')
export class SlaPoliciesController extends publicationsController<SlaPolicyContent>(NETWORK_POLICY) {
  constructor(desk: SlaPolicyDesk) {
    super(desk);
  }
}
