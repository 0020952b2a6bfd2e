import fc from 'fast-check';
import { checkTerms, paysFor, type Programme } from './programme.js';
import { committedOf, sumsOf } from './programme-sums.js';
import { VOUCHER_STEPS, type MovingStep } from './voucher-state.js';
import { Voucher, paidOf } from './voucher.js';

const PROGRAMME: Programme = {
  id: 'p',
  name: { zh: '质量券', en: 'Quality voucher' },
  kind: 'quality',
  budgetFen: 100_000,
  sharePercent: 30,
  capFen: 20_000,
  domains: ['metrology'],
  serviceCodes: ['TST-001'],
  firstDay: '2026-11-01',
  lastDay: '2026-12-31',
  legalBasis: '市级质量强市专项资金管理办法',
  createdBy: 'administrator',
  createdAt: new Date('2026-10-01T00:00:00Z'),
  version: 1,
};
const AT = new Date('2026-11-24T02:00:00Z');
const by = (actor: string, at = AT) => ({ actor, at });
const ORDER = { quoteId: 'q', itemId: 'i', totalFen: 33_333 };
const ENTERPRISE = { uscc: 'u', name: '企业' };

const granted = (faceFen = 20_000) =>
  Voucher.grant('v', PROGRAMME, { enterprise: ENTERPRISE, faceFen }, by('administrator'));
const locked = () => {
  const voucher = granted();
  voucher.lock(ORDER, PROGRAMME, by('boss'));
  return voucher;
};
const applied = () => {
  const voucher = locked();
  voucher.use(by('system'));
  voucher.applyForSettlement('12345678', by('technician'));
  return voucher;
};
const codeOf = (work: () => unknown): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

describe('A voucher', () => {
  it('pays the share rounded down, and never more than it holds or the cap allows', () => {
    expect(paidOf(33_333, PROGRAMME, 20_000)).toBe(9_999);
    expect(paidOf(33_333, PROGRAMME, 5_000)).toBe(5_000);
    expect(paidOf(1_000_000, PROGRAMME, 30_000)).toBe(20_000);
    expect(locked().snapshot()).toMatchObject({ status: 'LOCKED', amountFen: 9_999, quoteId: 'q', itemId: 'i' });
    expect(codeOf(() => granted().lock({ ...ORDER, totalFen: 3 }, PROGRAMME, by('boss')))).toBe('VOUCHER.NOTHING_PAID');
  });

  it('is granted within the cap and its time, and used within its days', () => {
    expect(codeOf(() => granted(20_001))).toBe('VOUCHER.CAP_PASSED');
    const late = new Date('2026-12-31T16:00:00Z');
    expect(codeOf(() => Voucher.grant('v', PROGRAMME, { enterprise: ENTERPRISE, faceFen: 1 }, by('a', late)))).toBe(
      'VOUCHER.EXPIRED',
    );
    expect(codeOf(() => granted().lock(ORDER, PROGRAMME, by('boss', late)))).toBe('VOUCHER.EXPIRED');
    expect(codeOf(() => granted().lock(ORDER, { ...PROGRAMME, firstDay: '2026-11-25' }, by('boss')))).toBe(
      'VOUCHER.NOT_YET',
    );
  });

  it('is free again when its order comes to nothing', () => {
    const voucher = locked();
    voucher.release(by('system'));
    expect(voucher.snapshot()).toMatchObject({ status: 'GRANTED', quoteId: undefined, amountFen: undefined });
    voucher.lock({ ...ORDER, quoteId: 'q2' }, PROGRAMME, by('boss'));
    expect(voucher.pullEvents().map(({ step, version }) => [step, version])).toEqual([
      ['grant', 1],
      ['lock', 2],
      ['release', 3],
      ['lock', 4],
    ]);
  });

  it('is settled by another person than who applied, or refused and applied for again', () => {
    expect(codeOf(() => applied().settle(by('technician')))).toBe('VOUCHER.OWN_APPLICATION');
    const voucher = applied();
    voucher.refuse({ ...by('administrator'), note: '发票有误' });
    expect(voucher.snapshot()).toMatchObject({ status: 'USED', invoiceNo: undefined, amountFen: 9_999 });
    voucher.applyForSettlement('87654321', by('technician'));
    voucher.settle(by('administrator'));
    expect(voucher.snapshot()).toMatchObject({ status: 'SETTLED', invoiceNo: '87654321' });
  });

  it('is revoked only while it is tied to no order', () => {
    expect(codeOf(() => locked().revoke(by('administrator')))).toBe('VOUCHER.ILLEGAL_STEP');
    expect(codeOf(() => applied().revoke(by('administrator')))).toBe('VOUCHER.ILLEGAL_STEP');
    expect(codeOf(() => granted().revoke(by('administrator')))).toBeUndefined();
  });
});

describe('A programme', () => {
  it('pays for its domains and its services, and for nothing else', () => {
    expect(paysFor(PROGRAMME, { code: 'MET-003', domain: 'metrology' })).toBe(true);
    expect(paysFor(PROGRAMME, { code: 'TST-001', domain: 'testing' })).toBe(true);
    expect(paysFor(PROGRAMME, { code: 'TST-002', domain: 'testing' })).toBe(false);
  });

  it('is refused by name when its terms cannot be', () => {
    for (const [changes, code] of [
      [{ lastDay: '2026-10-31' }, 'VOUCHER_PROGRAMME.BAD_DAYS'],
      [{ firstDay: '2026-02-30' }, 'VOUCHER_PROGRAMME.BAD_DAYS'],
      [{ capFen: 100_001 }, 'VOUCHER_PROGRAMME.CAP_ABOVE_BUDGET'],
      [{ domains: [], serviceCodes: [] }, 'VOUCHER_PROGRAMME.PAYS_NOTHING'],
      [{ domains: ['cooking' as never] }, 'VOUCHER_PROGRAMME.DOMAIN_UNKNOWN'],
    ] as const) {
      expect(codeOf(() => checkTerms({ ...PROGRAMME, ...changes }))).toBe(code);
    }
    expect(codeOf(() => checkTerms(PROGRAMME))).toBeUndefined();
  });

  /** Whatever is asked in whatever order; what is refused changes nothing. */
  it('never promises more than its budget, and its five sums always add up to it', () => {
    const command = fc.record({
      step: fc.constantFrom<(MovingStep | 'grant')[]>('grant', ...(Object.keys(VOUCHER_STEPS) as MovingStep[])),
      which: fc.nat(20),
      fen: fc.integer({ min: 1, max: 200_000 }),
      actor: fc.constantFrom('a', 'b'),
    });
    fc.assert(
      fc.property(fc.array(command, { maxLength: 120 }), (commands) => {
        const vouchers: Voucher[] = [];
        let committed = 0;
        for (const { step, which, fen, actor } of commands) {
          const known = vouchers[which % Math.max(vouchers.length, 1)];
          const before = known ? committedOf(known.snapshot()) : 0;
          codeOf(() => {
            if (step !== 'grant') return known && stepOf(known, step, fen, actor);
            const one = Voucher.grant(
              `v${vouchers.length}`,
              PROGRAMME,
              { enterprise: ENTERPRISE, faceFen: fen },
              by(actor),
            );
            // The one condition that the database asks.
            if (committed + fen > PROGRAMME.budgetFen) return;
            committed += fen;
            vouchers.push(one);
          });
          if (step !== 'grant' && known) committed += committedOf(known.snapshot()) - before;
          const states = vouchers.map((one) => one.snapshot());
          const { grantedFen, lockedFen, usedFen, settledFen, leftFen } = sumsOf(PROGRAMME.budgetFen, states);
          expect(grantedFen + lockedFen + usedFen + settledFen + leftFen).toBe(PROGRAMME.budgetFen);
          expect(PROGRAMME.budgetFen - leftFen).toBe(committed);
          expect(Math.min(grantedFen, lockedFen, usedFen, settledFen, leftFen)).toBeGreaterThanOrEqual(0);
          for (const { amountFen = 0, faceFen, status, quoteId } of states) {
            expect(amountFen).toBeLessThanOrEqual(Math.min(faceFen, PROGRAMME.capFen));
            expect(quoteId !== undefined).toBe(['LOCKED', 'USED', 'SETTLEMENT_APPLIED', 'SETTLED'].includes(status));
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

function stepOf(voucher: Voucher, step: MovingStep, totalFen: number, actor: string): void {
  const act = by(actor);
  if (step === 'lock') return voucher.lock({ ...ORDER, totalFen }, PROGRAMME, act);
  if (step === 'apply') return voucher.applyForSettlement('12345678', act);
  voucher[step](act);
}
