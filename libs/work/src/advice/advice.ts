import type { LocalizedText } from '@nqi/kernel';

export type FindingVerdict = 'conforms' | 'improve' | 'remark';

/** One thing that was looked into. */
export interface Finding {
  readonly topic: string;
  readonly verdict: FindingVerdict;
  readonly finding: string;
  /** Clause, regulation or document the verdict rests on. */
  readonly basis?: string;
}

/** What a consultation, review or guidance came to. */
export interface Advice {
  readonly concludedOn: string;
  readonly findings: readonly Finding[];
  readonly recommendations: readonly string[];
}

/** A thing to look into, as a service's catalogue of topics has it. */
export interface AdviceTopic {
  readonly topic: string;
  readonly basis?: string;
}

export const VERDICT_NAMES: Readonly<Record<FindingVerdict, LocalizedText>> = {
  conforms: { zh: '符合', en: 'Conforms' },
  improve: { zh: '需改进', en: 'To improve' },
  remark: { zh: '说明', en: 'Remark' },
};

/** The conclusion of a service report, counted from its findings. */
export function adviceConclusion({ findings, recommendations }: Advice): string {
  const count = (verdict: FindingVerdict) => findings.filter((finding) => finding.verdict === verdict).length;
  const [conforms, improve, remarks] = [count('conforms'), count('improve'), count('remark')];
  const judged = conforms + improve;
  const parts = [
    judged > 0 && improve === 0 && `核查${judged}项，均符合要求`,
    improve > 0 && `核查${judged}项，符合${conforms}项，需改进${improve}项`,
    remarks > 0 && `说明${remarks}项`,
    recommendations.length > 0 && `提出建议${recommendations.length}条`,
  ];
  return parts.filter(Boolean).join('；');
}
