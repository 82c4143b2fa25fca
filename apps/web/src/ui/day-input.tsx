import { DatePicker } from "antd";
import dayjs from "dayjs";

interface DayInputProps {
  readonly value?: string | null;
  readonly onChange?: (day: string | null) => void;
  readonly label?: string;
  readonly id?: string;
  readonly max?: string;
  readonly clearable?: boolean;
  readonly autoFocus?: boolean;
}

/** A day that can be typed (2021-6-5, 20210605, 2021.6.5) or picked. */
export function DayInput({
  value,
  onChange,
  label,
  id,
  max,
  clearable = false,
  autoFocus = false,
}: DayInputProps) {
  return (
    <DatePicker
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange?.(day === null ? null : day.format("YYYY-MM-DD"))}
      format={["YYYY-MM-DD", "YYYY-M-D", "YYYYMMDD", "YYYY.M.D", "YYYY/M/D"]}
      allowClear={clearable}
      autoFocus={autoFocus}
      style={{ width: 140 }}
      onKeyDown={(event) => {
        // Enter takes the day that was typed; it does not send the form around it.
        if (event.key === "Enter") event.preventDefault();
      }}
      {...(label !== undefined && { "aria-label": label })}
      {...(id !== undefined && { id })}
      {...(max !== undefined && { maxDate: dayjs(max) })}
    />
  );
}
