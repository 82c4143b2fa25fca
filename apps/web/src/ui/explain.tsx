import { QuestionCircleOutlined } from "@ant-design/icons";
import { Button, Popover } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface ExplainProps {
  readonly title: string;
  readonly children: ReactNode;
  /** What stands there instead of 怎么算的; it then opens by pointing at it or reaching it with the keyboard. */
  readonly label?: string;
}

/** 怎么算的: the definition behind a number. */
export function Explain({ title, children, label }: ExplainProps) {
  const { t } = useTranslation();
  return (
    <Popover
      trigger={label === undefined ? "click" : ["hover", "focus"]}
      title={title}
      content={<div style={{ maxWidth: 420 }}>{children}</div>}
      placement="bottomLeft"
    >
      <Button
        type="link"
        size="small"
        icon={<QuestionCircleOutlined />}
        style={
          label === undefined ? {} : { height: "auto", padding: 0, whiteSpace: "normal", textAlign: "left" }
        }
        {...(label !== undefined && label !== t("common.howComputed") && { "data-printed": "" })}
        iconPlacement={label === undefined ? "start" : "end"}
        aria-label={label === undefined ? `${t("common.howComputed")} ${title}` : `${label} ${title}`}
      >
        {label ?? t("common.howComputed")}
      </Button>
    </Popover>
  );
}
