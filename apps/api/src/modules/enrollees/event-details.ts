import { zhOf } from "@rehab/domain/code-list";
import { PLAN_MEASURES } from "@rehab/domain/handoff/plan-measure";
import { SUPPORT_ROLES } from "@rehab/domain/handoff/support-team";
import { RISK_FACTORS, RISK_LEVELS } from "@rehab/domain/supervision/risk-level";
import { caseEventDetails } from "@rehab/schema/case-event-details";

type Pair = readonly [label: string, value: string | null];

/** What the form of an event asked, in words; nothing for a kind that asks nothing more, or was imported. */
export function wordsOfDetails(kind: string, details: unknown): Pair[] {
  if (details === null || details === undefined) return [];
  switch (kind) {
    case "reported":
    case "transfer_reported": {
      const read = caseEventDetails.reported.safeParse(details).data;
      if (read === undefined) return [];
      return [
        ["接待人", read.receivedBy],
        ["出示证件", read.identityShown],
        ["陪同人", read.accompaniedBy],
        ["携带材料", read.papersBrought],
      ];
    }
    case "notice_given": {
      const read = caseEventDetails.notice_given.safeParse(details).data;
      if (read === undefined) return [];
      return [
        ["告知书编号", read.number],
        ["告知人", read.givenBy],
      ];
    }
    case "agreement_signed": {
      const read = caseEventDetails.agreement_signed.safeParse(details).data;
      if (read === undefined) return [];
      return [
        ["协议编号", read.number],
        ["乡（镇）、街道签订人", read.townshipParty],
        ["工作站签订人", read.stationParty],
      ];
    }
    case "team_formed": {
      const read = caseEventDetails.team_formed.safeParse(details).data;
      if (read === undefined) return [];
      return [
        ["成员", `${read.members} 人`],
        ["缺少", read.missingRoles.map((role) => zhOf(SUPPORT_ROLES, role)).join("、")],
      ];
    }
    case "plan_made": {
      const read = caseEventDetails.plan_made.safeParse(details).data;
      if (read === undefined) return [];
      return [
        ["目标", read.goals],
        ["措施", read.measures.map((measure) => zhOf(PLAN_MEASURES, measure)).join("、")],
      ];
    }
    case "suspended":
    case "resumed":
      return [["证明材料", caseEventDetails.suspended.safeParse(details).data?.proof ?? null]];
    case "lost_contact": {
      const read = caseEventDetails.lost_contact.safeParse(details).data;
      return read === undefined ? [] : [["未联系上的查找", `${read.attemptIds.length} 次`]];
    }
    case "found": {
      const read = caseEventDetails.found.safeParse(details).data;
      if (read === undefined) return [];
      return [
        ["情况", read.how],
        ["经办人", read.by],
      ];
    }
    case "dual_control_started":
    case "dual_control_ended":
      return [
        ["共同管控单位", caseEventDetails.dual_control_started.safeParse(details).data?.partner ?? null],
      ];
    case "maintenance_started":
    case "maintenance_ended":
      return [["维持治疗机构", caseEventDetails.maintenance_started.safeParse(details).data?.clinic ?? null]];
    case "hospitalised":
    case "discharged": {
      const read = caseEventDetails.hospitalised.safeParse(details).data;
      if (read === undefined) return [];
      return [
        ["医院", read.hospital],
        ["证明材料", read.proof],
      ];
    }
    case "risk_set": {
      const read = caseEventDetails.risk_set.safeParse(details).data;
      if (read === undefined) return [];
      return [
        ["等级", zhOf(RISK_LEVELS, read.level)],
        ["依据", read.factors.map((factor) => zhOf(RISK_FACTORS, factor)).join("、")],
        ["说明", read.basis],
      ];
    }
    case "released":
    case "terminated": {
      const read = caseEventDetails.released.safeParse(details).data;
      if (read === undefined) return [];
      return [["文书", `${read.number}，${read.organ}，${read.decidedOn}`]];
    }
    default:
      return [];
  }
}
