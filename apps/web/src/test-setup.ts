import "antd/dist/reset.css";
import "./app/styles.css";
import { startLanguage } from "./messages/language.ts";

await startLanguage();
