import { zhOf } from "@rehab/domain/code-list";
import { MEASURES } from "@rehab/domain/supervision/measure";
import type { PlainDate } from "@rehab/domain/time/plain-date";
import { STATES_OF_MIND, VISIT_METHODS } from "@rehab/domain/visit/visit";
import type { VisitMethod } from "@rehab/domain/visit/visit";
import type { VisitDetails } from "@rehab/schema/visits";
import type { Document } from "docx";
import { dayInWords } from "../../no-shows/documents/no-show-papers.ts";
import type { PaperPerson } from "../../matters/paper-person.ts";
import { officialDocument, recordForm, signature, titleLine } from "../../matters/official-layout.ts";
import type { z } from "zod";

/** A visit, talk or call as it was taken down. */
export interface VisitRecord {
  readonly on: PlainDate;
  readonly method: VisitMethod;
  readonly place: string | null;
  readonly interviewer: string | null;
  readonly stateOfMind: string | null;
  readonly content: string | null;
  readonly nextOn: PlainDate | null;
  readonly note: string | null;
  readonly details: z.infer<typeof VisitDetails> | null;
}

/** Where the caseworker goes to, and where the person is talked with: the file keeps the two apart. */
export function titleOfVisit(method: VisitMethod): string {
  return method === "home_visit" || method === "family" ? "走访记录表" : "谈话记录表";
}

/** 走访记录表, 谈话记录表: the form of the file, filled in as far as the record tells. It asks for no identity number. */
export function visitPaper(person: PaperPerson, visit: VisitRecord): Document {
  const { details } = visit;
  const title = titleOfVisit(visit.method);
  const people = [visit.interviewer, details?.secondVisitor].filter(Boolean).join("、");
  const isWithPerson = details?.respondent === null || details?.respondent === undefined;
  return officialDocument(title, [
    titleLine(title),
    recordForm([
      [
        "姓　　名",
        person.name,
        "性　　别",
        person.sex === null ? "" : { male: "男", female: "女" }[person.sex],
      ],
      ["执行措施", zhOf(MEASURES, person.measure), "联系电话", person.phone ?? ""],
      [
        "被访人",
        isWithPerson ? person.name : (details?.respondent ?? ""),
        "与本人关系",
        isWithPerson ? "本人" : (details?.relation ?? ""),
      ],
      ["时　　间", dayInWords(visit.on), "方　　式", zhOf(VISIT_METHODS, visit.method)],
      ["地　　点", visit.place ?? ""],
      ["人员及\n家庭状况", details?.family ?? ""],
      ["工作状况", details?.work ?? ""],
      ["思想状况", mindInWords(visit.stateOfMind)],
      ["走访谈话\n内　　容", visit.content ?? ""],
      ["突出困难", details?.difficulties ?? ""],
      ["意见建议", details?.suggestions ?? ""],
      ["其　　他", visit.note ?? ""],
      ["结　　果", details?.outcome ?? ""],
      ["走访人", people, "下次走访", visit.nextOn === null ? "" : dayInWords(visit.nextOn)],
      ["走访人\n签　　名", "", "被访人\n签　　名", ""],
    ]),
    ...signature([`${person.stationName}（盖章）`, dayInWords(visit.on)]),
  ]);
}

function mindInWords(mind: string | null): string {
  return STATES_OF_MIND.find(({ code }) => code === mind)?.zh ?? mind ?? "";
}
