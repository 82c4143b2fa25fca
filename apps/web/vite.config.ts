import { env } from "node:process";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const apiAddress = env["API_URL"] ?? "http://localhost:3000";

export default defineConfig({
  plugins: [react()],
  build: {
    // The offices' machines run browsers of Chrome 109 and later.
    target: "chrome109",
    cssTarget: "chrome109",
    chunkSizeWarningLimit: 900,
  },
  server: { proxy: { "/api": apiAddress } },
  preview: { proxy: { "/api": apiAddress } },
});
