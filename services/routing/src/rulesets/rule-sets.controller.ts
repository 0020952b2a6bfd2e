import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { publicationsController } from '@nqi/platform';
import { NETWORK_POLICY } from '../publication/network-policy.permissions.js';
import { RuleSetDesk } from './rule-set-desk.handler.js';
import { type RuleSetContent } from './stored-rule-set.js';

/** The router's policy: read by oversight, changed by two people. */
@ApiTags('rule sets')
@Controller('api/v1/routing/rulesets')
export class RuleSetsController extends publicationsController<RuleSetContent>(NETWORK_POLICY) {
  constructor(desk: RuleSetDesk) {
    super(desk);
  }
}
