const TOLERANCE = 1e-9;

/** The sum of all weights, without the dust that adding fractions leaves. */
export const sumOf = (weights: Readonly<Record<string, number>>): number =>
  Math.round(Object.values(weights).reduce((sum, weight) => sum + weight, 0) * 1e12) / 1e12;

/** The service takes weights that are one whole together. */
export const sumsToOne = (sum: number): boolean => Math.abs(sum - 1) <= TOLERANCE;
