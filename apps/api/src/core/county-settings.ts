/** The county that this deployment serves. */
export interface CountySettings {
  readonly code: string;
  readonly name: string;
  readonly mode: "training" | "production";
}
