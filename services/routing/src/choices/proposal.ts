import type { LocalizedText } from '@nqi/kernel';
import type { Candidate, Decision, Filter } from '../rules/decision.js';
import { isClientsChoice } from '../rules/client-choice.js';
import type { Relation } from '../rules/rule-set.js';

/** A body that the client may choose, with what speaks for it in plain words. No score and nothing of other clients. */
export interface Proposal {
  readonly rank: number;
  readonly institutionId: string;
  readonly name: string;
  readonly kilometres?: number;
  readonly reasons: readonly LocalizedText[];
  /** What could not be read off the form and is to be settled with the body. */
  readonly cautions: readonly LocalizedText[];
}

/** The bodies that passed every filter when the item was routed, best first; none where the choice is not the client's. */
export function proposalsOf({ input, candidates }: Decision): Proposal[] {
  if (!isClientsChoice(input.serviceCode)) return [];
  return candidates
    .filter((candidate): candidate is Candidate & { rank: number } => candidate.rank !== undefined)
    .sort((a, b) => a.rank - b.rank)
    .map(({ rank, institutionId, name, kilometres, ...facts }) => ({
      rank,
      institutionId,
      name,
      ...(kilometres !== undefined && { kilometres }),
      reasons: reasonsOf(facts),
      cautions: cautionsOf(facts),
    }));
}

const PLACE: Readonly<Record<Relation, LocalizedText>> = {
  'own-station': { zh: '就在受理站辖区内', en: 'It sits in the territory of your station' },
  'own-county': { zh: '就在您所在区(市)', en: 'It sits in your county' },
  hub: { zh: '市级机构', en: 'A body of the city' },
  sibling: { zh: '本市其他区(市)的机构', en: 'A body of another county of the city' },
  province: { zh: '省级机构', en: 'A body of the province' },
  elsewhere: { zh: '省外或全国性机构', en: 'A body that works all over the country' },
};

type Facts = Pick<Candidate, 'relation' | 'earlier' | 'score' | 'verdicts'>;

function reasonsOf({ relation, earlier, score }: Facts): LocalizedText[] {
  return [
    PLACE[relation],
    ...((score?.specialism ?? 0) > 0 ? [{ zh: '专做此类产品', en: 'It is made for just these products' }] : []),
    ...(earlier ? [{ zh: '办过您上一件同类业务', en: 'It did your last case of this kind' }] : []),
  ];
}

const ASK: Readonly<Partial<Record<Filter, LocalizedText>>> = {
  object: { zh: '是否在其能力范围内请与机构确认', en: 'Ask it whether your objects are in its scope' },
  range: { zh: '测量范围未能识别，请与机构确认', en: 'The measuring range could not be read: settle it with the body' },
  uncertainty: {
    zh: '准确度要求未能识别，请与机构确认',
    en: 'The accuracy could not be read: settle it with the body',
  },
};

function cautionsOf({ verdicts }: Facts): LocalizedText[] {
  const open = (filter: Filter) => verdicts[filter] === 'NOT_KNOWN';
  const asked: Filter[] = open('object') ? ['object'] : (['range', 'uncertainty'] as const).filter(open);
  return asked.flatMap((filter) => ASK[filter] ?? []);
}
