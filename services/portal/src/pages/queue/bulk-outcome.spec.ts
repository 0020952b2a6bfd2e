import { outcomeOf } from './bulk-outcome.js';

describe('the outcome of a bulk action', () => {
  const tickets = [
    { id: 'a', ticketNo: 'TK-1' },
    { id: 'b', ticketNo: 'TK-2' },
    { id: 'c', ticketNo: 'TK-3' },
  ];
  const problem = { type: 'TICKET.LEASED', title: '冲突', status: 409, detail: '已由张某领取' };

  it('names each ticket by its number, those that failed first and with the reason', () => {
    const results = [
      { id: 'a', ok: true },
      { id: 'b', ok: false, problem },
      { id: 'c', ok: true },
    ];

    expect(outcomeOf('accept', results, tickets)).toEqual({
      action: 'accept',
      rows: [
        { id: 'b', ticketNo: 'TK-2', fault: '已由张某领取' },
        { id: 'a', ticketNo: 'TK-1' },
        { id: 'c', ticketNo: 'TK-3' },
      ],
    });
  });

  it('never shows a failure as a success, even one without words', () => {
    const [row] = outcomeOf('claim', [{ id: 'x', ok: false, problem: { ...problem, detail: '', title: '' } }], []).rows;

    expect(row).toEqual({ id: 'x', ticketNo: 'x', fault: 'TICKET.LEASED' });
    expect(outcomeOf('claim', [{ id: 'x', ok: false }], []).rows[0]?.fault).toBeTruthy();
  });
});
