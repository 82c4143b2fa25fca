import { percentText } from "../lib/fraction-text.ts";
import styles from "./rate-fraction.module.css";
import { classNames } from "../lib/class-names.ts";
import type { ReactNode } from "react";

interface RateFractionProps {
  readonly numerator: number;
  readonly denominator: number;
  /** Makes a number open what stands behind it. */
  readonly renderLink?: (part: "numerator" | "denominator", text: ReactNode) => ReactNode;
  readonly large?: boolean;
}

/** `200 / 210 = 95.24 %`: never a bare percentage. */
export function RateFraction({ numerator, denominator, renderLink, large = false }: RateFractionProps) {
  const part = (name: "numerator" | "denominator", value: number) => renderLink?.(name, value) ?? value;
  return (
    <span className={classNames(styles.fraction, large && styles.large)}>
      {part("numerator", numerator)} / {part("denominator", denominator)}
      {denominator > 0 && (
        <>
          {" = "}
          <strong>{percentText(numerator, denominator)}</strong>
        </>
      )}
    </span>
  );
}
