import { BREACH_LEVELS } from "@rehab/domain/breach/breach-ladder";
import { DOCUMENT_KINDS } from "@rehab/domain/handoff/document-service";
import type { BreachFile } from "@rehab/schema/breaches";
import { useTranslation } from "react-i18next";
import { useSession } from "../../../api/session.ts";
import { useCodeLabel } from "../../../lib/code-label.ts";
import { dayText } from "../../../lib/day-text.ts";
import { Explain } from "../../../ui/explain.tsx";
import matter from "../../../ui/matter.module.css";
import { Panel } from "../../../ui/panel.tsx";
import { StatusTag } from "../../../ui/status-tag.tsx";

/** The steps 劝诫 → 告诫 → 严重违反, how far each has come, and what comes next. */
export function LadderPanel({ file }: { readonly file: BreachFile }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  return (
    <Panel title={t("breaches.ladder.title")}>
      <NextStep next={file.next} />
      <ol className={matter.list} aria-label={t("breaches.ladder.title")}>
        {file.rungs.map((rung) => (
          <li key={rung.level} className={matter.item}>
            <div className={matter.line}>
              <span>
                {labelOf(BREACH_LEVELS, rung.level)} → {labelOf(DOCUMENT_KINDS, rung.document)}
              </span>
              <span className={matter.spring} />
              <RungTag
                rung={rung}
                awaited={rung.reached && (rung.level === file.level || rung.document === file.next?.document)}
              />
            </div>
            {rung.issuedOn !== null && (
              <p className={matter.small}>
                {[rung.number, t("breaches.ladder.issued", { day: dayText(rung.issuedOn) })]
                  .filter(Boolean)
                  .join("　")}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

interface RungTagProps {
  readonly rung: BreachFile["rungs"][number];
  /** Whether its document is to be issued; one that was skipped is not. */
  readonly awaited: boolean;
}

function RungTag({ rung, awaited }: RungTagProps) {
  const { t } = useTranslation();
  if (rung.servedOn !== null) {
    return <StatusTag tone="done">{t("breaches.ladder.served", { day: dayText(rung.servedOn) })}</StatusTag>;
  }
  if (rung.issuedOn !== null) {
    const toPolice = rung.document === "breach_certificate";
    return (
      <StatusTag tone={toPolice ? "done" : "dueSoon"}>
        {t(toPolice ? "breaches.ladder.made" : "breaches.ladder.unserved")}
      </StatusTag>
    );
  }
  return (
    <StatusTag tone={awaited ? "dueSoon" : "idle"}>
      {t(
        awaited
          ? "breaches.ladder.missing"
          : rung.reached
            ? "breaches.ladder.skipped"
            : "breaches.ladder.notReached",
      )}
    </StatusTag>
  );
}

/** What the office does next, by when, and by which rule. */
function NextStep({ next }: { readonly next: BreachFile["next"] }) {
  const { t } = useTranslation();
  const labelOf = useCodeLabel();
  const { session } = useSession();
  const isLate = next !== null && next.dueOn !== null && next.dueOn < session.today;
  if (next === null) return <p className={matter.reason}>{t("breaches.ladder.nothing")}</p>;
  const document = next.document === null ? "" : labelOf(DOCUMENT_KINDS, next.document);
  return (
    <div style={{ marginBottom: 8 }}>
      <p>
        <strong>{t(`breaches.next.${next.action}`, { document })}</strong>
        {"　"}
        {next.dueOn === null
          ? t("breaches.ladder.atOnce")
          : t("breaches.ladder.due", { day: dayText(next.dueOn) })}
        {"　"}
        {isLate && <StatusTag tone="overdue">{t("breaches.ladder.late")}</StatusTag>}
      </p>
      <p className={matter.small}>{next.because}</p>
      <Explain title={t("breaches.ladder.rule")} label={next.citation}>
        {next.says}
      </Explain>
    </div>
  );
}
