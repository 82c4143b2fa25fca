const yuan = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2 });

/** An amount in fen as `218,100.00`. */
export function moneyText(fen: number): string {
  return yuan.format(fen / 100);
}
