import { plainDate } from "@rehab/domain/time/plain-date";
import { LawVersionDraft } from "@rehab/schema/law-version";
import type { VersionPreview, lawEndpoints } from "@rehab/schema/law";
import type { EnrolleeFile } from "@rehab/schema/enrollees";
import type { ResponseOf } from "@rehab/schema/endpoint";
import { eq } from "drizzle-orm";
import type { LightMyRequestResponse } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { systemActor } from "../src/core/actor.ts";
import { BackgroundWork } from "../src/core/background-work.ts";
import { newId } from "../src/core/ids.ts";
import type { Services } from "../src/core/use-case.ts";
import { tables } from "../src/db/client.ts";
import { startRegisterClock } from "../src/jobs/register-clock.ts";
import { addVersion } from "../src/modules/law/change-law.ts";
import { settleRebuilds } from "../src/modules/law/owed-rebuild.ts";
import { createAppWorld } from "./app-world.ts";
import type { AppWorld, Caller } from "./app-world.ts";

type LawList = ResponseOf<typeof lawEndpoints.list>;

let world: AppWorld;
beforeAll(async () => {
  world = await createAppWorld();
});
afterAll(() => world.close());

const tenDays = {
  ruleId: "T1",
  title: "社区戒毒报到",
  article: "第十四条",
  says: "本人收到决定书后10日内到执行地报到；无正当理由逾期不报到的，视为拒绝接受社区戒毒。",
  actor: "enrollee",
  period: { amount: 10, unit: "day", counting: "natural", rollsOver: true },
};
const draft = (more: Record<string, unknown> = {}) => ({
  id: newId(),
  subject: "rule",
  inForceFrom: "2022-01-01",
  basis: "测县禁毒委〔2021〕9号",
  content: tenDays,
  ...more,
});
const post = (caller: Caller, url: string, payload: Record<string, unknown>) =>
  world.call(caller, { method: "POST", url: `/api/v1/law/${url}`, payload });
const list = async (caller: Caller = "admin") =>
  (await world.call(caller, { url: "/api/v1/law" })).json<LawList>();
const ruleOf = async (id: string, caller: Caller = "admin") =>
  (await list(caller)).rules.find((rule) => rule.id === id)!;
const fieldsOf = (answer: LightMyRequestResponse) =>
  answer.json<{ errors?: { pointer: string }[] }>().errors?.map(({ pointer }) => pointer);
const auditOf = (subjectId: string) =>
  world.services.db.read({ countyCode: "999901", people: systemActor.scope }, (tx) =>
    tx.select().from(tables.auditEntry).where(eq(tables.auditEntry.subjectId, subjectId)),
  );
const annul = (id: string, caller: Caller = "admin") =>
  post(caller, `versions/${id}/annul`, { reason: "测试后撤销" });
const fileOf = async (id: string) =>
  (await world.call("supervisor", { url: `/api/v1/enrollees/${id}` })).json<EnrolleeFile>().cases[0]!;

describe("reading the law", () => {
  it("shows every rule with its one common version, and the year whose holidays are missing", async () => {
    const { rules, items } = await list("caseworkerA");
    expect(rules).toHaveLength(45);
    expect(rules.find(({ id }) => id === "T1")).toMatchObject({
      instrument: "戒毒条例",
      article: "第十四条",
      period: { amount: 15 },
      versions: [{ id: null, inForceFrom: "2011-06-26", inForceTo: null }],
    });
    const years = items.filter(({ subject }) => subject === "holidays");
    expect(years.map(({ code, content }) => [code, content !== null]).slice(-2)).toEqual([
      ["2026", true],
      ["2027", false],
    ]);
  });

  it.each([
    ["caseworkerA", 2],
    ["caseworkerB", 1],
    ["supervisor", 3],
    ["admin", 3],
  ] as const)("%s learns that T3 concerns %i people", async (caller, people) => {
    expect((await ruleOf("T3", caller)).concerns).toBe(people);
    const behind = await world.call(caller, { url: "/api/v1/law/rules/T3/people" });
    const { concerns, groups } = behind.json<{ concerns: number; groups: { people: number }[] }>();
    expect(concerns).toBe(people);
    expect(groups.reduce((sum, group) => sum + group.people, 0)).toBe(people);
  });

  it("does not find a rule that is none", async () => {
    expect((await world.call("admin", { url: "/api/v1/law/rules/Z9/people" })).statusCode).toBe(404);
  });
});

describe("what a version would change", () => {
  it("is nothing for people whose clock started before it", async () => {
    const answer = await post("admin", "preview", draft());
    expect(answer.json()).toEqual({ affected: 0, unaffected: 3, groups: [], people: null });
  });

  it("is counted by station and measure for an admin, and shown with masked names to who may see people", async () => {
    const early = draft({ inForceFrom: "2021-05-01" });
    const counted = (await post("admin", "preview", early)).json<VersionPreview>();
    expect(counted).toMatchObject({
      affected: 3,
      unaffected: 0,
      people: null,
      groups: [
        { stationName: "甲中心站", measure: "community_detox", people: 2 },
        { stationName: "乙中心站", measure: "community_detox", people: 1 },
      ],
    });
    const shown = (await post("adminSupervisor", "preview", early)).json<VersionPreview>();
    expect(shown.people).toHaveLength(3);
    expect(shown.people?.[0]).toMatchObject({
      effects: [{ code: "report_deadline", before: "2021-06-16", after: "2021-06-11" }],
    });
    expect(JSON.stringify(shown)).not.toContain("曾小明");
  });

  it("saves nothing", async () => {
    expect((await ruleOf("T1")).versions).toHaveLength(1);
  });
});

describe("adding a version", () => {
  it("leaves older cases their deadline and gives later ones the new", async () => {
    const version = draft({ inForceFrom: "2021-05-01", lateReason: "文件自5月1日起施行，收到较晚" });
    const before = await fileOf(world.people.atA);
    expect(before).toMatchObject({
      reportDueOn: "2021-06-16",
      reportDeadline: { ruleId: "T1", unknownYears: [] },
    });
    expect((await post("admin", "versions", version)).statusCode).toBe(200);
    const after = await fileOf(world.people.atA);
    expect(after.reportDueOn).toBe("2021-06-11");
    expect(after.reportDeadline?.says).toContain("10日");
    const row = await world.call("supervisor", { url: "/api/v1/enrollees" });
    expect(
      row.json<{ rows: { reportDueOn: string }[] }>().rows.map(({ reportDueOn }) => reportDueOn),
    ).toEqual(["2021-06-11", "2021-06-11", "2021-06-11"]);
    expect((await annul(version.id)).statusCode).toBe(200);
    expect((await fileOf(world.people.atA)).reportDueOn).toBe("2021-06-16");
    // from the day after the order was received on: the old rule holds
    const later = draft({ inForceFrom: "2021-06-02", lateReason: "补录" });
    expect((await post("admin", "versions", later)).statusCode).toBe(200);
    expect((await fileOf(world.people.atA)).reportDueOn).toBe("2021-06-16");
    await annul(later.id);
  });

  it("is recorded with who, why and from when, once however often it is sent", async () => {
    const version = draft();
    const saved = { id: version.id, followed: true };
    expect((await post("admin", "versions", version)).json()).toEqual(saved);
    expect((await post("admin", "versions", version)).json()).toEqual(saved);
    const rule = await ruleOf("T1", "caseworkerA");
    const holding = rule.versions.filter(({ annulled }) => annulled === null);
    expect(holding).toMatchObject([
      {
        id: version.id,
        inForceFrom: "2022-01-01",
        inForceTo: null,
        recordedBy: "admin",
        basis: version.basis,
      },
      { id: null, inForceTo: "2021-12-31" },
    ]);
    // today is still the old version's
    expect(rule).toMatchObject({ period: { amount: 15 } });
    const trail = await auditOf(version.id);
    expect(trail.map(({ action, change }) => [action, (change as { created: boolean }).created])).toEqual([
      ["law.addVersion", true],
      ["law.addVersion", false],
    ]);
    await annul(version.id);
  });

  it("changes the test plan of later terms only, and its words", async () => {
    const plan = draft({
      subject: "test_plan",
      inForceFrom: "2021-12-01",
      lateReason: "补录",
      content: { measure: "community_detox", testsPerYear: [12, 12, 12] },
    });
    expect((await post("admin", "preview", plan)).json<VersionPreview>().affected).toBe(0);
    expect((await post("admin", "versions", plan)).statusCode).toBe(200);
    const w1 = await ruleOf("W1");
    expect(w1.says).toContain("第三年12次");
    expect(w1.wordedBy).toEqual({ subject: "test_plan", code: "community_detox" });
    await annul(plan.id);
    expect((await ruleOf("W1")).says).toContain("第三年4次");
  });

  it("moves the end of running terms by the setting of their first day", async () => {
    const setting = draft({
      subject: "setting",
      inForceFrom: "2021-06-03",
      lateReason: "会议纪要自6月起执行",
      content: { key: "term_last_day", value: "anniversary" },
    });
    expect((await post("admin", "preview", setting)).json<VersionPreview>().affected).toBe(3);
    await post("admin", "versions", setting);
    const file = await fileOf(world.people.atA);
    expect(file.term?.endOn).toBe("2024-06-03");
    expect(file.termDeadline).toMatchObject({ date: "2024-06-03", ruleId: "T3" });
    expect(file.termDeadline?.steps.map(({ kind }) => kind)).toEqual(["trigger", "count"]);
    await annul(setting.id);
  });

  it("makes a year of holidays known, twice on one day it does not", async () => {
    const notice = (more = {}) =>
      draft({
        subject: "holidays",
        inForceFrom: "2021-12-01",
        content: {
          year: 2027,
          daysOff: ["2027-01-01", "2027-01-02", "2027-01-03"],
          workdays: [],
          source: "国办发明电〔2026〕测号",
        },
        ...more,
      });
    const first = notice();
    expect((await post("admin", "versions", first)).statusCode).toBe(200);
    const years = (await list()).items.filter(({ subject }) => subject === "holidays");
    expect(years.slice(-2).map(({ code, content }) => [code, content !== null])).toEqual([
      ["2027", true],
      ["2028", false],
    ]);
    const second = await post("admin", "versions", notice({ lateReason: "重发" }));
    expect(second.json()).toMatchObject({ code: "wrong_state" });
    await annul(first.id);
  });
});

describe("what is refused", () => {
  it.each([
    ["a day that has passed, without a reason", { inForceFrom: "2021-11-01" }, ["/lateReason"]],
    ["the day of the version before", { inForceFrom: "2011-06-26" }, ["/inForceFrom"]],
    ["a rule that nobody knows", { content: { ...tenDays, ruleId: "Z9" } }, ["/content/ruleId"]],
    ["no document", { basis: " " }, ["/basis"]],
    [
      "a period of nothing",
      { content: { ...tenDays, period: { ...tenDays.period, amount: 0 } } },
      ["/content/period/amount"],
    ],
    [
      "seven tests a year",
      { subject: "test_plan", content: { measure: "community_detox", testsPerYear: [7] } },
      ["/content/testsPerYear"],
    ],
  ])("%s", async (_, more, fields) => {
    const answer = await post("admin", "versions", draft(more));
    expect(answer.json()).toMatchObject({ code: "invalid_input" });
    expect(fieldsOf(answer)).toEqual(fields);
  });

  it.each(["caseworkerA", "supervisor"] as const)("%s changes nothing", async (caller) => {
    expect((await post(caller, "versions", draft())).statusCode).toBe(403);
    expect((await annul(newId(), caller)).statusCode).toBe(403);
  });

  it("the annulment of a version that is none", async () => {
    expect((await annul(newId())).json()).toMatchObject({ code: "not_found" });
  });
});

describe("annulling a version", () => {
  it("keeps it in sight with the reason, once however often it is sent", async () => {
    const version = draft();
    await post("admin", "versions", version);
    expect((await annul(version.id)).statusCode).toBe(200);
    expect((await annul(version.id)).statusCode).toBe(200);
    const kept = (await ruleOf("T1")).versions.find(({ id }) => id === version.id);
    expect(kept?.annulled?.reason).toBe("测试后撤销");
    const trail = (await auditOf(version.id)).filter(({ action }) => action === "law.annulVersion");
    expect(trail.map(({ change, reason }) => [(change as { annulled: boolean }).annulled, reason])).toEqual([
      [true, "测试后撤销"],
      [false, "测试后撤销"],
    ]);
    // the day is free again
    const again = draft();
    expect((await post("admin", "versions", again)).statusCode).toBe(200);
    await annul(again.id);
  });
});

describe("numbers of a rule", () => {
  const t8 = {
    ruleId: "T8",
    title: "严重违反协议",
    article: "第二十条",
    says: "逃避或者拒绝检测2次以上，擅自离开3次以上或者累计超过30日的，属于严重违反协议。",
    actor: "caseworker",
    period: null,
    limits: { refusals: 2, departures: 3, absence_days: 30 },
  };

  it("come with the rule and are kept in its versions", async () => {
    expect(await ruleOf("T8")).toMatchObject({ limits: { refusals: 3, departures: 3, absence_days: 30 } });
    const version = draft({ content: t8 });
    expect((await post("admin", "versions", version)).statusCode).toBe(200);
    expect((await ruleOf("T8")).versions[0]).toMatchObject({
      inForceFrom: "2022-01-01",
      content: { limits: { refusals: 2 } },
    });
    await annul(version.id);
  });

  it.each([
    [
      "words that kept the old number",
      {
        says: "逃避或者拒绝检测3次以上（含3次），擅自离开3次以上（含3次）或者累计超过30日（31日起）的，属于严重违反协议。",
      },
      ["/content/says"],
    ],
    ["no refusal at all", { limits: { ...t8.limits, refusals: 0 } }, ["/content/limits/refusals"]],
    ["half a refusal", { limits: { ...t8.limits, refusals: 1.5 } }, ["/content/limits/refusals"]],
  ])("are refused with %s", async (_, more, fields) => {
    const answer = await post("admin", "versions", draft({ content: { ...t8, ...more } }));
    expect(answer.json()).toMatchObject({ code: "invalid_input" });
    expect(fieldsOf(answer)).toEqual(fields);
  });

  it("may be missing in a version that was stored before rules had them", async () => {
    const { limits: _later, ...before } = t8;
    const id = newId();
    await world.services.db.write({ countyCode: "999901", people: systemActor.scope }, (tx) =>
      tx.insert(tables.lawVersion).values({
        id,
        countyCode: "999901",
        subject: "rule",
        code: "T8",
        inForceFrom: plainDate("2021-12-01"),
        body: { content: before, lateReason: null },
        basis: "测县禁毒委〔2021〕1号",
      }),
    );
    expect(await ruleOf("T8")).toMatchObject({ says: t8.says, limits: { refusals: 3 } });
    await annul(id);
  });
});

describe("a rebuild that fails", () => {
  const early = (from: string) => draft({ inForceFrom: from, lateReason: "文件自5月起施行" });
  const dueOnRegister = async () => {
    const row = await world.call("supervisor", { url: "/api/v1/enrollees" });
    return row.json<{ rows: { reportDueOn: string }[] }>().rows.map(({ reportDueOn }) => reportDueOn);
  };
  const owed = () =>
    world.services.db.read({ countyCode: "999901", people: systemActor.scope }, (tx) =>
      tx.select().from(tables.registerRebuild),
    );
  /** The services with a database that fails from the second write on: the version is stored, nobody is derived. */
  const failing = (): Services => {
    let writes = 0;
    const { db } = world.services;
    const write: typeof db.write = (scope, work) =>
      (writes += 1) > 1 ? Promise.reject(new Error("the database went away")) : db.write(scope, work);
    return { ...world.services, db: { ...db, write } };
  };

  it("stays owed, and is worked off by the next call or the next start", async () => {
    for (const settle of [
      () => settleRebuilds(world.services),
      async () => (await startRegisterClock(world.services)).stop(),
    ]) {
      const version = LawVersionDraft.parse(early("2021-05-01"));
      const background = new BackgroundWork();
      const answer = await addVersion(failing(), systemActor, version, background);
      expect(answer).toEqual({ id: version.id, followed: false });
      expect(await dueOnRegister()).toContain("2021-06-16");
      expect(await owed()).toHaveLength(1);
      await settle();
      expect(await dueOnRegister()).toEqual(["2021-06-11", "2021-06-11", "2021-06-11"]);
      expect(await owed()).toEqual([]);
      await annul(version.id);
      expect(await dueOnRegister()).toContain("2021-06-16");
      expect(await owed()).toEqual([]);
    }
  });
});
