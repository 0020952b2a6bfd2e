import { parseStandardNumber } from '@nqi/kernel';
import type { CheckedStandard } from '../checks/check.js';

/** A line of the gap check: what the law or the platform asks, and whether the text meets it. */
export interface Requirement {
  readonly requirement: string;
  readonly met: boolean;
  readonly remark?: string;
}

export interface Indicator {
  readonly name: string;
  readonly value: string;
  readonly kind: 'functional' | 'performance';
}

export interface DeclaredProduct {
  readonly name: string;
  readonly model: string;
  readonly category: string;
}

/** 企业标准自我声明公开, from the first look at the text to its publication on the public platform. */
export interface Declaration {
  readonly standardNumber: string;
  readonly standardName: string;
  readonly products: readonly DeclaredProduct[];
  readonly requirements: readonly Requirement[];
  /** Standards that the text cites, as they stood on the day of the gap check. */
  readonly cited: readonly CheckedStandard[];
  readonly resolutions: readonly { readonly gap: string; readonly resolution: string }[];
  readonly indicators: readonly Indicator[];
  readonly approval?: { readonly approvedBy: string; readonly at: string };
  readonly publication?: { readonly platformNo: string; readonly url: string; readonly publishedOn: string };
}

/** What every text is held against (标准化法 article 27 and the platform's own fields). */
export const REQUIREMENTS: readonly string[] = [
  '标准编号、名称符合企业标准编号规则',
  '产品名称、型号、分类齐全',
  '产品、服务功能指标和产品性能指标已列明',
  '技术要求不低于强制性国家标准',
  '试验方法可行、与指标对应',
  '规范性引用文件现行有效',
  '企业法定代表人或其授权人批准发布',
];

/** An enterprise's own standard, whose indicators the law wants published; any other it only names. */
export const isOwn = (standardNumber: string): boolean => parseStandardNumber(standardNumber)?.kind === 'enterprise';

/** Everything that must be put right before the text can be published. */
export function gapsOf({ requirements, cited }: Pick<Declaration, 'requirements' | 'cited'>): string[] {
  const unmet = requirements.filter(({ met }) => !met).map(({ requirement }) => requirement);
  const outdated = cited
    .filter(({ verdict }) => verdict !== 'OK')
    .map(({ number, remark }) => `引用文件 ${number}${remark ? `：${remark}` : ''}`);
  return [...unmet, ...outdated];
}

/** Gaps that a draft says nothing about. */
export function openGaps(
  declaration: Pick<Declaration, 'requirements' | 'cited'>,
  resolutions: Declaration['resolutions'],
): string[] {
  const resolved = new Set(resolutions.map(({ gap }) => gap));
  return gapsOf(declaration).filter((gap) => !resolved.has(gap));
}

/** Kinds of indicator that the law wants of this standard and the draft lacks. */
export function missingIndicators(standardNumber: string, indicators: readonly Indicator[]): Indicator['kind'][] {
  if (!isOwn(standardNumber)) return [];
  return (['functional', 'performance'] as const).filter((kind) => !indicators.some((given) => given.kind === kind));
}

export function declarationConclusion({ standardNumber, products, publication }: Declaration): string {
  if (!publication) return '尚未公开';
  return `${standardNumber} 已自我声明公开(${publication.platformNo})，涉及产品 ${products.length} 项`;
}
