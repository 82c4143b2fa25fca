import type { ParsedCell } from "@rehab/spreadsheet/parse-form";
import { findCountyIn, townshipIn } from "@rehab/spreadsheet/values/address";
import type { CountyStructure } from "./county-structure.ts";
import type { RowDraft } from "./row-draft.ts";

export interface Place {
  readonly stationId: string;
  readonly townshipId: string | null;
}

interface PlaceCells {
  readonly township?: ParsedCell<string>;
  readonly station?: ParsedCell<string>;
  readonly residence?: ParsedCell<string>;
  readonly registeredAddress?: ParsedCell<string>;
}

/**
 * The station that carries a person: by the township of execution, else by the station that the paper names,
 * else by the township in the address. Holds the row where none of them leads to a station of the county.
 */
export function findPlace(draft: RowDraft, cells: PlaceCells, structure: CountyStructure): Place | undefined {
  const place = placeOnPaper(draft, cells, structure);
  if (place !== undefined && structure.findLeastLoaded(place.stationId) === undefined) {
    draft.hold("station_without_staff", "township");
  }
  return place;
}

function placeOnPaper(draft: RowDraft, cells: PlaceCells, structure: CountyStructure): Place | undefined {
  const written = cells.township?.value;
  if (written !== undefined) {
    const place = placeOf(written, structure);
    if (place !== undefined) return place;
  }
  const station = structure.findStation(cells.station?.value ?? "");
  if (station !== undefined) return { stationId: station.id, townshipId: null };

  const addresses = [cells.residence?.value, cells.registeredAddress?.value].filter(
    (address) => address !== undefined,
  );
  if (written === undefined) {
    for (const address of addresses) {
      const place = placeOf(address, structure);
      if (place === undefined) continue;
      draft.note("township_from_address", "township");
      return place;
    }
  }
  const isElsewhere = [written ?? "", ...addresses].some((text) => {
    const county = findCountyIn(text);
    return county !== undefined && county !== structure.countyName;
  });
  draft.hold(isElsewhere ? "outside_county" : "township_unknown", "township");
  return undefined;
}

function placeOf(text: string, structure: CountyStructure): Place | undefined {
  const name = townshipIn(text, structure.townshipNames(), structure.countyName);
  const township = structure.findTownship(name ?? text);
  return township === undefined ? undefined : { stationId: township.stationId, townshipId: township.id };
}
