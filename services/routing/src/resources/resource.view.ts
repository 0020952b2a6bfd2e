import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type Fen, type LocalizedText } from '@nqi/kernel';
import { type Network } from '../network/network.js';
import { isEstimated } from './bookable.js';
import {
  FEE_UNITS,
  RESOURCE_KINDS,
  RESOURCE_STATUSES,
  statusOf,
  type FeeRule,
  type Resource,
  type ResourceKind,
  type ResourceStatus,
} from './resource.js';
import { type Span } from './span.js';

const TEXT = { type: 'object', properties: { zh: { type: 'string' }, en: { type: 'string' } } } as const;

export class SlotView {
  @ApiProperty({ format: 'date-time' })
  start!: string;

  @ApiProperty({ format: 'date-time', description: 'Exclusive' })
  end!: string;

  @ApiProperty({ description: 'The holidays of that year are not announced yet; the day may turn out to be one' })
  estimated!: boolean;
}

class FeeView implements FeeRule {
  @ApiProperty({ description: 'Whole fen' })
  fen!: Fen;

  @ApiProperty({ enum: FEE_UNITS, description: 'A begun hour, or day of eight hours, counts whole' })
  per!: FeeRule['per'];
}

class WindowView {
  @ApiProperty({ example: '08:30' })
  start!: string;

  @ApiProperty({ example: '12:00' })
  end!: string;
}

export class ResourceView {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ example: 'RES-0001' })
  no!: string;

  @ApiProperty({ enum: RESOURCE_KINDS })
  kind!: ResourceKind;

  @ApiProperty(TEXT)
  name!: LocalizedText;

  @ApiProperty({ example: 'ORG005' })
  ownerId!: string;

  @ApiProperty()
  ownerName!: string;

  @ApiProperty({ example: 'HUB-370400' })
  nodeCode!: string;

  @ApiProperty(TEXT)
  nodeName!: LocalizedText;

  @ApiProperty()
  location!: string;

  @ApiProperty()
  capability!: string;

  @ApiProperty({ type: [String] })
  serviceCodes!: readonly string[];

  @ApiProperty({ type: FeeView })
  fee!: FeeRule;

  @ApiPropertyOptional({ format: 'date', description: 'Last day that can be booked' })
  calibratedUntil?: string;

  @ApiProperty({ type: [WindowView], description: 'On working days, Shanghai time' })
  windows!: readonly WindowView[];

  @ApiProperty({ description: 'Bookings begin, and last, in steps of this many minutes' })
  slotMinutes!: number;

  @ApiProperty({ enum: RESOURCE_STATUSES })
  status!: ResourceStatus;

  @ApiProperty({ description: 'Made up for the demonstration' })
  demo!: boolean;

  @ApiProperty()
  version!: number;

  @ApiPropertyOptional({ type: SlotView, description: 'Missing when nothing is free as far as bookings are taken' })
  earliestSlot?: SlotView;
}

export class ResourceListView {
  @ApiProperty({ type: [ResourceView] })
  items!: readonly ResourceView[];

  @ApiPropertyOptional()
  nextCursor?: string;
}

export class SlotListView {
  @ApiProperty({ type: [SlotView], description: 'Free slots, the earliest first; neighbours may overlap' })
  items!: readonly SlotView[];

  @ApiProperty({ description: 'There are more than these' })
  more!: boolean;
}

export class UtilisationView {
  @ApiProperty({ description: 'Minutes of the opening hours of working days' })
  availableMinutes!: number;

  @ApiProperty({ description: 'Promised or used' })
  bookedMinutes!: number;

  @ApiProperty({ description: 'Between check-in and completion, within the booked time' })
  usedMinutes!: number;

  @ApiPropertyOptional({ description: 'Used over available; missing when it was never open' })
  utilisation?: number;
}

export function slotView(slot: Span, coverageUntil: string): SlotView {
  return {
    start: slot.start.toISOString(),
    end: slot.end.toISOString(),
    estimated: isEstimated(slot, coverageUntil),
  };
}

export function resourceView(resource: Resource, network: Network, now: Date, slot?: SlotView): ResourceView {
  const { id, no, kind, name, ownerId, nodeCode, location, capability, serviceCodes, fee } = resource;
  const { calibratedUntil, windows, slotMinutes, demo, version } = resource;
  return {
    ...{ id, no, kind, name, ownerId, ownerName: network.institution(ownerId)?.name ?? ownerId },
    ...{ nodeCode, nodeName: network.node(nodeCode)?.name ?? { zh: nodeCode, en: nodeCode } },
    ...{ location, capability, serviceCodes, fee, windows, slotMinutes, demo, version },
    ...(calibratedUntil !== undefined && { calibratedUntil }),
    status: statusOf(resource, now),
    ...(slot && { earliestSlot: slot }),
  };
}
