import type { ReactNode } from "react";
import { Link } from "react-router";

interface CountLinkProps {
  readonly count: number;
  /** The list of exactly what is counted; undefined where the role may not open it. */
  readonly to: string | undefined;
  /** The number in words; the number alone where nothing is said. */
  readonly children?: ReactNode;
  readonly label?: string;
}

/** A number that opens its list. Nothing opens nothing: a zero is plain text. */
export function CountLink({ count, to, children = count, label }: CountLinkProps) {
  if (count === 0 || to === undefined) return <>{children}</>;
  return (
    <Link to={to} aria-label={label}>
      {children}
    </Link>
  );
}
