import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { type LocalizedText, type ServiceDomain } from '@nqi/kernel';
import type { Designation } from './designation.js';
import { STAGES, isServing, type Stage } from './institution-stage.js';
import {
  QUALIFICATION_STATES,
  RISK_CLASSES,
  SERVICE_GRADES,
  qualificationState,
  type Capability,
  type Institution,
  type Qualification,
  type QualificationState,
  type RiskClass,
  type ServiceGrade,
  type Verification,
} from './institution.js';
import { NODE_LEVELS, type Location, type ServiceNode, type ServiceNodeLevel } from './service-node.js';

const TEXT = { type: 'object', properties: { zh: { type: 'string' }, en: { type: 'string' } } } as const;

export class NodeView {
  @ApiProperty({ example: 'WS-370481' })
  code!: string;

  @ApiProperty({ enum: NODE_LEVELS })
  level!: ServiceNodeLevel;

  @ApiPropertyOptional()
  parentCode?: string;

  @ApiProperty({ description: 'Codes from the province down, joined by slashes' })
  path!: string;

  @ApiProperty(TEXT)
  name!: LocalizedText;

  @ApiProperty()
  regionCode!: string;

  @ApiProperty({ type: [String], description: 'Regions, parks and towns whose enterprises enter here' })
  covers!: readonly string[];

  @ApiProperty({ type: [String] })
  domains!: readonly ServiceDomain[];

  @ApiPropertyOptional({ type: 'object', properties: { lon: { type: 'number' }, lat: { type: 'number' } } })
  location?: Location;

  @ApiPropertyOptional({ description: 'Open tickets it can hold' })
  capacity?: number;

  @ApiProperty()
  active!: boolean;
}

export class NodeTreeView extends NodeView {
  @ApiProperty({ type: () => [NodeTreeView] })
  children!: readonly NodeTreeView[];
}

export class NodeListView {
  @ApiProperty({ type: [NodeTreeView], description: 'Roots with their children when the tree is asked for' })
  items!: readonly NodeView[];
}

class VerificationView implements Verification {
  @ApiProperty({ description: 'Account of whoever verified it' })
  by!: string;

  @ApiProperty({ format: 'date-time' })
  at!: string;

  @ApiProperty({ description: 'What it was compared with' })
  source!: string;
}

export class QualificationView implements Qualification {
  @ApiProperty({ example: 'ORG005' })
  institutionId!: string;

  @ApiProperty()
  institutionName!: string;

  @ApiProperty({ example: 'CMA' })
  kind!: string;

  @ApiProperty()
  number!: string;

  @ApiPropertyOptional()
  remark?: string;

  @ApiProperty({ format: 'date' })
  validFrom!: string;

  @ApiPropertyOptional({ format: 'date' })
  validUntil?: string;

  @ApiProperty({ enum: ['VALID', 'SUSPENDED', 'REVOKED'] })
  status!: Qualification['status'];

  @ApiProperty({
    enum: QUALIFICATION_STATES,
    description: 'Today: EXPIRING since its first reminder, CMA 120 days before, others 90',
  })
  state!: QualificationState;

  @ApiPropertyOptional({ description: 'Who granted it' })
  issuer?: string;

  @ApiPropertyOptional({ format: 'date', description: 'Day on which it was granted' })
  issuedOn?: string;

  @ApiPropertyOptional({ description: 'Where the certificate is kept' })
  evidence?: string;

  @ApiPropertyOptional({ type: VerificationView, description: 'Missing until somebody verified it as it stands' })
  verified?: VerificationView;

  @ApiProperty({ description: 'A value made up for the demonstration' })
  demo!: boolean;
}

export class QualificationListView {
  @ApiProperty({ type: [QualificationView] })
  items!: readonly QualificationView[];

  @ApiPropertyOptional()
  nextCursor?: string;
}

export class DesignationView implements Designation {
  @ApiProperty({ description: 'Of the act of the authority' })
  documentNumber!: string;

  @ApiProperty({ type: [String], example: ['MET-001'] })
  services!: readonly string[];

  @ApiPropertyOptional({ type: [String], description: 'Instruments by their numbers; missing for all' })
  objects?: readonly string[];

  @ApiProperty({ type: [String], description: 'Regions and parks, each with all within it' })
  regions!: readonly string[];

  @ApiProperty({ format: 'date' })
  validFrom!: string;

  @ApiPropertyOptional({ format: 'date' })
  validUntil?: string;

  @ApiProperty({ description: 'A value made up for the demonstration' })
  demo!: boolean;
}

/** An act with whom it designates. */
export class DesignationLineView extends DesignationView {
  @ApiProperty({ example: 'ORG011' })
  institutionId!: string;

  @ApiProperty()
  institutionName!: string;

  @ApiProperty({ description: 'Today' })
  inForce!: boolean;
}

export class DesignationListView {
  @ApiProperty({ type: [DesignationLineView] })
  items!: readonly DesignationLineView[];

  @ApiPropertyOptional()
  nextCursor?: string;
}

class CapabilityView implements Omit<Capability, 'scope'> {
  @ApiProperty()
  domain!: ServiceDomain;

  @ApiProperty()
  serviceCode!: string;

  @ApiProperty({ type: [String], description: 'Empty means any' })
  categories!: readonly string[];

  @ApiPropertyOptional({ description: 'Rows of its scope (…/capabilities/{serviceCode}/scope); missing for no limit' })
  scopeRows?: number;
}

export class InstitutionView {
  @ApiProperty({ example: 'ORG005' })
  id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  uscc!: string;

  @ApiProperty()
  kind!: string;

  @ApiProperty()
  ownership!: string;

  @ApiProperty()
  scope!: string;

  @ApiPropertyOptional()
  regionCode?: string;

  @ApiPropertyOptional({ description: 'Office whose territory it sits in' })
  homeNodeCode?: string;

  @ApiPropertyOptional({ description: 'Office whose territory it serves; missing when it serves everywhere' })
  coverageNodeCode?: string;

  @ApiProperty({ enum: STAGES, description: 'Only ONLINE and REINSTATED are given work' })
  stage!: Stage;

  @ApiProperty({ description: 'Its stage lets it be given work' })
  active!: boolean;

  @ApiPropertyOptional({ description: 'Why it is suspended' })
  suspendedReason?: string;

  @ApiPropertyOptional({ enum: RISK_CLASSES, description: "The authority's class, A low to D high" })
  riskClass?: RiskClass;

  @ApiPropertyOptional()
  riskClassSource?: string;

  @ApiPropertyOptional({ format: 'date' })
  riskClassDate?: string;

  @ApiPropertyOptional({ enum: SERVICE_GRADES, description: "The platform's own grade" })
  serviceGrade?: ServiceGrade;

  @ApiPropertyOptional({ description: 'Open tickets it can hold' })
  capacity?: number;

  @ApiProperty({ type: [String] })
  domains!: readonly ServiceDomain[];

  @ApiProperty({ type: [QualificationView] })
  qualifications!: readonly QualificationView[];

  @ApiPropertyOptional({ type: [DesignationView], description: 'Acts that designate it for mandatory verification' })
  designations?: readonly DesignationView[];

  @ApiProperty({ type: [CapabilityView] })
  capabilities!: readonly CapabilityView[];
}

export class InstitutionListView {
  @ApiProperty({ type: [InstitutionView] })
  items!: readonly InstitutionView[];

  @ApiPropertyOptional()
  nextCursor?: string;
}

export function qualificationViews(institution: Institution, today: string): QualificationView[] {
  return institution.qualifications.map((qualification) => ({
    institutionId: institution.id,
    institutionName: institution.name,
    ...qualification,
    state: qualificationState(qualification, today),
  }));
}

export function institutionView(institution: Institution, today: string): InstitutionView {
  // Whom it has an interest in is not for every reader; the history shows it to oversight.
  const { relatedUsccs: _, ...shown } = institution;
  return {
    ...shown,
    active: isServing(institution.stage),
    domains: [...new Set(institution.capabilities.map(({ domain }) => domain))],
    qualifications: qualificationViews(institution, today),
    capabilities: institution.capabilities.map(({ scope, ...capability }) => ({
      ...capability,
      ...(scope && { scopeRows: scope.length }),
    })),
  };
}

/** The nodes as trees, each under its parent. */
export function treesOf(nodes: readonly ServiceNode[], parentCode?: string): NodeTreeView[] {
  return nodes
    .filter((node) => node.parentCode === parentCode)
    .map((node) => ({ ...node, children: treesOf(nodes, node.code) }));
}
