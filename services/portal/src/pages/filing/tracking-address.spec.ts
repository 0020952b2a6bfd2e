import { inGroups, trackingAddress } from './tracking-address.js';

describe('a receipt', () => {
  it('leads to its request', () => {
    expect(trackingAddress('https://nqi.example', 'ZZ-JL-20261124-000001', '7K2M9QXW4TBA')).toBe(
      'https://nqi.example/track?number=ZZ-JL-20261124-000001&code=7K2M9QXW4TBA',
    );
  });

  it('shows its code in groups of four', () => {
    expect(inGroups('7K2M9QXW4TBA')).toBe('7K2M-9QXW-4TBA');
  });
});
