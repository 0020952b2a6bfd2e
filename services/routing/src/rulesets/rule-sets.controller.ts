import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PublicationsController } from '../publication/publications.controller.js';
import { RuleSetDesk } from './rule-set-desk.handler.js';
import { type RuleSetContent } from './stored-rule-set.js';

/** The router's policy: read by oversight, changed by two people. */
@ApiTags('rule sets')
@Controller('api/v1/routing/rulesets')
export class RuleSetsController extends PublicationsController<RuleSetContent> {
  constructor(desk: RuleSetDesk) {
    super(desk);
  }
}
