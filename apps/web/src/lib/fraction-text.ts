/** `200 / 210 = 95.24 %`; only the screen divides and rounds. `200 / 0` has no rate. */
export function fractionText(numerator: number, denominator: number): string {
  const fraction = `${numerator} / ${denominator}`;
  return denominator === 0 ? fraction : `${fraction} = ${percentText(numerator, denominator)}`;
}

/** `95.24 %` */
export function percentText(numerator: number, denominator: number): string {
  return `${((numerator / denominator) * 100).toFixed(2)} %`;
}
