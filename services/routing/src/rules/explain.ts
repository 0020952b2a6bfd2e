import type { LocalizedText } from '@nqi/kernel';
import type { ChoiceBasis, ClientWish, Decision, NodeReason } from './decision.js';

const OFFICE: Readonly<Record<NodeReason, LocalizedText>> = {
  PARK_STATION: { zh: '您所在园区的服务站', en: 'the station of your park' },
  COUNTY_STATION: { zh: '您所在区(市)的服务站', en: 'the station of your county' },
  CITY_HUB: { zh: '市级服务中心', en: 'the hub of the city' },
  PROVINCE_PLATFORM: { zh: '省级服务平台', en: 'the platform of the province' },
  OUTSIDE_COVERAGE: { zh: '所在地区没有服务站，由市级中心接收', en: 'the hub, since no station serves your region' },
  NO_CAPABILITY: { zh: '下级服务站不办理此类业务，由上级接收', en: 'the next above a station without this service' },
  OVERLOADED: { zh: '下级服务站在办已满，由上级接收', en: 'the next above a station that is full' },
  NODE_CLOSED: { zh: '下级服务站暂停服务，由上级接收', en: 'the next above a station that is closed' },
  STATUTORY_LEVEL: { zh: '此项业务依法由上级受理', en: 'the law gives this service to a higher level' },
};

const BESIDE: LocalizedText = {
  zh: '您所在地的服务站在办已满，由邻近服务站接收',
  en: 'a station nearby, since yours is full',
};

const BASIS: Readonly<Record<ChoiceBasis, (name: string) => LocalizedText>> = {
  DESIGNATED: (name) => ({
    zh: `依法由指定机构“${name}”承办。`,
    en: `By law the designated body, ${name}, performs it.`,
  }),
  CLIENT_CHOICE: (name) => ({ zh: `按您的选择由“${name}”承办。`, en: `As you chose, ${name} performs it.` }),
  PLATFORM_RECOMMENDED: (name) => ({
    zh: `按您的委托，平台推荐“${name}”承办。`,
    en: `As you asked, the platform recommends ${name}.`,
  }),
  PLATFORM_PROPOSAL: (name) => ({
    zh: `平台建议由“${name}”承办，您可以另选其他合格机构。`,
    en: `The platform proposes ${name}; you may choose another body that qualifies.`,
  }),
};

const UNMET: Readonly<Partial<Record<ClientWish, LocalizedText>>> = {
  NOT_ELIGIBLE: {
    zh: '您选择的机构目前不能承办此项服务，服务站将与您另行商定。',
    en: 'The body you chose may not perform this now; the office will settle another one with you.',
  },
  UNKNOWN_INSTITUTION: {
    zh: '您选择的机构不在服务体系内，服务站将与您另行商定。',
    en: 'The body you chose is not part of the service system; the office will settle another one with you.',
  },
  STATUTORY_DESIGNATION: {
    zh: '此项为法定指定业务，不能自行选择机构。',
    en: 'The law designates the body for this, so your choice could not be followed.',
  },
};

const TRIAGE: LocalizedText = {
  zh: '目前没有可承接的服务站或机构，已转市级服务中心人工分派，结果会通知您。',
  en: 'Nobody can take this at present; a person at the hub of the city is finding somebody and will let you know.',
};

const YOURS: LocalizedText = {
  zh: '承办机构由您选择，请从推荐名单中选定。',
  en: 'Who performs it is your choice: please pick one from the ranked list.',
};

/** What the applicant is told of a decision: plain words, no codes, no scores and nothing of other clients. */
export function explain(
  { node, institution, triage }: Pick<Decision, 'node' | 'institution' | 'triage'>,
  nodeName: LocalizedText,
): LocalizedText {
  if (triage) return TRIAGE;
  const office = node.steps.at(-1)?.beside ? BESIDE : OFFICE[node.reasonCode];
  const said = [
    { zh: `由${nodeName.zh}受理(${office.zh})。`, en: `${nodeName.en} takes your item (${office.en}).` },
    ...performer(institution),
  ];
  return { zh: said.map(({ zh }) => zh).join(''), en: said.map(({ en }) => en).join(' ') };
}

function performer({ choice, basis, name, clientWish }: Decision['institution']): LocalizedText[] {
  const unmet = clientWish === undefined ? undefined : UNMET[clientWish];
  const wish = unmet ? [unmet] : [];
  if (basis !== undefined && name !== undefined) return [BASIS[basis](name), ...wish];
  return choice === 'awaited' ? [...wish, YOURS] : wish;
}
