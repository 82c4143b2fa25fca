import { QuestionCircleOutlined } from "@ant-design/icons";
import { Button, Popover } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface ExplainProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** 怎么算的: the definition behind a number. */
export function Explain({ title, children }: ExplainProps) {
  const { t } = useTranslation();
  return (
    <Popover
      trigger="click"
      title={title}
      content={<div style={{ maxWidth: 420 }}>{children}</div>}
      placement="bottomLeft"
    >
      <Button
        type="link"
        size="small"
        icon={<QuestionCircleOutlined />}
        aria-label={`${t("common.howComputed")} ${title}`}
      >
        {t("common.howComputed")}
      </Button>
    </Popover>
  );
}
