import { Controller, Get, Query } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Clock } from '@nqi/kernel';
import { Allow, CallerAccess, type Access } from '@nqi/platform';
import type { Dimension, Group } from './figures.js';
import { FiguresQuery } from './figures.query.js';
import { OverviewBody, OverviewFilter, SLA_ROWS, SlaBody, SlaFilter, type FiguresBody } from './insight.dto.js';
import { periodOf } from './period.js';

/** Service-level figures, counted from events alone. */
@ApiTags('insight')
@ApiExtraModels(...SLA_ROWS)
@Controller('api/v1/insight')
export class InsightController {
  constructor(
    private readonly figures: FiguresQuery,
    private readonly clock: Clock,
  ) {}

  @Get('overview')
  @Allow('insight.read')
  @ApiOkResponse({ type: OverviewBody })
  async overview(
    @Query() { node, domain, ...asked }: OverviewFilter,
    @CallerAccess() access: Access,
  ): Promise<OverviewBody> {
    const period = periodOf(asked, this.clock.now());
    const filter = { period, node, domain };
    const [asOf, { totals, nodes, domains }, requests] = await Promise.all([
      this.figures.asOf(),
      this.figures.overview(filter, access),
      this.figures.requests(filter, access),
    ]);
    return { ...period, asOf, totals, nodes: nodes.map(byNode), domains: domains.map(byDomain), requests };
  }

  @Get('sla')
  @Allow('insight.read')
  @ApiOkResponse({ type: SlaBody })
  async sla(
    @Query() { groupBy = 'node', node, domain, ...asked }: SlaFilter,
    @CallerAccess() access: Access,
  ): Promise<SlaBody> {
    const period = periodOf(asked, this.clock.now());
    const [asOf, groups] = await Promise.all([
      this.figures.asOf(),
      this.figures.grouped(groupBy, { period, node, domain }, access),
    ]);
    return { ...period, asOf, groupBy, items: groups.map(SHAPES[groupBy]) };
  }
}

const byNode = ({ key, name, figures }: Group) => ({ nodeCode: key, ...(name && { nodeName: name }), ...figures });
const byDomain = ({ key, figures }: Group) => ({ domain: key, ...figures });
const byDay = ({ key, figures }: Group) => ({ day: key, ...figures });
const SHAPES: Record<Dimension, (group: Group) => FiguresBody> = { node: byNode, domain: byDomain, day: byDay };
