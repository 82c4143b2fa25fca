import type { Law } from "@rehab/domain/law/law";
import { NATIONAL_LAW } from "@rehab/domain/law/law";

/**
 * The law of the county as this process knows it. It is replaced as a whole when a version is added; whoever works
 * with it through a use case or query has one and the same from beginning to end.
 */
export class CountyLaw implements Law {
  #current: Law = NATIONAL_LAW;

  get current(): Law {
    return this.#current;
  }

  get rules(): Law["rules"] {
    return this.#current.rules;
  }

  get testPlans(): Law["testPlans"] {
    return this.#current.testPlans;
  }

  get calendar(): Law["calendar"] {
    return this.#current.calendar;
  }

  get settings(): Law["settings"] {
    return this.#current.settings;
  }

  replace(law: Law): void {
    this.#current = law;
  }
}

/** The law as it stands at this moment, whatever is added later. */
export function lawNow(law: Law): Law {
  return law instanceof CountyLaw ? law.current : law;
}
