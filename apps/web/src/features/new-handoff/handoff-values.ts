import { readIdNumber } from "@rehab/domain/identity/id-number";
import type { RequestOf } from "@rehab/schema/endpoint";
import type { PersonCandidate, newHandoffEndpoints } from "@rehab/schema/new-handoff";
import type { PlainDate } from "@rehab/domain/time/plain-date";

export type HandoffKind = "handoff" | "transfer";
export type HandoffBody = RequestOf<typeof newHandoffEndpoints.create>["body"];
export type SearchBody = RequestOf<typeof newHandoffEndpoints.findPerson>["body"];

/** The fields of the form; what was left open is undefined, null or empty. */
export type HandoffValues = Omit<HandoffBody, "id" | "enrolleeId">;

/** Whom the hand-off is about: what was typed into the search, and who was recognised. */
export interface Choice {
  readonly search: SearchBody;
  readonly person: PersonCandidate | null;
}

const blankTransfer: NonNullable<HandoffValues["transfer"]> = {
  otherPlace: "",
  changedOn: "",
  reportedOn: "",
  reason: "",
  letterNumber: null,
  materials: [],
  suspensions: [],
};

/** The form as it opens: what the search knows is filled in. */
export function initialValues(
  { search, person }: Choice,
  kind: HandoffKind,
  today: PlainDate,
): Partial<Record<keyof HandoffValues, unknown>> {
  const read = readIdNumber(search.idNumber ?? "", today);
  return {
    name: search.name ?? "",
    idNumber: read.ok ? read.value : search.idNumber,
    birthDate: search.birthDate ?? (read.ok ? read.birthDate : null),
    sex: read.ok ? read.sex : (person?.sex ?? null),
    stationId: person?.stationId,
    townshipId: search.townshipId ?? person?.townshipId ?? null,
    measure: "community_detox",
    deductedDays: 0,
    handedOffOn: today,
    papers: [],
    condition: "in_community",
    transfer: kind === "transfer" ? { ...blankTransfer, changedOn: today } : null,
    accept: false,
    acceptReason: null,
  };
}

/** The body that the form's values make. A field that was never touched is left open. */
export function bodyOf(
  values: HandoffValues,
  { id, enrolleeId, kind }: { id: string; enrolleeId: string | null; kind: HandoffKind },
): HandoffBody {
  const open = <T>(value: T | undefined): T | null => value ?? null;
  const { transfer } = values;
  return {
    id,
    enrolleeId,
    name: values.name,
    idNumber: open(values.idNumber),
    sex: open(values.sex),
    ethnicity: open(values.ethnicity),
    birthDate: open(values.birthDate),
    phone: open(values.phone),
    registeredAddress: open(values.registeredAddress),
    residence: open(values.residence),
    stationId: values.stationId ?? "",
    townshipId: open(values.townshipId),
    measure: values.measure,
    orderNumber: open(values.orderNumber),
    orderOrgan: open(values.orderOrgan),
    orderedOn: open(values.orderedOn),
    receivedOn: values.receivedOn ?? "",
    handedOffOn: kind === "transfer" ? (transfer?.changedOn ?? "") : (values.handedOffOn ?? ""),
    termMonths: values.termMonths,
    deductedDays: values.deductedDays ?? 0,
    drug: open(values.drug),
    policeStation: open(values.policeStation),
    papers: values.papers ?? [],
    condition: values.condition ?? "in_community",
    policeOfficer: open(values.policeOfficer),
    isolationCenter: open(values.isolationCenter),
    isolationLeftOn: open(values.isolationLeftOn),
    note: open(values.note),
    transfer:
      kind === "transfer" && transfer
        ? {
            ...transfer,
            letterNumber: open(transfer.letterNumber),
            materials: transfer.materials ?? [],
            suspensions: transfer.suspensions ?? [],
          }
        : null,
    accept: values.accept ?? false,
    acceptReason: open(values.acceptReason),
  };
}
