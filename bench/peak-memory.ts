// Loaded before a program that is measured: at its end it says, on the pipe that it was given for this, how many
// kilobytes of memory it held at the most.
import { writeSync } from "node:fs";

const pipe = 3;
process.once("exit", () => writeSync(pipe, String(process.resourceUsage().maxRSS)));
