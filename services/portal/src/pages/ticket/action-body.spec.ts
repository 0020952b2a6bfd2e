import type { TicketAction } from '../../api/tickets.js';
import { bodyOf, EMPTY_ANSWERS, isComplete, type Answers } from './action-body.js';

const TICKET = { institutionId: 'ORG005' };
const complete = (action: TicketAction, answers: Partial<Answers> = {}): boolean =>
  isComplete(action, { ...EMPTY_ANSWERS, ...answers }, TICKET);
const body = (action: TicketAction, answers: Partial<Answers> = {}): object =>
  bodyOf(action, { ...EMPTY_ANSWERS, ...answers }, TICKET);

describe('actions on a ticket', () => {
  it('accept the proposed institution without a word', () => {
    expect(complete('accept', { institutionId: 'ORG005' })).toBe(true);
    expect(body('accept', { institutionId: 'ORG005' })).toEqual({});
  });

  it('want a reason for another institution', () => {
    expect(complete('accept', { institutionId: 'ORG006' })).toBe(false);
    expect(body('accept', { institutionId: 'ORG006', reason: ' 就近 ' })).toEqual({
      institutionId: 'ORG006',
      reason: '就近',
    });
  });

  it('want no reason where none was proposed', () => {
    expect(isComplete('accept', { ...EMPTY_ANSWERS, institutionId: 'ORG006' }, {})).toBe(true);
  });

  it('tell everything that is missing at once, a line each', () => {
    expect(body('return', { missing: '营业执照\n\n 器具照片 \n' })).toEqual({ missing: ['营业执照', '器具照片'] });
    expect(complete('return', { missing: ' \n ' })).toBe(false);
  });

  it.each([
    ['assign', { assignee: 'clerk-WS-370481' }],
    ['transfer', { nodeCode: 'WS-370402', reason: '更近' }],
    ['escalate', { reason: '超出能力' }],
    ['resolve', { resolution: '已诊断' }],
  ] as const)('%s only when everything is filled in', (action, answers) => {
    expect(complete(action)).toBe(false);
    expect(complete(action, answers)).toBe(true);
    expect(body(action, answers)).toEqual(answers);
  });

  it('pause for a known reason, with a note when there is one', () => {
    expect(complete('pause')).toBe(false);
    expect(body('pause', { reasonCode: 'WAIT_SAMPLE' })).toEqual({ reasonCode: 'WAIT_SAMPLE' });
    expect(body('pause', { reasonCode: 'WAIT_SAMPLE', note: '样品在途' })).toEqual({
      reasonCode: 'WAIT_SAMPLE',
      note: '样品在途',
    });
  });
});
