import "antd/dist/reset.css";
import "./styles.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { startLanguage } from "../messages/language.ts";
import { Application } from "./application.tsx";

const root = document.querySelector("#root");
if (root === null) throw new Error("index.html has no #root");

await startLanguage();
createRoot(root).render(
  <StrictMode>
    <Application />
  </StrictMode>,
);
