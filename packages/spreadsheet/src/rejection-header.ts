/** The column that returned rows carry; it is passed over when the corrected file comes back. */
export const REJECTION_HEADER = "退回原因";
