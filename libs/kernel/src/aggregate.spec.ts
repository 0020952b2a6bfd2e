import { Aggregate } from './aggregate.js';

class Lamp extends Aggregate<{ type: 'LampLit'; turn: number }> {
  light(turn: number): void {
    this.record({ type: 'LampLit', turn });
  }
}

describe('Aggregate', () => {
  it('hands over what happened in order, once', () => {
    const lamp = new Lamp();
    lamp.light(1);
    lamp.light(2);

    expect(lamp.pullEvents()).toEqual([
      { type: 'LampLit', turn: 1 },
      { type: 'LampLit', turn: 2 },
    ]);
    expect(lamp.pullEvents()).toEqual([]);
  });

  it('keeps pulled events out of reach of later ones', () => {
    const lamp = new Lamp();
    lamp.light(1);
    const pulled = lamp.pullEvents();

    lamp.light(2);

    expect(pulled).toHaveLength(1);
    expect(lamp.pullEvents()).toEqual([{ type: 'LampLit', turn: 2 }]);
  });
});
