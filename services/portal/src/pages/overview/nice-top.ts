const STEPS = [1, 2, 4, 5, 10];

/** A round even number at or above the largest value, for the top of an axis. */
export function niceTop(largest: number): number {
  if (largest <= 2) return 2;
  const power = 10 ** Math.floor(Math.log10(largest));
  const step = STEPS.find((candidate) => candidate * power >= largest) ?? 10;
  const top = step * power;
  return top % 2 === 0 ? top : top + 1;
}
