/** The 97.5th percentile of the standard normal distribution. */
const Z = 1.959963984540054

/**
 * The 95 % interval of a share of which so many of so many were seen, by Wilson's score (J. Am. Stat. Assoc. 22, 1927), which
 * holds for few as well. Null of none.
 */
export function wilson(some: number, all: number): { low: number; high: number } | null {
  if (all === 0) return null
  const share = some / all
  const spread = Z * Math.sqrt((share * (1 - share)) / all + Z ** 2 / (4 * all ** 2))
  const [middle, scale] = [share + Z ** 2 / (2 * all), 1 + Z ** 2 / all]
  return { low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) }
}
