/** The county of the training mode; every person in it is invented. */
export const trainingCounty = {
  code: "430624",
  name: "湘阴县",
  /** The day on which training starts. */
  firstDay: "2021-12-31",
} as const;
