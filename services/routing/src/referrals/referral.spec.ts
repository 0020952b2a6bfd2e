import type { DomainError } from '@nqi/kernel';
import { Network } from '../network/network.js';
import { referenceNodes } from '../network/network.seed.js';
import { candidatesFor } from './referral-candidates.js';
import { REFERRAL_MOVES, REFERRAL_STATUSES, Referral } from './referral.js';

const at = (time: string) => new Date(`2026-11-${time}:00+08:00`);
const owner = (time = '24T09:00') => ({ actor: 'clerk', office: 'WS-370481', at: at(time) });
const partner = (office: string, time = '24T10:00') => ({ actor: 'other', office, at: at(time) });
const facts = {
  id: '0190aaaa-0000-7000-8000-000000000001',
  ticketId: '0190aaaa-0000-7000-8000-000000000002',
  purpose: '力值校准',
  limitDays: 3,
  candidates: ['WS-370403', 'HUB-370400'],
};
const offered = () => {
  const referral = Referral.draft(facts, owner());
  referral.offer(owner());
  return referral;
};
const codeOf = (work: () => void) => {
  try {
    work();
  } catch (error) {
    return (error as DomainError).code;
  }
  return undefined;
};
const lines = (referral: Referral) => referral.pullEvents().map(({ step, office }) => `${step} ${office}`);

describe('a referral', () => {
  it('goes out, is done and comes back, each hand a line of the chain', () => {
    const referral = offered();
    referral.accept(partner('WS-370403'));
    referral.dispatch(owner(), '传感器 1 只');
    referral.receive(partner('WS-370403'), '完好');
    referral.giveBack(partner('WS-370403'), '证书 1 份，传感器 1 只');
    referral.close(owner());

    expect(lines(referral)).toEqual([
      'DRAFTED WS-370481',
      'OFFERED WS-370403',
      'ACCEPTED WS-370403',
      'DISPATCHED WS-370481',
      'RECEIVED WS-370403',
      'RETURNED WS-370403',
      'CLOSED WS-370481',
    ]);
    expect(referral.snapshot()).toMatchObject({ status: 'CLOSED', version: 7, partnerCode: 'WS-370403' });
  });

  it('declined, asks the next candidate at once, and waits for the owner when there is none', () => {
    const referral = offered();
    referral.decline(partner('WS-370403'), 'OVERLOADED');
    expect(referral.snapshot()).toMatchObject({ status: 'OFFERED', partnerCode: 'HUB-370400', candidates: [] });

    referral.decline(partner('HUB-370400'), 'NO_CAPABILITY', '无此项目');

    expect(referral.snapshot()).toMatchObject({ status: 'DECLINED', version: 6 });
    expect(referral.snapshot().partnerCode).toBeUndefined();
    expect(referral.pullEvents().filter(({ step }) => step === 'OFFER_DECLINED')).toMatchObject([
      { office: 'WS-370403', reasonCode: 'OVERLOADED' },
      { office: 'HUB-370400', reasonCode: 'NO_CAPABILITY', note: '无此项目' },
    ]);
    expect(codeOf(() => referral.offer(owner()))).toBe('REFERRAL.NO_CANDIDATE');
    referral.offer(owner(), ['PROV-370000']);
    expect(referral.snapshot()).toMatchObject({ status: 'OFFERED', partnerCode: 'PROV-370000' });
  });

  it('unanswered, can be offered to the next by its owner', () => {
    const referral = offered();
    referral.offer(owner('26T09:00'));

    expect(referral.snapshot()).toMatchObject({ partnerCode: 'HUB-370400', offeredAt: at('26T09:00') });
  });

  it('moves by its table and by nothing else, and never ends while something is out of the house', () => {
    const steps: Record<string, (referral: Referral) => void> = {
      OFFERED: (referral) => referral.offer(owner()),
      ACCEPTED: (referral) => referral.accept(partner('WS-370403')),
      DECLINED: (referral) => referral.decline(partner('WS-370403'), 'OVERLOADED'),
      DISPATCHED: (referral) => referral.dispatch(owner(), '样品'),
      RECEIVED: (referral) => referral.receive(partner('WS-370403'), '完好'),
      RETURNED: (referral) => referral.giveBack(partner('WS-370403'), '报告'),
      CLOSED: (referral) => referral.close(owner()),
      CANCELLED: (referral) => referral.cancel(owner(), '不再需要'),
    };
    for (const from of REFERRAL_STATUSES) {
      for (const [to, step] of Object.entries(steps)) {
        const referral = Referral.restore({ ...facts, status: from, partnerCode: 'WS-370403', notices: 0, version: 5 });
        const isAllowed = REFERRAL_MOVES[from].some((status) => status === to);
        const expected = isAllowed ? undefined : 'REFERRAL.ILLEGAL_MOVE';
        expect([from, to, codeOf(() => step(referral))]).toEqual([from, to, expected]);
        if (!isAllowed) expect(referral.snapshot().version).toBe(5);
      }
    }
    expect(
      ['DISPATCHED', 'RECEIVED', 'RETURNED'].flatMap((status) => REFERRAL_MOVES[status as 'RETURNED']),
    ).not.toContain('CANCELLED');
  });
});

describe('whom an office asks', () => {
  const nodes = referenceNodes();
  const network = new Network(1, nodes, []);
  const ask = (code: string, of = network) => candidatesFor(of.requireNode(code), 'metrology', of);

  it('is the nearest beside it first, then those above it, and never itself', () => {
    const asked = ask('WS-370481');

    expect(asked.slice(-2)).toEqual(['HUB-370400', 'PROV-370000']);
    expect(asked).toHaveLength(8);
    expect(asked).not.toContain('WS-370481');
    expect(ask('PROV-370000')).toEqual([]);
  });

  it('does not depend on the order of the list', () => {
    expect(ask('WS-370481', new Network(1, [...nodes].reverse(), []))).toEqual(ask('WS-370481'));
  });

  it('leaves out the closed and those that do not serve the domain', () => {
    const others = nodes.map((node) =>
      node.code === 'WS-370403'
        ? { ...node, active: false }
        : node.code === 'HUB-370400'
          ? { ...node, domains: ['testing' as const] }
          : node,
    );
    const asked = ask('WS-370481', new Network(1, others, []));

    expect(asked).not.toContain('WS-370403');
    expect(asked).not.toContain('HUB-370400');
    expect(asked.at(-1)).toBe('PROV-370000');
  });
});
