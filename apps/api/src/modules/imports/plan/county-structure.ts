import { leastLoaded } from "@rehab/domain/handoff/station-load";
import type { StaffDraft, StationDraft, TownshipDraft } from "./writes.ts";

/** Stations, townships and staff, and how many people each caseworker carries. */
export class CountyStructure {
  readonly countyName: string;
  readonly #stations: StationDraft[];
  readonly #townships: TownshipDraft[];
  readonly #staff: StaffDraft[];
  readonly #loads: Map<string, number>;

  constructor(known: {
    countyName: string;
    stations: readonly StationDraft[];
    townships: readonly TownshipDraft[];
    staff: readonly StaffDraft[];
    loads: ReadonlyMap<string, number>;
  }) {
    this.countyName = known.countyName;
    this.#stations = [...known.stations];
    this.#townships = [...known.townships];
    this.#staff = [...known.staff];
    this.#loads = new Map(known.loads);
  }

  findStation(name: string): StationDraft | undefined {
    const bare = bareName(name);
    return this.#stations.find((station) => bareName(station.name) === bare);
  }

  stationName(id: string): string {
    return this.#stations.find((station) => station.id === id)?.name ?? "";
  }

  findTownship(name: string): TownshipDraft | undefined {
    const bare = bareName(name);
    return this.#townships.find((township) => bareName(township.name) === bare);
  }

  townshipNames(): string[] {
    return this.#townships.map(({ name }) => name);
  }

  findStaff(name: string, stationId: string | null): StaffDraft | undefined {
    return this.#staff.find((member) => member.name === name && member.stationId === stationId);
  }

  /** Whether somebody works at a station, or at the bureau, which stands in for each of them. */
  isStaffOf(staffId: string | null, stationId: string): boolean {
    const member = this.#staff.find(({ id }) => id === staffId);
    return member !== undefined && (member.stationId === null || member.stationId === stationId);
  }

  nextStationPosition(): number {
    return Math.max(0, ...this.#stations.map(({ position }) => position)) + 1;
  }

  nextStaffPosition(): number {
    return Math.max(0, ...this.#staff.map(({ position }) => position)) + 1;
  }

  addStation(station: StationDraft): void {
    this.#stations.push(station);
  }

  addTownship(township: TownshipDraft): void {
    this.#townships.push(township);
  }

  addStaff(member: StaffDraft): void {
    this.#staff.push(member);
  }

  /**
   * Who takes on the next person at a station: the member there who carries fewest people, the first of them in the
   * list of staff; where the station has nobody yet, somebody of the bureau itself.
   */
  findLeastLoaded(stationId: string): StaffDraft | undefined {
    const ofPlace = (place: string | null) => this.#staff.filter((member) => member.stationId === place);
    const own = ofPlace(stationId);
    const members = own.length > 0 ? own : ofPlace(null);
    return leastLoaded(members.map((member) => ({ ...member, caseload: this.#loadOf(member.id) })));
  }

  /** Somebody changes hands: `null` is nobody. */
  moveLoad(from: string | null, to: string | null): void {
    if (from !== null) this.#loads.set(from, this.#loadOf(from) - 1);
    if (to !== null) this.#loads.set(to, this.#loadOf(to) + 1);
  }

  #loadOf(staffId: string): number {
    return this.#loads.get(staffId) ?? 0;
  }
}

function bareName(name: string): string {
  return name.normalize("NFKC").replaceAll(/\s/gu, "");
}
