import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { DOMAINS } from '@nqi/kernel';
import {
  Allow,
  BooleanField,
  CallerAccess,
  ChoiceField,
  IntegerField,
  PageQuery,
  TextField,
  etagOf,
  type Access,
} from '@nqi/platform';
import { type FastifyReply } from 'fastify';
import { STAGES, type Stage } from './institution-stage.js';
import { ListInstitutionsQuery } from './list-institutions.query.js';
import { ListDesignationsQuery } from './list-designations.query.js';
import {
  DesignationListView,
  InstitutionListView,
  NodeListView,
  NodeTreeView,
  QualificationListView,
} from './network.view.js';
import { ReadHistoryQuery } from './read-history.query.js';
import { ReadNodesQuery } from './read-nodes.query.js';

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

const isStage = (text: string): text is Stage => STAGES.some((stage) => stage === text);

class NodesQuery {
  @BooleanField({ optional: true, description: 'Nested, each node with its children' })
  tree?: boolean;
}

class InstitutionsQuery extends PageQuery {
  @ChoiceField(DOMAINS, { optional: true })
  domain?: string;

  @TextField({ optional: true, max: 20 })
  serviceCode?: string;

  @TextField({ optional: true, max: 9 })
  regionCode?: string;

  @TextField({ optional: true, max: 20, description: 'Serves the territory of this office' })
  node?: string;

  @TextField({ optional: true, max: 100, description: 'Part of the name or id' })
  query?: string;

  @TextField({
    optional: true,
    max: 100,
    pattern: new RegExp(`^(${STAGES.join('|')})(,(${STAGES.join('|')}))*$`),
    description: 'One or more stages with commas; without one those that serve or are suspended',
  })
  stage?: string;
}

class QualificationsQuery extends PageQuery {
  @TextField({ optional: true, max: 20 })
  institutionId?: string;

  @TextField({ optional: true, max: 50 })
  kind?: string;

  @TextField({ optional: true, pattern: ISO_DATE, description: 'In force on this date' })
  validOn?: string;

  @TextField({ optional: true, pattern: ISO_DATE, description: 'Running out on or before this date' })
  expiringBy?: string;

  @IntegerField({ optional: true, min: 0, max: 3_650, description: 'Running out within so many days from today' })
  expiringWithin?: number;
}

class DesignationsQuery extends PageQuery {
  @TextField({ optional: true, max: 20 })
  institutionId?: string;

  @TextField({ optional: true, max: 7, pattern: /^[A-Z]{3}-\d{3}$/, example: 'MET-001' })
  serviceCode?: string;

  @TextField({ optional: true, max: 9, pattern: /^(\d{6}|\d{9})$/, description: 'Region, park or town designated for' })
  territory?: string;

  @TextField({ optional: true, max: 10, pattern: ISO_DATE, description: 'In force on this date' })
  validOn?: string;
}

/** The service system: offices, institutions and what they are allowed and able to do. */
@ApiTags('network')
@Allow('network.read')
@Controller('api/v1/network')
export class NetworkController {
  constructor(
    private readonly readNodes: ReadNodesQuery,
    private readonly listInstitutions: ListInstitutionsQuery,
    private readonly listDesignations: ListDesignationsQuery,
    private readonly history: ReadHistoryQuery,
  ) {}

  @Get('nodes')
  @ApiOkResponse({ type: NodeListView })
  nodes(@Query() { tree }: NodesQuery): Promise<NodeListView> {
    return this.readNodes.all(tree ?? false);
  }

  @Get('nodes/:code')
  @ApiOkResponse({ type: NodeTreeView })
  async node(@Param('code') code: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<NodeTreeView> {
    void reply.header('etag', etagOf(await this.history.versionOf('NODE', code)));
    return this.readNodes.one(code);
  }

  @Get('institutions')
  @ApiOkResponse({ type: InstitutionListView })
  institutions(
    @Query() { limit, cursor, stage, ...filter }: InstitutionsQuery,
    @CallerAccess() access: Access,
  ): Promise<InstitutionListView> {
    const stages = stage?.split(',').filter(isStage);
    return this.listInstitutions.institutions({ ...filter, ...(stages && { stages }) }, { limit, cursor }, access);
  }

  @Get('qualifications')
  @ApiOkResponse({ type: QualificationListView })
  qualifications(
    @Query() { limit, cursor, ...filter }: QualificationsQuery,
    @CallerAccess() access: Access,
  ): Promise<QualificationListView> {
    return this.listInstitutions.qualifications(filter, { limit, cursor }, access);
  }
  @Get('designations')
  @ApiOkResponse({ type: DesignationListView })
  designations(
    @Query() { limit, cursor, ...filter }: DesignationsQuery,
    @CallerAccess() access: Access,
  ): Promise<DesignationListView> {
    return this.listDesignations.execute(filter, { limit, cursor }, access);
  }
}
