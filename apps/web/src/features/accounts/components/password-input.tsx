import { Button, Input, Space } from "antd";
import { useTranslation } from "react-i18next";

interface PasswordInputProps {
  readonly value?: string;
  readonly onChange?: (password: string) => void;
  readonly id?: string;
}

// Without the letters and digits that look alike.
const LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz";
const DIGITS = "23456789";

/** A password to hand over on paper: shown as it is, with a random one at hand. */
export function PasswordInput({ value = "", onChange, id }: PasswordInputProps) {
  const { t } = useTranslation();
  return (
    <Space.Compact block>
      <Input
        {...(id !== undefined && { id })}
        value={value}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange?.(event.target.value)}
      />
      <Button onClick={() => onChange?.(randomPassword())}>{t("accounts.generate")}</Button>
    </Space.Compact>
  );
}

/** `Kfmp-Tqwz-4827`: three kinds of characters, easy to copy from paper. */
function randomPassword(): string {
  const pick = (from: string) => {
    // Numbers at the end of the range are thrown away, so that every character is equally likely.
    const limit = 256 - (256 % from.length);
    for (;;) {
      const [byte = 255] = crypto.getRandomValues(new Uint8Array(1));
      if (byte < limit) return from.charAt(byte % from.length);
    }
  };
  const group = (from: string) => Array.from({ length: 4 }, () => pick(from)).join("");
  return `${group(LETTERS)}-${group(LETTERS)}-${group(DIGITS)}`;
}
