// Loaded before the program that scripts/run.mjs starts: when run.mjs is killed without a chance to say so,
// its channel closes and the program ends as on SIGTERM instead of staying behind with the port.
if (process.channel) {
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref();
}
