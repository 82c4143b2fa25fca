import { plainDate } from "@rehab/domain/time/plain-date";
import { HandoffCreation } from "@rehab/schema/new-handoff";
import type { PersonCandidate } from "@rehab/schema/new-handoff";
import { expect, it } from "vitest";
import { bodyOf, initialValues } from "./handoff-values.ts";
import type { HandoffValues } from "./handoff-values.ts";

const today = plainDate("2021-12-31");
const search = { name: "曾小明", idNumber: "110105491231002", birthDate: null, townshipId: null };
const id = "0198a000-0000-7000-8000-000000000001";
const stationId = "0198a000-0000-7000-8000-00000000000a";

it("fills in what the search and the number know", () => {
  expect(initialValues({ search, person: null }, "handoff", today)).toMatchObject({
    name: "曾小明",
    idNumber: "11010519491231002X",
    birthDate: "1949-12-31",
    sex: "female",
    handedOffOn: "2021-12-31",
    transfer: null,
  });
});

it("keeps a recognised person where their file is", () => {
  const person = { stationId, townshipId: null, sex: "male" } as PersonCandidate;
  const values = initialValues({ search: { ...search, idNumber: null }, person }, "handoff", today);
  expect(values).toMatchObject({ stationId, sex: "male" });
});

it("makes a body that the contract takes, with what was left open as null", () => {
  const start = initialValues({ search, person: null }, "transfer", today) as Partial<HandoffValues>;
  const transfer = { ...start.transfer, otherPlace: "邻县城关镇", reportedOn: "2020-03-10", reason: "迁居" };
  const values = {
    ...start,
    stationId,
    receivedOn: "2020-03-02",
    termMonths: 36,
    phone: "",
    transfer,
  } as HandoffValues;
  const body = bodyOf(values, { id, enrolleeId: null, kind: "transfer" });
  expect(HandoffCreation.parse(body)).toMatchObject({
    handedOffOn: "2021-12-31",
    phone: null,
    policeOfficer: null,
    accept: false,
    transfer: { changedOn: "2021-12-31", letterNumber: null, suspensions: [] },
  });
});

it("names what is missing under its field", () => {
  const start = initialValues({ search, person: null }, "handoff", today) as HandoffValues;
  const parsed = HandoffCreation.safeParse(
    bodyOf({ ...start, termMonths: 36 }, { id, enrolleeId: null, kind: "handoff" }),
  );
  expect(parsed.error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
    ["stationId", "请选择工作站"],
    ["receivedOn", "日期不存在或格式不对，应为 2021-06-30 的形式"],
  ]);
});
