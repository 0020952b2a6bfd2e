import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DOMAINS, type LocalizedText } from '@nqi/kernel';
import { Allow, CallerAccess, ChoiceField, TextField, type Access } from '@nqi/platform';
import { DIMENSIONS, type Dimension, type Figures, type Group } from './figures.js';
import { FiguresQuery } from './figures.query.js';

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

class OverviewFilter {
  @TextField({ optional: true, pattern: DATE, message: 'a date like 2026-11-24', description: 'First day of filing' })
  from?: string;

  @TextField({ optional: true, pattern: DATE, message: 'a date like 2026-11-24', description: 'Last day of filing' })
  to?: string;

  @TextField({ max: 40, optional: true, description: 'An office; all below it count with it' })
  node?: string;

  @ChoiceField(DOMAINS, { optional: true })
  domain?: string;
}

class SlaFilter extends OverviewFilter {
  @ChoiceField(DIMENSIONS, { optional: true, description: 'Default node' })
  groupBy?: Dimension;
}

interface Overview {
  readonly asOf?: Date;
  readonly totals: Figures;
  readonly nodes: readonly ({ nodeCode: string; nodeName?: LocalizedText } & Figures)[];
  readonly domains: readonly ({ domain: string } & Figures)[];
}

/** Service-level figures, counted from events alone. */
@ApiTags('insight')
@Controller('api/v1/insight')
export class InsightController {
  constructor(private readonly figures: FiguresQuery) {}

  @Get('overview')
  @Allow('insight.read')
  async overview(@Query() filter: OverviewFilter, @CallerAccess() access: Access): Promise<Overview> {
    const [asOf, totals, nodes, domains] = await Promise.all([
      this.figures.asOf(),
      this.figures.totals(filter, access),
      this.figures.grouped('node', filter, access),
      this.figures.grouped('domain', filter, access),
    ]);
    return { ...(asOf && { asOf }), totals, nodes: nodes.map(byNode), domains: domains.map(byDomain) };
  }

  @Get('sla')
  @Allow('insight.read')
  async sla(@Query() { groupBy = 'node', ...filter }: SlaFilter, @CallerAccess() access: Access) {
    const [asOf, groups] = await Promise.all([this.figures.asOf(), this.figures.grouped(groupBy, filter, access)]);
    const shape: (group: Group) => object = { node: byNode, domain: byDomain, day: byDay }[groupBy];
    return { ...(asOf && { asOf }), groupBy, items: groups.map(shape) };
  }
}

const byNode = ({ key, name, figures }: Group) => ({ nodeCode: key, ...(name && { nodeName: name }), ...figures });
const byDomain = ({ key, figures }: Group) => ({ domain: key, ...figures });
const byDay = ({ key, figures }: Group) => ({ day: key, ...figures });
