import { TrainingBook, type NewSignUp, type SignUp, type Training } from './training.js';

const at = (time: string) => new Date(`2026-12-01T${time}:00Z`);
const TRAINING: Training = {
  id: 't',
  title: '检验检测机构资质认定宣贯',
  summary: '',
  place: '滕州',
  hostCode: 'HUB-370400',
  startsAt: at('06:00'),
  endsAt: at('09:00'),
  signUpUntil: at('04:00'),
  capacity: 3,
  status: 'OPEN',
  version: 1,
};
const wish = (name: string, seats = 1): NewSignUp => ({
  id: name,
  enterpriseUscc: name,
  enterpriseName: name,
  seats,
  signedUpAt: at('01:00'),
});
const statuses = (book: TrainingBook) => book.state.signUps.map(({ id, status }: SignUp) => `${id} ${status}`);
const refusal = (code: string) => expect.objectContaining({ code: `TRAINING.${code}` });

describe('the seats of a training', () => {
  let book: TrainingBook;
  beforeEach(() => {
    book = new TrainingBook(TRAINING, []);
    book.signUp(wish('a', 2), at('01:00'));
    book.signUp(wish('b', 2), at('01:01'));
    book.signUp(wish('c'), at('01:02'));
  });

  it('are given as long as they last, and nobody overtakes who waits', () =>
    expect(statuses(book)).toEqual(['a CONFIRMED', 'b WAITING', 'c WAITING']));

  it('fall to the first who waits once all of its seats are there, and then to the next', () => {
    book.leave('a', at('02:00'));
    expect(statuses(book)).toEqual(['a LEFT', 'b CONFIRMED', 'c CONFIRMED']);
  });

  it('are asked for once by an enterprise, in time, while it takes place', () => {
    expect(() => book.signUp(wish('a'), at('02:00'))).toThrow(refusal('SIGNED_UP_ALREADY'));
    expect(() => book.signUp(wish('d'), at('05:00'))).toThrow(refusal('SIGN_UP_OVER'));
    expect(() => book.leave('x', at('02:00'))).toThrow(refusal('NOT_SIGNED_UP'));
    expect(() => book.leave('a', at('06:00'))).toThrow(refusal('BEGUN'));
    book.cancel('讲师缺席', at('02:00'));
    expect(() => book.signUp(wish('d'), at('02:30'))).toThrow(refusal('CANCELLED'));
  });

  it('are counted as used by whoever had one, once it has begun', () => {
    expect(() => book.attend('a', true, at('05:00'))).toThrow(refusal('NOT_BEGUN'));
    book.attend('a', true, at('07:00'));
    book.attend('a', false, at('07:05'));
    expect(() => book.attend('b', true, at('07:00'))).toThrow(refusal('NOT_SIGNED_UP'));
    expect(() => book.cancel('晚了', at('07:00'))).toThrow(refusal('BEGUN'));
    expect(statuses(book)[0]).toBe('a ABSENT');
  });
});
