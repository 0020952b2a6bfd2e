import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type SlaPolicyContent } from '../clocks/sla-policy.js';
import { PublicationsController } from '../publication/publications.controller.js';
import { SlaPolicyDesk } from './sla-policy-desk.handler.js';

/** What is promised to clients, and what happens to open tickets when that changes (`content.openTickets`). */
@ApiTags('service-level policies')
@Controller('api/v1/routing/sla-policies')
export class SlaPoliciesController extends PublicationsController<SlaPolicyContent> {
  constructor(desk: SlaPolicyDesk) {
    super(desk);
  }
}
